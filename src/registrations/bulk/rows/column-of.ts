import type { Column } from './columns.js';

const COLUMN_AT: Readonly<Record<string, Column>> = {
  fullName: 'full_name',
  birthDate: 'birth_date',
  sex: 'sex',
  passportNumber: 'passport_number',
  nationalId: 'national_id',
  motherName: 'mother_name',
  homeProvince: 'home_province',
  homeAddress: 'home_address',
  whereNow: 'where_now',
  whereHeld: 'where_held',
  needs: 'needs',
  consents: 'consents',
  language: 'language',
  method: 'contact_method',
  phone: 'phone',
  email: 'email',
  through: 'contact_through',
  safeFrom: 'safe_hours',
  safeTo: 'safe_hours',
  safeHours: 'safe_hours',
};

/** The column of a list that a field of a registration was read from. @param pointer such as `/contact/phone` */
export function columnOf(pointer: string): Column {
  const [, first = '', second = ''] = pointer.split('/');
  if (first === 'adult') return second === 'relation' ? 'adult_relation' : 'adult_name';
  const column = COLUMN_AT[first === 'contact' ? second : first];
  return column ?? (first === 'contact' ? 'contact_method' : 'full_name');
}

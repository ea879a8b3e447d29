import type { QrDrawing } from '../drawings/qr-drawing.js';

export const BRING_ITEMS = ['receipt', 'passport', 'any-papers', 'photos', 'companions', 'medicine'] as const;
export type BringItem = (typeof BRING_ITEMS)[number];

export interface AppointmentTime {
  /** ISO 8601 with offset: when the person was told to come, which may be before the slot. */
  startsAt: string;
  /** Where to come, as a person says it to a driver. */
  place: string;
  /** Whether the person was told to come now, without waiting for that time. */
  comeNow: boolean;
  /** Whether they may still be called before it: not who chose it, nor who was told a time other than the seat's. */
  mayBeCalled: boolean;
}

/**
 * What a person carries away. It bears no name and no date of birth: whoever finds it learns nothing but that
 * somebody has an appointment.
 */
export interface ReceiptView {
  reference: string;
  /** Grouped for reading aloud, or null when it was shown before: it is kept nowhere. */
  accessCode: string | null;
  /** The access link, secret in its fragment; null when it was shown before. */
  qr: QrDrawing | null;
  registeredAt: string;
  appointment: AppointmentTime | null;
  bring: readonly BringItem[];
  /** Whether this person has to look at the status, as nobody writes to them. */
  silent: boolean;
}

/** A receipt of one of several people, whose masked name tells whose it is. It is not printed on it. */
export interface NamedReceipt extends ReceiptView {
  who: string;
}

export interface ReceiptPage {
  receipt: ReceiptView;
  /** Of everybody who registered together, where somebody did. */
  group: readonly NamedReceipt[];
  /** The page it was opened from. */
  back: string;
}

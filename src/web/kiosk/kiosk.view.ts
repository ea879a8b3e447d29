import type { FormView } from '../forms/form.view.js';
import type { TicketPlace } from '../status/status.view.js';

export type KioskStartPage = Record<string, never>;

export interface KioskCheckInPage {
  form: FormView;
  values: { reference: string };
}

export interface KioskTicketPage {
  ticket: TicketPlace;
}

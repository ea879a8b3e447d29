const DIGITS = 3;

/** A number as boards and tickets show it: at least three digits, `042`. */
export const ticketNumber = (number: number): string => String(number).padStart(DIGITS, '0');

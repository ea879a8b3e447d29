/** Published when a list has been confirmed; payload: `bulkIntakeId`. */
export const BULK_INTAKE_CONFIRMED = 'bulk-intake.confirmed';

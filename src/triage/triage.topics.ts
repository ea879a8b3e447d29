/** Published whenever a band is set, by rule or by an officer; payload: `registrationId`, `band`. */
export const TRIAGE_ASSESSED = 'triage.assessed';

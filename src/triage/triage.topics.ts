/** Published whenever a band is set, by rule or by an officer; payload: `registrationId`, `band`. */
export const TRIAGE_ASSESSED = 'triage.assessed';
/** Published besides where a band takes the place of an earlier one; payload: `registrationId`, `band`. */
export const BAND_CHANGED = 'triage.band-changed';

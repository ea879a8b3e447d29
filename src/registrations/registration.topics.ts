/** Published when a person has been registered; payload: `registrationId`. */
export const REGISTRATION_RECEIVED = 'registration.received';
/** Published when a person no longer wants to be helped; payload: `registrationId`. */
export const REGISTRATION_WITHDRAWN = 'registration.withdrawn';

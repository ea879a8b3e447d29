/** Published when a person has been registered; payload: `registrationId`. */
export const REGISTRATION_RECEIVED = 'registration.received';
/** Published when a person no longer wants to be helped; payload: `registrationId`. */
export const REGISTRATION_WITHDRAWN = 'registration.withdrawn';
/** Published when a case is closed because the person has left for home; payload: `registrationId`. */
export const REGISTRATION_DEPARTED = 'registration.departed';
/** Published when a case is closed because another embassy helps the person from now on; payload: `registrationId`. */
export const REGISTRATION_TRANSFERRED = 'registration.transferred';
/** Published when a case is carried on under another one of the same person; payload: `registrationId`, `keptId`. */
export const REGISTRATION_MERGED = 'registration.merged';
/** Published when that turns out to have been wrong and the case stands by itself again; payload: `registrationId`, `keptId`. */
export const REGISTRATION_UNMERGED = 'registration.unmerged';
/** Published when what is known of a person, or how to reach them, has changed; payload: `registrationId`. */
export const REGISTRATION_CHANGED = 'registration.changed';
/** Published when a person has said other needs than before; payload: `registrationId`. */
export const REGISTRATION_NEEDS_CHANGED = 'registration.needs-changed';
/**
 * Published when a person has been erased; payload: `registrationId`. What was sealed under their key is unreadable already;
 * whoever keeps anything else that leads to them, such as keys to match by, drops it now.
 */
export const REGISTRATION_ERASED = 'registration.erased';

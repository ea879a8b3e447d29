/** Published when an officer has decided who somebody is; payload: `registrationId`, `outcome`. */
export const IDENTITY_DECIDED = 'identity.decided';

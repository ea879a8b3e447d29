/** Published when a travel document has been issued; payload: `registrationId`. */
export const DOCUMENT_ISSUED = 'document.issued';

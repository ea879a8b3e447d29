/** Published when a travel document has been issued; payload: `registrationId`. */
export const DOCUMENT_ISSUED = 'document.issued';

/** Published when an officer begins to issue many documents in one go; payload: `batchId`. */
export const ISSUE_BATCH_BEGUN = 'document.batch-begun';

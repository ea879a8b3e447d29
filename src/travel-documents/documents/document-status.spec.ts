import { DOCUMENT_TRANSITIONS, type DocumentStatus, documentMayBecome } from './document-status.js';

const STATUSES = Object.keys(DOCUMENT_TRANSITIONS) as DocumentStatus[];

it('nothing that has ended begins again, and only what was handed out can be used', () => {
  const usable: DocumentStatus[] = ['issued', 'collected'];
  for (const from of STATUSES)
    for (const to of STATUSES) {
      if (!usable.includes(from)) expect(documentMayBecome(from, to)).toBe(false);
      if (to === 'used') expect(documentMayBecome(from, to)).toBe(from === 'collected');
      if (to === 'issued' || from === to) expect(documentMayBecome(from, to)).toBe(false);
    }
});

import {
  DOCUMENT_TRANSITIONS,
  type DocumentStatus,
  documentIsOut,
  documentMayBecome,
} from './document-status.js';

const STATUSES = Object.keys(DOCUMENT_TRANSITIONS) as DocumentStatus[];

it('nothing that has ended begins again, and only what was handed out can be used', () => {
  for (const from of STATUSES)
    for (const to of STATUSES) {
      if (!documentIsOut(from)) expect(documentMayBecome(from, to)).toBe(false);
      if (to === 'used') expect(documentMayBecome(from, to)).toBe(from === 'collected');
      if (to === 'issued' || from === to) expect(documentMayBecome(from, to)).toBe(false);
    }
});

it('lies ready or is with its holder until it has ended', () => {
  expect(STATUSES.filter(documentIsOut)).toEqual(['issued', 'collected']);
});

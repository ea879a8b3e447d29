import { documentOffers } from './travel-document-offers.js';

describe('what can be done about a travel document', () => {
  const application = (status: 'applied' | 'approved' | 'declined' | 'issued', own = false) => ({
    status,
    own,
  });
  it.each([
    ['nothing yet', null, null, ['document-apply']],
    ['applied for by somebody else', application('applied'), null, ['document-approve', 'document-decline']],
    ['applied for by the reader', application('applied', true), null, []],
    ['approved', application('approved'), null, ['document-issue']],
    ['declined', application('declined'), null, ['document-apply']],
    [
      'issued',
      application('issued'),
      { status: 'issued' as const },
      ['document-collect', 'document-apply', 'document-void', 'document-revoke'],
    ],
    [
      'collected',
      application('issued'),
      { status: 'collected' as const },
      ['document-revoke', 'document-apply'],
    ],
    ['used', application('issued'), { status: 'used' as const }, []],
    ['revoked', application('issued'), { status: 'revoked' as const }, ['document-apply']],
    [
      'applied for again',
      application('applied'),
      { status: 'revoked' as const },
      ['document-approve', 'document-decline'],
    ],
  ])('%s', (_, asked, document, offers) => expect(documentOffers(asked, document)).toEqual(offers));
});

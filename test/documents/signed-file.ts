import type { PaperSigner } from '../../src/travel-documents/pdf/signature/paper-signer.js';
import { signPdf } from '../../src/travel-documents/pdf/signature/sign-pdf.js';
import { NO_TIME, SIGNATURE_BYTES } from '../../src/travel-documents/pdf/signature/signature-place.js';

/** The least that can be signed as a PDF is. */
export const signedFile = (signer: PaperSigner, now: Date): Promise<Buffer> =>
  signPdf(
    Buffer.from(`%PDF-1.7
<< /Type /Sig /M (${NO_TIME}) /ByteRange [0 9999999999 9999999999 9999999999]
/Contents <${'0'.repeat(2 * SIGNATURE_BYTES)}> >>
%%EOF`),
    signer,
    now,
  );

import type { Pdf } from '../pen.js';

/** Bytes kept free for a signature with its certificates. */
export const SIGNATURE_BYTES = 3072;
const UNKNOWN = 9_999_999_999;
/** `D:YYYYMMDDHHMMSSZ` (ISO 32000-1 section 7.9.4), to be written over. */
export const NO_TIME = 'D:00000000000000Z';

/** What pdfkit keeps of the whole document; there is no other way to a signature field of our own. */
interface WithCatalogue {
  _root: { data: Record<string, unknown> };
  endAcroForm: () => unknown;
}

/**
 * Keeps a place for a PAdES signature over the whole file (ISO 32000-1 section 12.8), in a field that is not seen:
 * without an area it needs no appearance (ISO 19005-2 section 6.3.3).
 */
export function keepSignaturePlace(pdf: Pdf): void {
  const object = (data: Record<string, unknown>) => pdf.ref(data) as unknown as { end(): void };
  const signature = object({
    Type: 'Sig',
    Filter: 'Adobe.PPKLite',
    SubFilter: 'ETSI.CAdES.detached',
    M: new String(NO_TIME),
    ByteRange: [0, UNKNOWN, UNKNOWN, UNKNOWN],
    Contents: Buffer.alloc(SIGNATURE_BYTES),
  });
  signature.end();
  const field = object({
    Type: 'Annot',
    Subtype: 'Widget',
    FT: 'Sig',
    T: new String('Issuer'),
    V: signature,
    Rect: [0, 0, 0, 0],
    F: 132,
    P: pdf.page.dictionary,
  });
  field.end();
  (pdf.page as unknown as { annotations: unknown[] }).annotations.push(field);
  const form = object({ Fields: [field], SigFlags: 3 });
  form.end();
  const whole = pdf as unknown as WithCatalogue;
  whole._root.data['AcroForm'] = form;
  // At the end pdfkit would look for the fonts of a form to be filled in.
  whole.endAcroForm = () => whole;
}

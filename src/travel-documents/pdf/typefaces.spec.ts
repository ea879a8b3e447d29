import { once } from 'node:events';
import PDFDocument from 'pdfkit';
import { keepTypefaces, lendTypefaces } from './typefaces.js';

async function drawn(text: string): Promise<string> {
  const pdf = new PDFDocument({ compress: false });
  const parts: Buffer[] = [];
  pdf.on('data', (part: Buffer) => parts.push(part));
  const ended = once(pdf, 'end');
  lendTypefaces(pdf);
  pdf.font('strong').text(text);
  pdf.end();
  await ended;
  keepTypefaces(pdf);
  return Buffer.concat(parts).toString('latin1');
}

describe('typefaces that sheets share', () => {
  it('leave every letter in the text, whatever was drawn before', async () => {
    await drawn('GUÐRÚN');
    const sheet = await drawn('ĐÀO');
    expect(sheet).toContain('<0110>');
    expect(sheet).not.toContain('<>');
  });
});

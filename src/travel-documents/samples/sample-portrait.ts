import sharp from 'sharp';
import type { Holder } from '../applications/holder.js';

/** 35 × 45 mm at 300 dots to the inch, as portraits are kept. */
const SIZE = { width: 413, height: 531 } as const;

const SKINS = ['#c98f66', '#a86f48', '#dca97e', '#8c5a3a', '#b97f57'];
const HAIRS = ['#1d1a1c', '#2b2320', '#3a2d28', '#6a6462'];
const CLOTHES = ['#31506e', '#6b3746', '#2e5d53', '#54504b', '#5a4a78', '#83602f'];

/**
 * The picture of nobody: drawn from a number and a sex, for samples and benchmarks.
 * @param baby a large head on small shoulders, and hardly any hair yet
 * @returns a JPEG, the same for the same number
 */
export function samplePortrait(seed: number, sex: Holder['sex'] = 'X', baby = false): Promise<Buffer> {
  const [skin, hair, cloth] = [SKINS, HAIRS, CLOTHES].map(
    (inks, index) => inks[(seed * (index + 3)) % inks.length],
  );
  const veiled = sex === 'F' ? seed % 2 === 0 : sex === 'X' && seed % 3 === 1;
  const wide = 92 + (seed % 5) * 4;
  const falling = veiled || sex === 'F';
  const head = falling
    ? `<path d="M206 72c-98 0-140 78-136 170 3 84-8 160-22 210h316c-14-50-25-126-22-210 4-92-38-170-136-170z" fill="${veiled ? cloth : hair}"/>`
    : `<path d="M${206 - wide - 8} 236c-18-120 44-172 106-172s126 48 108 172z" fill="${hair}"/>`;
  const figure = baby
    ? small(skin, hair, cloth)
    : `<path d="M20 531c0-104 84-142 186-142s187 38 187 142z" fill="${cloth}"/>
    ${head}
    <path d="M160 330h92v62c-20 30-72 30-92 0z" fill="${skin}"/>
    <path d="M160 352c30 22 62 22 92 0v14c-30 26-62 26-92 0z" fill="#000" opacity=".14"/>
    <ellipse cx="206" cy="246" rx="${wide}" ry="124" fill="${skin}"/>
    <ellipse cx="206" cy="246" rx="${wide}" ry="124" fill="url(#s)"/>
    ${veiled ? '' : `<path d="M${206 - wide} 212c10-66 44-92 94-94 60 0 92 34 ${wide + 2} 94-34-40-62-54-96-54s-66 16-92 54z" fill="${hair}"/>`}
    ${veiled ? `<path d="M206 108c-64 0-98 46-100 132 8-60 34-98 100-98s92 38 100 98c-2-86-36-132-100-132z" fill="${cloth}"/>` : ''}
    <g fill="none" stroke="${hair}" stroke-linecap="round"><path d="M150 214q20-12 40-2M222 212q20-10 40 2" stroke-width="7"/>
    <path d="M154 240q16-12 32 0q-16 8-32 0zM226 240q16-12 32 0q-16 8-32 0z" fill="#fff" stroke-width="3"/></g>
    <circle cx="170" cy="239" r="7" fill="#231815"/><circle cx="242" cy="239" r="7" fill="#231815"/>
    <path d="M204 246c-4 20-12 34-10 42 6 8 18 8 26 2" fill="none" stroke="#000" stroke-opacity=".32" stroke-width="4" stroke-linecap="round"/>
    <path d="M172 318q34 14 68 0" fill="none" stroke="#7c3c34" stroke-width="7" stroke-linecap="round"/>`;
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 413 531">
    <defs><linearGradient id="g" x2="0" y2="1"><stop stop-color="#f3f4f3"/><stop offset="1" stop-color="#d9dee0"/></linearGradient>
    <radialGradient id="s" cx=".4" cy=".35" r=".8"><stop stop-color="#fff" stop-opacity=".22"/><stop offset="1" stop-color="#000" stop-opacity=".16"/></radialGradient></defs>
    <rect width="413" height="531" fill="url(#g)"/>
    ${figure}
  </svg>`;
  return sharp(Buffer.from(svg)).resize(SIZE).jpeg({ quality: 84 }).toBuffer();
}

/** Round cheeks, eyes low and far apart, a tuft of hair. */
const small = (skin = '', hair = '', cloth = ''): string => `
    <path d="M66 531c0-72 56-104 140-104s141 32 141 104z" fill="${cloth}"/>
    <path d="M172 392h68v44c-16 20-52 20-68 0z" fill="${skin}"/>
    <path d="M172 410c24 16 44 16 68 0v12c-24 20-44 20-68 0z" fill="#000" opacity=".14"/>
    <ellipse cx="66" cy="290" rx="20" ry="28" fill="${skin}"/><ellipse cx="347" cy="290" rx="20" ry="28" fill="${skin}"/>
    <path d="M206 96c-96 0-142 74-142 160 0 96 66 158 142 158s143-62 143-158c0-86-47-160-143-160z" fill="${skin}"/>
    <path d="M206 96c-96 0-142 74-142 160 0 96 66 158 142 158s143-62 143-158c0-86-47-160-143-160z" fill="url(#s)"/>
    <path d="M84 206c6-84 66-116 124-114 64 0 116 34 122 112-26-54-66-72-104-70 6-12 2-22-10-30-2 16-12 28-30 32-44 4-82 24-102 70z" fill="${hair}" opacity=".82"/>
    <g fill="none" stroke="${hair}" stroke-linecap="round" stroke-width="5"><path d="M122 246q20-10 40 0M250 246q20-10 40 0"/></g>
    <ellipse cx="142" cy="286" rx="20" ry="17" fill="#fff"/><ellipse cx="270" cy="286" rx="20" ry="17" fill="#fff"/>
    <circle cx="143" cy="287" r="13" fill="#231815"/><circle cx="269" cy="287" r="13" fill="#231815"/>
    <circle cx="148" cy="282" r="4" fill="#fff"/><circle cx="274" cy="282" r="4" fill="#fff"/>
    <circle cx="118" cy="336" r="26" fill="#c4574a" opacity=".16"/><circle cx="294" cy="336" r="26" fill="#c4574a" opacity=".16"/>
    <path d="M192 326q14 11 28 0" fill="none" stroke="#000" stroke-opacity=".32" stroke-width="5" stroke-linecap="round"/>
    <path d="M180 362q26 15 52 0" fill="none" stroke="#7c3c34" stroke-width="7" stroke-linecap="round"/>`;

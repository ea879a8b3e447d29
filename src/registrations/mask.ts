/** The first letter of each part, the rest hidden: enough to recognise somebody who is there, not to look people up. */
export const maskName = (name: string): string =>
  name
    .split(' ')
    .map((part) => `${[...part][0] ?? ''}•••`)
    .join(' ');

/** Khmer letters that Latin spelling writes with an h or without. */
export const fromKhmer = (text: string): string =>
  text
    .replace(/[ខឃ]/g, 'ក')
    .replace(/[ឋឍថធ]/g, 'ត')
    .replace(/[ផភ]/g, 'ព')
    .replace(/[ឆឈ]/g, 'ច');

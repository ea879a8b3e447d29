/** "Abd al-" is one word with what follows; the article before other words is written with them and is no letter of theirs. */
const SERVANT = /عبد\s*ال/g;
const ARTICLE = /(?<!\p{L})ال(?=\p{L}{2})/gu;
const LONG_A = /[اآأإٱىةۃ]/g;

/** Arabic letters: without the article, and with the long "a", which tells Jamal from Jamil. */
export const fromArabic = (text: string): string =>
  text.replace(SERVANT, 'عبدال').replace(ARTICLE, '').replace(LONG_A, 'a').replace(/ظ/g, 'z');

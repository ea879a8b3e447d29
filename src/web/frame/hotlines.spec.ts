import { hotlinesOf } from './hotlines.js';

describe('the emergency numbers of several posts', () => {
  const posts = [
    { hostCountry: 'KHM', city: 'Phnom Penh', hotline: '+44 20 7946 0999' },
    { hostCountry: 'MMR', city: 'Yangon', hotline: null },
    { hostCountry: 'DEU', city: 'Berlin', hotline: '+44 20 7946 0998' },
  ];

  it('stand by country in the order of the language, without who has none', () => {
    const countries = (locale: string) => hotlinesOf(posts, locale).map(({ country }) => country);
    expect(countries('en')).toEqual(['Cambodia', 'Germany']);
    expect(countries('id')).toEqual(['Jerman', 'Kamboja']);
  });
});

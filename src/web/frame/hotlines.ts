import { countryName } from '../../platform/icao/country-codes.js';
import type { Post } from '../../posts/post.entity.js';

/** Whom to call in danger, and where one has to be for it. */
export interface Hotline {
  /** In the reader's language. */
  country: string;
  city: string;
  phone: string;
}

/** The emergency numbers of all posts that have one, as a reader looks for them: by country, in the order of their language. */
export function hotlinesOf(
  posts: readonly Pick<Post, 'hostCountry' | 'city' | 'hotline'>[],
  locale: string,
): Hotline[] {
  const { compare } = new Intl.Collator(locale);
  return posts
    .flatMap(({ hostCountry, city, hotline }) =>
      hotline === null ? [] : [{ country: countryName(hostCountry, locale), city, phone: hotline }],
    )
    .sort((a, b) => compare(a.country, b.country) || compare(a.city, b.city));
}

import type { Features } from './features.js';

/** Typed keys; two records that share one are a pair to be compared. Free of the order of names. */
export function blockingKeys(features: Features): string[] {
  const { birth } = features;
  return [
    ...features.phones.map((phone) => `ph:${phone}`),
    ...features.documents.map((number) => `dc:${number}`),
    ...(birth.year ? features.name.map(({ sound }) => `ny:${sound}|${birth.year}`) : []),
  ];
}

import { fold } from './fold.js';

/** A short text (a town, a street) ready to be compared. */
export interface TextFeature {
  text: string;
}

/** @returns undefined where nothing is left of it */
export function textFeature(raw: string | undefined): TextFeature | undefined {
  const text = fold(raw ?? '');
  return text ? { text } : undefined;
}

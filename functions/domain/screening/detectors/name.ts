import { findNames } from '../names/find-names.ts';
import { personWords } from '../own-data.ts';
import type { Detector } from './detector.ts';

/** Finds names of persons. `others`: names of other people that the records of the case contain. */
export function namesWith(others: readonly string[]): Detector {
  const known = new Set(others.flatMap(personWords));
  return ({ text, words }) => findNames(text, words, known).map((place) => ({ ...place, kind: 'name' }));
}

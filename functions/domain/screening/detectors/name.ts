import { findNames } from '../names/find-names.ts';
import { personWords } from '../own-data.ts';
import type { Detector } from './detector.ts';

/** Names of persons. */
export const names: Detector = ({ text, words, context: { otherNames } }) =>
  findNames(text, words, new Set(otherNames.flatMap(personWords))).map((place) => ({ ...place, kind: 'name' }));

import type { LetterDate } from '../parts.ts';
import { statusLink } from '../sample-parts.ts';
import type { LetterSource } from '../source.ts';
import { english, swedish } from './words.ts';

/** The letter that says that the answer is late or not ready yet. */
export type Content = { readonly kind: 'delay'; readonly due: LetterDate; readonly statusLink: string };

function content(source: LetterSource): Content {
  const { state, statusLink } = source;
  const { due } = state.common;
  return { kind: 'delay', due, statusLink };
}

function samples(): readonly Content[] {
  return [{ kind: 'delay', due: '2026-12-21', statusLink }];
}

export const delay = { content, samples, swedish, english };

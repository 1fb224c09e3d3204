import type { LetterDate } from '../parts.ts';
import { statusLink } from '../sample-parts.ts';
import type { LetterSource } from '../source.ts';
import { english, swedish } from './words.ts';

/** The letter that says that a closed case is open again. */
export type Content = { readonly kind: 'reopened'; readonly due: LetterDate; readonly statusLink: string };

function content(source: LetterSource): Content {
  const { state, statusLink } = source;
  const { due } = state.common;
  return { kind: 'reopened', due, statusLink };
}

function samples(): readonly Content[] {
  return [{ kind: 'reopened', due: '2026-12-21', statusLink }];
}

export const reopened = { content, samples, swedish, english };

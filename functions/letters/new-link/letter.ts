import { statusLink } from '../sample-parts.ts';
import type { LetterSource } from '../source.ts';
import { english, swedish } from './words.ts';

/** Tells the new contact point that letters now go there. Links that were mailed before no longer work. */
export type Content = { readonly kind: 'new-link'; readonly statusLink: string };

function content(source: LetterSource): Content {
  const { statusLink } = source;
  return { kind: 'new-link', statusLink };
}

function samples(): readonly Content[] {
  return [{ kind: 'new-link', statusLink }];
}

export const newLink = { content, samples, swedish, english };

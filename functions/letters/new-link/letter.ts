import { statusLink } from '../sample-parts.ts';
import type { LetterSource } from '../source.ts';
import { english, swedish } from './words.ts';

/**
 * The letter that tells the new contact point that letters now go there. The letter has a new link, and the links of
 * earlier letters no longer work.
 */
export type Content = { readonly kind: 'new-link'; readonly statusLink: string };

function content(source: LetterSource): Content {
  const { statusLink } = source;
  return { kind: 'new-link', statusLink };
}

function samples(): readonly Content[] {
  return [{ kind: 'new-link', statusLink }];
}

export const newLink = { content, samples, swedish, english };

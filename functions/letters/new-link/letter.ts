import { statusLink } from '../sample-parts.ts';
import type { LetterSource } from '../source.ts';
import { english, swedish } from './words.ts';

/** From now on we write here; goes to the new contact point. Links that were mailed before open nothing any more. */
export type Content = { readonly kind: 'new-link'; readonly statusLink: string };

function content(source: LetterSource): Content {
  const { statusLink } = source;
  return { kind: 'new-link', statusLink };
}

function samples(): readonly Content[] {
  return [{ kind: 'new-link', statusLink }];
}

export const newLink = { content, samples, swedish, english };

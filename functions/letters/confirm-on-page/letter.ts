import { statusLink } from '../sample-parts.ts';
import type { LetterSource } from '../source.ts';
import { english, swedish } from './words.ts';

/**
 * The letter after a mail that asked for a change in the case. The person must confirm the change on the page of the
 * case, because somebody else may have written the mail, or because a program may have misread it.
 */
export type Content = { readonly kind: 'confirm-on-page'; readonly statusLink: string };

function content(source: LetterSource): Content {
  const { statusLink } = source;
  return { kind: 'confirm-on-page', statusLink };
}

function samples(): readonly Content[] {
  return [{ kind: 'confirm-on-page', statusLink }];
}

export const confirmOnPage = { content, samples, swedish, english };

import { statusLink } from '../sample-parts.ts';
import type { LetterSource } from '../source.ts';
import { english, swedish } from './words.ts';

/**
 * Goes to the contact point when an unauthenticated mail asked for a change in the case. It says that the person can
 * make the change on the page.
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

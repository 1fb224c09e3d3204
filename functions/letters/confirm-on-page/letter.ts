import { statusLink } from '../sample-parts.ts';
import type { LetterSource } from '../source.ts';
import { english, swedish } from './words.ts';

/**
 * The letter after a mail that asked for a change in the case. Anybody can forge the sender of a mail, so the person
 * must confirm the change on the page of the case.
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

import { type LetterOf, moveOf } from '#domain/case/letters/letters.ts';
import { localDate } from '#domain/clock/deadline.ts';
import { found } from '../case-parts.ts';
import type { LetterDate } from '../parts.ts';
import type { LetterSource } from '../source.ts';
import { english, swedish } from './words.ts';

/**
 * The letter that tells the old contact point about the change. Somebody else may read it, so it has neither the new
 * contact point nor a link to the case.
 */
export type Content = { readonly kind: 'contact-changed'; readonly changedDate: LetterDate };

function content(source: LetterSource, letter: LetterOf<'contact-changed'>): Content {
  const { state } = source;
  const zone = state.common.facts.timeZone;
  return {
    kind: 'contact-changed',
    changedDate: localDate(found(moveOf(state, letter) ?? state.common.contactChanges[Number(letter.of) - 1]).at, zone),
  };
}

function samples(): readonly Content[] {
  return [{ kind: 'contact-changed', changedDate: '2026-11-26' }];
}

export const contactChanged = { content, samples, swedish, english };

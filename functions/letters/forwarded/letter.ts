import type { LetterOf } from '#domain/case/letters/letters.ts';
import { closingText } from '../case-parts.ts';
import { endingWords } from '../kept-words.ts';
import type { LetterSource } from '../source.ts';
import { english, swedish } from './words.ts';

/**
 * The letter that says that another company of the group must answer the request. That company and ours are not joint
 * controllers (Art. 26), so we cannot answer for it.
 */
export type Content = { readonly kind: 'forwarded'; readonly company: string; readonly companyEmail: string };

function content(source: LetterSource, letter: LetterOf<'forwarded'>): Content {
  const { state, written } = source;
  const { company = '', companyEmail = '' } = endingWords(written, closingText(state.common, letter.n));
  return { kind: 'forwarded', company, companyEmail };
}

function samples(): readonly Content[] {
  return [{ kind: 'forwarded', company: 'Nordvik Norge AS', companyEmail: 'personvern@nordvik-norge.example' }];
}

export const forwarded = { content, samples, swedish, english };

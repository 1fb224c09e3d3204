import { found } from '../case-parts.ts';
import type { LetterSource } from '../source.ts';
import { english, swedish } from './words.ts';

/** The letter that says that later letters of the case are posted, and why. */
export type Content = { readonly kind: 'by-post'; readonly why: 'wish' | 'bounced' | 'proof' };

function content(source: LetterSource): Content {
  const { state } = source;
  return { kind: 'by-post', why: found(state.common.post).reason };
}

function samples(): readonly Content[] {
  return [
    { kind: 'by-post', why: 'bounced' },
    { kind: 'by-post', why: 'wish' },
    { kind: 'by-post', why: 'proof' },
  ];
}

export const byPost = { content, samples, swedish, english };

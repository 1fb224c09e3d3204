import type { LetterDate } from '../parts.ts';
import type { LetterSource } from '../source.ts';
import { english, swedish } from './words.ts';

/** The letter that says that we did not open an attachment, and that the period for the answer still runs. */
export type Content = { readonly kind: 'attachment-not-opened'; readonly due: LetterDate };

function content(source: LetterSource): Content {
  const { state } = source;
  const { due } = state.common;
  return { kind: 'attachment-not-opened', due };
}

function samples(): readonly Content[] {
  return [{ kind: 'attachment-not-opened', due: '2026-12-21' }];
}

export const attachmentNotOpened = { content, samples, swedish, english };

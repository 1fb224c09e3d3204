import type { LetterOf } from '#domain/case/letters/letters.ts';
import type { AskReason } from '#domain/case/vocabulary.ts';
import { askedTime, choicesOr, found } from '../case-parts.ts';
import { questionWords } from '../kept-words.ts';
import type { AtLeastOne, AskedTime } from '../parts.ts';
import { sampleParts, statusLink, resting, running, type Translate } from '../sample-parts.ts';
import type { LetterSource } from '../source.ts';
import { english, swedish } from './words.ts';

/**
 * The letter that asks the person to specify the request (recital 63). If the person does not reply, the request is not
 * narrowed.
 */
export type Content = {
  readonly kind: 'clarification-request';
  readonly time: AskedTime;
  readonly statusLink: string;
} & (
  | {
      readonly why: Extract<AskReason, 'large-amount'>;
      /** The activities or systems from which the person can choose. */
      readonly choices: AtLeastOne<string>;
    }
  | { readonly why: Extract<AskReason, 'request-not-understood'>; readonly question: string }
);

function content(source: LetterSource, letter: LetterOf<'clarification-request'>): Content {
  const { state, written, statusLink } = source;
  const asking = found(state.common.askings.find(({ id }) => id === letter.of));
  const { question, choices = [] } = questionWords(written, asking.text);
  const time = askedTime(state.common, asking);
  return asking.why === 'large-amount'
    ? { kind: 'clarification-request', why: 'large-amount', choices: choicesOr(choices, source), time, statusLink }
    : { kind: 'clarification-request', why: 'request-not-understood', question, time, statusLink };
}

function samples(t: Translate): readonly Content[] {
  const { register, binders, invoicing } = sampleParts(t);
  return [
    {
      kind: 'clarification-request',
      why: 'large-amount',
      choices: [register, invoicing, binders],
      time: resting,
      statusLink,
    },
    {
      kind: 'clarification-request',
      why: 'request-not-understood',
      question: t({
        sv: 'Vid vilken tid och på vilken plats blev du filmad?',
        en: 'At what time and place were you filmed?',
      }),
      time: running,
      statusLink,
    },
  ];
}

export const clarificationRequest = { content, samples, swedish, english };

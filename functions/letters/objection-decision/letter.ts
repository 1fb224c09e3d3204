import type { LetterOf } from '#domain/case/letters/letters.ts';
import { localDate, plusDays } from '#domain/clock/deadline.ts';
import { policyOf } from '#domain/organisation/scope.ts';
import { found } from '../case-parts.ts';
import { wordsOf } from '../kept-words.ts';
import type { LetterDate } from '../parts.ts';
import type { Translate } from '../sample-parts.ts';
import type { LetterSource } from '../source.ts';
import { english, swedish } from './words.ts';

/**
 * The letter with the decision on an objection (Art. 21(1)). The person objected to the use of data for a purpose
 * (`processing`), or to our keeping the record of the case (`case-record`).
 */
export type Content = {
  readonly kind: 'objection-decision';
  readonly about:
    | {
        readonly kind: 'processing';
        readonly what: string;
        /** Whether the processing was restricted until the decision (Art. 18(1)(d)). */
        readonly restrictedMeanwhile: boolean;
      }
    | { readonly kind: 'case-record'; readonly keptUntil: LetterDate };
  readonly decision:
    | { readonly outcome: 'stopped'; readonly from: LetterDate }
    | {
        readonly outcome: 'continues';
        readonly ground: 'compelling-grounds' | 'legal-claims';
        readonly reason: string;
      };
};

function content(source: LetterSource, letter: LetterOf<'objection-decision'>): Content {
  const { state, written, controller } = source;
  const zone = state.common.facts.timeZone;
  const objection = found(state.common.retentionObjections[letter.n - 1]);
  const decision = found(objection.decision);
  const { profileDays } = policyOf(source.organisation, controller.id);
  const keptUntil = plusDays(localDate(decision.at, zone), profileDays);
  return {
    kind: 'objection-decision',
    about: { kind: 'case-record', keptUntil },
    decision: decision.upheld
      ? { outcome: 'stopped', from: localDate(decision.at, zone) }
      : { outcome: 'continues', ground: 'legal-claims', reason: wordsOf(written, decision.text) },
  };
}

function samples(t: Translate): readonly Content[] {
  return [
    {
      kind: 'objection-decision',
      about: {
        kind: 'processing',
        what: t({ sv: 'kundundersökningar med e-post', en: 'customer surveys by e-mail' }),
        restrictedMeanwhile: true,
      },
      decision: { outcome: 'stopped', from: '2026-11-25' },
    },
    {
      kind: 'objection-decision',
      about: {
        kind: 'processing',
        what: t({ sv: 'loggar för att upptäcka bedrägerier', en: 'logs to detect fraud' }),
        restrictedMeanwhile: true,
      },
      decision: {
        outcome: 'continues',
        ground: 'compelling-grounds',
        reason: t({
          sv: 'Utan loggarna kan ingen kunds konto skyddas',
          en: 'Without the logs nobody’s account can be protected',
        }),
      },
    },
    {
      kind: 'objection-decision',
      about: { kind: 'case-record', keptUntil: '2031-12-21' },
      decision: {
        outcome: 'continues',
        ground: 'legal-claims',
        reason: t({
          sv: 'Vi måste kunna visa tillsynsmyndigheten och en domstol hur vi har svarat dig',
          en: 'We must be able to show the supervisory authority and a court how we answered you',
        }),
      },
    },
  ];
}

export const objectionDecision = { content, samples, swedish, english };

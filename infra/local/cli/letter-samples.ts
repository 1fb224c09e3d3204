import type { Language } from '#domain/language.ts';
import type { LetterName } from '#domain/case/letters/letter.ts';
import { answerSamples } from './letter-samples/answer.ts';
import { changesSamples } from './letter-samples/changes.ts';
import { courseSamples } from './letter-samples/course.ts';
import { decisionsSamples } from './letter-samples/decisions.ts';
import { identitySamples } from './letter-samples/identity.ts';
import { intakeSamples } from './letter-samples/intake.ts';
import { noticesSamples } from './letter-samples/notices.ts';
import type { SamplesOf } from './letter-samples/parts.ts';

/** Invented letters of every name, in every situation in which its words differ. */
export function letterSamples(language: Language): SamplesOf<LetterName> {
  const t = (text: Readonly<Record<Language, string>>): string => text[language];
  return {
    ...intakeSamples(),
    ...identitySamples(t),
    ...courseSamples(t),
    ...decisionsSamples(t),
    ...answerSamples(t),
    ...changesSamples(t),
    ...noticesSamples(t),
  };
}

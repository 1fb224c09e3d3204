import type { LetterDate } from '../parts.ts';
import type { Translate } from '../sample-parts.ts';
import { english, swedish } from './words.ts';

/**
 * The letter that explains how an automated decision was made, and what a person decided when reviewing it (Art.
 * 15(1)(h), 22(3)).
 */
export type Content = {
  readonly kind: 'automated-decision';
  readonly what: string;
  readonly decidedOn: LetterDate;
  /** The procedure and the principles that were actually applied, in plain words (C-203/22). */
  readonly logic: string;
  readonly significance: string;
  readonly consequences: string;
  /** Which other data would have led to another decision, such as a higher income. Absent if no other data would. */
  readonly otherwise?: string;
  readonly reviewer: string;
  readonly result: 'changed' | 'upheld';
  readonly resultReason: string;
};

function samples(t: Translate): readonly Content[] {
  return (['upheld', 'changed'] as const).map((result) => ({
    kind: 'automated-decision',
    what: t({ sv: 'din ansökan om avbetalning', en: 'your application to pay by instalments' }),
    decidedOn: '2026-10-14',
    logic: t({
      sv: 'Vi räknar ihop poäng för inkomst, tidigare köp och betalningsanmärkningar. Under 50 poäng blir det nej',
      en: 'We add up points for income, earlier purchases and records of late payment. Below 50 points the answer is no',
    }),
    significance: t({
      sv: 'Poängen avgör ensam om du får dela upp betalningen',
      en: 'The points alone decide whether you may pay in parts',
    }),
    consequences: t({
      sv: 'Du kan handla ändå, men betalar hela summan direkt',
      en: 'You can still shop, but pay the whole sum at once',
    }),
    ...(result === 'changed' && {
      otherwise: t({ sv: 'Två tidigare köp hade räckt', en: 'Two earlier purchases would have been enough' }),
    }),
    reviewer: t({ sv: 'Vår kreditansvarige', en: 'Our credit manager' }),
    result,
    resultReason:
      result === 'changed'
        ? t({ sv: 'En uppgift var gammal', en: 'One detail was out of date' })
        : t({ sv: 'Uppgifterna var riktiga', en: 'The data were right' }),
  }));
}

export const automatedDecision = { samples, swedish, english };

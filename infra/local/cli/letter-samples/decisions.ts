import { statusLink } from './fixed.ts';
import { sampleParts, type SamplesOf, type Translate } from './parts.ts';

/** Decisions. */
export function decisionsSamples(
  t: Translate,
): SamplesOf<'refusal' | 'fee' | 'objection-decision' | 'automated-decision'> {
  const { others, calculation, register } = sampleParts(t);
  return {
    refusal: [
      {
        kind: 'refusal',
        scope: 'whole',
        items: [
          {
            what: t({ sv: 'Alla uppgifter', en: 'All data' }),
            ground: { code: 'abuse' },
            reason: t({
              sv: 'Du har skrivit att begäran bara görs för att få betalt, och du har gjort samma sak hos tjugo bolag',
              en: 'You wrote that the request is only made to be paid, and you have done the same with twenty companies',
            }),
          },
        ],
        late: false,
      },
      {
        kind: 'refusal',
        scope: 'part',
        items: [
          others,
          calculation,
          {
            what: t({ sv: 'Utkast till offert', en: 'Draft of an offer' }),
            ground: { code: 'draft-or-note' },
            reason: t({ sv: 'Det har inte lämnats till någon', en: 'It was not given to anybody' }),
          },
        ],
        granted: [register, t({ sv: 'Elektroniska avtal', en: 'Electronic contracts' })],
        late: true,
      },
      {
        kind: 'refusal',
        scope: 'part',
        items: [
          {
            what: t({ sv: 'Uppgifter hos våra kunder', en: 'Data at our customers' }),
            ground: { code: 'not-our-data' },
            reason: '',
          },
        ],
        granted: 'the-rest',
        late: false,
      },
    ],
    fee: [
      {
        kind: 'fee',
        basis: 'further-copy',
        facts: t({
          sv: 'Du fick den första kopian den 3 november och vill ha samma uppgifter på papper',
          en: 'You had the first copy on 3 November and want the same data on paper',
        }),
        amount: { amount: 12_050, currency: 'SEK' },
        costs: t({
          sv: '90 kr för utskrift och 30,50 kr för porto',
          en: 'SEK 90 for printing and SEK 30.50 for postage',
        }),
        begun: false,
        answerBy: '2026-12-07',
        statusLink,
      },
      {
        kind: 'fee',
        basis: 'excessive',
        facts: t({
          sv: 'Du har begärt samma uppgifter varje dag i tre veckor, och de har inte ändrats',
          en: 'You have asked for the same data every day for three weeks, and they have not changed',
        }),
        amount: { amount: 30_000, currency: 'SEK' },
        costs: t({ sv: 'två timmars arbete', en: 'two hours of work' }),
        begun: true,
        answerBy: '2026-12-07',
        statusLink,
      },
    ],
    'objection-decision': [
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
    ],
    'automated-decision': (['upheld', 'changed'] as const).map((result) => ({
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
    })),
  };
}

import type { LetterOf } from '#domain/case/letters/letters.ts';
import { found, inWords, refusedItem, refusedLines } from '../case-parts.ts';
import { refusalWords } from '../kept-words.ts';
import { atLeastOne, type AtLeastOne, type RefusedItem } from '../parts.ts';
import { sampleParts, type Translate } from '../sample-parts.ts';
import type { LetterSource } from '../source.ts';
import { english, swedish } from './words.ts';

/** The letter that refuses the whole request or a part of it. */
export type Content = { readonly kind: 'refusal'; readonly items: AtLeastOne<RefusedItem>; readonly late: boolean } & (
  | { readonly scope: 'whole' }
  /** `granted` lists what the person gets. `the-rest`: the person gets everything that is not refused. */
  | { readonly scope: 'part'; readonly granted: AtLeastOne<string> | 'the-rest' }
);

function content(source: LetterSource, letter: LetterOf<'refusal'>): Content {
  const { state, written } = source;
  const refusal = found(state.common.refusals[letter.n - 1]);
  const { reason, law, granted = [] } = refusalWords(written, refusal.text);
  const whole = inWords(source, 'Det du har begärt', 'What you have asked for');
  const part = inWords(source, 'En del av det du har begärt', 'A part of what you have asked for');
  const list = atLeastOne(refusedLines(source, refusal)) ?? [
    refusedItem({ what: refusal.scope === 'whole' ? whole : part, ground: refusal.ground, law, reason }),
  ];
  return refusal.scope === 'whole'
    ? { kind: 'refusal', scope: 'whole', items: list, late: refusal.late }
    : {
        kind: 'refusal',
        scope: 'part',
        items: list,
        late: refusal.late,
        granted: atLeastOne(granted) ?? 'the-rest',
      };
}

function samples(t: Translate): readonly Content[] {
  const { others, calculation, register } = sampleParts(t);
  return [
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
  ];
}

export const refusal = { content, samples, swedish, english };

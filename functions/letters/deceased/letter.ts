import type { LetterOf } from '#domain/case/letters/letters.ts';
import { closingText } from '../case-parts.ts';
import { endingWords } from '../kept-words.ts';
import type { Translate } from '../sample-parts.ts';
import type { LetterSource } from '../source.ts';
import { english, swedish } from './words.ts';

/** The letter that says that the GDPR gives no right to the data of a dead person (recital 27). */
export type Content = {
  readonly kind: 'deceased';
  /**
   * What the estate can do instead, in whole sentences: for example, use a right under the contract of the dead person.
   */
  readonly estateRoute: string;
  readonly estateContact: string;
};

function content(source: LetterSource, letter: LetterOf<'deceased'>): Content {
  const { state, written, controller } = source;
  const { estateRoute = '' } = endingWords(written, closingText(state.common, letter.n));
  return { kind: 'deceased', estateRoute, estateContact: controller.email };
}

function samples(t: Translate): readonly Content[] {
  return [
    {
      kind: 'deceased',
      estateRoute: t({
        sv: 'Enligt våra villkor kan dödsboet säga upp medlemskapet och få en slutfaktura',
        en: 'Under our terms the estate can end the membership and have a final invoice',
      }),
      estateContact: 'dodsbo@nordvik.example',
    },
  ];
}

export const deceased = { content, samples, swedish, english };

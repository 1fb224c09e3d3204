import type { CaseView } from '#api/staff.ts';
import { refuseLabels } from '#commands/refuse.ts';
import { useSpeech } from '../../../words/language.tsx';
import { wordFor } from '../../../words/console-words.ts';
import { useOpenCase } from '../../context.ts';

/** The partial refusals that staff can replace or take back. */
export function changeableRefusals({ refusals }: Pick<CaseView, 'refusals'>): CaseView['refusals'] {
  return refusals.filter(({ changeable }) => changeable);
}

/**
 * A title for each refusal: the refused data, the ground and the time of the refusal. The key is the number of the
 * refusal.
 */
export function useRefusalNames(): Readonly<Record<string, string>> {
  const { words, language, instant } = useSpeech();
  const { view } = useOpenCase();
  return Object.fromEntries(
    view.refusals.map(({ refusal, ground, at, items, inWordsOnly }) => [
      String(refusal),
      [
        inWordsOnly ? refuseLabels[language].inWordsOnly : items.map(({ title }) => title[language]).join(', '),
        wordFor(words.terms.grounds, ground),
        instant(at),
      ].join(' · '),
    ]),
  );
}

import type { ReactNode } from 'react';
import { recordManualResultLabels } from '#commands/record-manual-result.ts';
import { Facts } from '../../../ui/facts.tsx';
import { useSpeech } from '../../../words/language.tsx';
import { wordFor } from '../../../words/console-words.ts';
import { useOpenCase } from '../../context.ts';
import { MaskedValue, MaskedValues } from '../../masked-value.tsx';

/**
 * What staff search for by hand: the name and address of the person, what the person stated, and the identifiers that
 * staff accepted. Each value is masked until the user asks for it, and the API logs who saw it.
 */
export function SearchValues(): ReactNode {
  const { words, language } = useSpeech();
  const { view } = useOpenCase();
  const known = [...view.claimed, ...view.learned.filter(({ decision }) => decision === 'accepted')].filter(
    ({ identifier }, index, all) => all.findIndex((one) => one.identifier === identifier) === index,
  );
  return (
    <div className="stack tight">
      <h4>{recordManualResultLabels[language].searchFor}</h4>
      <MaskedValues>
        <Facts
          facts={[
            ...(['name', 'address'] as const)
              .filter((one) => view.revealable.includes(one))
              .map((one) => ({
                name: words.case.reveal[one],
                value: <MaskedValue identifier={one} masked="•••" what={words.case.reveal[one]} />,
              })),
            ...known.map(({ identifier, kind, masked }) => ({
              name: wordFor(words.identifiers, kind),
              value: <MaskedValue identifier={identifier} masked={masked} what={wordFor(words.identifiers, kind)} />,
            })),
          ]}
        />
      </MaskedValues>
    </div>
  );
}

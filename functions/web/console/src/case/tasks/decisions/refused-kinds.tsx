import type { ReactNode } from 'react';
import type { CaseView } from '#api/staff.ts';
import { refuseLabels } from '#commands/refuse.ts';
import { TicksField } from '../../../ui/fields.tsx';
import { useSpeech } from '../../../words/language.tsx';
import { useOpenCase } from '../../context.ts';

/** One kind of record of one system. */
export interface Kind {
  readonly system: string;
  readonly resource: string;
}

/** The kinds of record that the search found and that no answer contains yet. The key is `system/resource`. */
export function kindsOf({ held }: Pick<CaseView, 'held'>): ReadonlyMap<string, Kind> {
  return new Map(
    held.flatMap(({ system, resources }) =>
      resources.map(({ resource }) => [`${system}/${resource}`, { system, resource }] as const),
    ),
  );
}

interface Props {
  readonly value: readonly string[];
  readonly onChange: (value: readonly string[]) => void;
}

/** A checkbox for each kind of record that can be refused. The answer leaves out the kinds that the user ticks. */
export function RefusedKinds({ value, onChange }: Props): ReactNode {
  const { language } = useSpeech();
  const { view } = useOpenCase();
  const refuse = refuseLabels[language];
  const names = view.held.flatMap(({ system, title, resources }) =>
    resources.map(
      ({ resource, title: kind, records }) =>
        [
          `${system}/${resource}`,
          `${title[language]}: ${kind[language]}${records === null ? '' : ` (${records})`}`,
        ] as const,
    ),
  );
  if (names.length === 0) return <p className="notice calm">{refuse.nothingHeld}</p>;
  return (
    <TicksField
      label={refuse.kinds}
      hint={refuse.kindsHint}
      choices={[...kindsOf(view).keys()]}
      words={Object.fromEntries(names)}
      value={value}
      onChange={onChange}
    />
  );
}

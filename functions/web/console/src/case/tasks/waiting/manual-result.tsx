import { useState, type ReactNode } from 'react';
import { silentLawSchema, type SilentLaw } from '#domain/case/vocabulary.ts';
import { recordManualResultLabels } from '#commands/record-manual-result.ts';
import type { DraftOf } from '../../../logic/attempt.ts';
import type { Block, System } from '../../../logic/task.ts';
import { ChoiceField, LineField } from '../../../ui/fields.tsx';
import { taskWords } from '../../../words/command-words.ts';
import { useSpeech } from '../../../words/language.tsx';
import { CommandForm } from '../command-form.tsx';
import { HandEntries } from './hand-entries.tsx';
import { SearchValues } from './search-values.tsx';
import { useHandEntries } from './use-hand-entries.ts';
import { TaskCard } from '../task-card.tsx';

const outcomes = ['nothing-held', 'found', 'withheld', 'undisclosable', 'failed'] as const;
type Outcome = (typeof outcomes)[number];
const partLaws = ['none', ...silentLawSchema.options] as const;
type PartLaw = (typeof partLaws)[number];

interface Props {
  readonly block: Block | null;
  readonly system: System;
  /** Whether the card corrects a result that staff recorded earlier and that no answer contains yet. */
  readonly correction: boolean;
}

/** The card on which staff record the result of a search by hand. */
export function ManualResult({ block, system, correction }: Props): ReactNode {
  const { language } = useSpeech();
  const manual = recordManualResultLabels[language];
  const title = (correction ? manual.correct : manual.title)(system.title[language]);
  const card = (
    <TaskCard title={title} text={taskWords('record-manual-result', language).text} block={block}>
      {system.instructions === null ? null : (
        <div className="stack tight">
          <h4>{manual.instructions}</h4>
          <p className="quote">{system.instructions[language]}</p>
        </div>
      )}
      {block === null ? <ManualForm system={system} /> : null}
    </TaskCard>
  );
  // The card is collapsed if staff need not fill it in: there is a result already, or a connector searches the system.
  return system.mode === 'manual' && !correction ? (
    card
  ) : (
    <details>
      <summary>{title}</summary>
      {card}
    </details>
  );
}

/** What to search for, what was found so far, and the form that finishes the search. */
function ManualForm({ system }: { readonly system: System }): ReactNode {
  const entries = useHandEntries(system.id);
  return (
    <>
      <SearchValues />
      <HandEntries system={system.id} entries={entries} />
      <Finish system={system} kept={entries.found?.entries.map(({ entry }) => entry) ?? []} />
    </>
  );
}

interface FinishProps {
  readonly system: System;
  /** The ids of the entries that the user sees. */
  readonly kept: readonly string[];
}

function Finish({ system, kept }: FinishProps): ReactNode {
  const { words, language } = useSpeech();
  const manual = recordManualResultLabels[language];
  const [outcome, setOutcome] = useState<Outcome>();
  const [ground, setGround] = useState('');
  const [law, setLaw] = useState<SilentLaw>();
  const [partLaw, setPartLaw] = useState<PartLaw>('none');
  const draft = draftOf(system.id, outcome, { kept, ground, law, partLaw });
  return (
    <CommandForm draft={draft} submit={taskWords('record-manual-result', language).submit}>
      <ChoiceField
        label={manual.outcome}
        choices={outcomes}
        words={manual.choices}
        value={outcome}
        onChange={setOutcome}
      />
      {outcome === 'found' ? (
        <>
          {kept.length === 0 ? <p className="notice calm">{manual.entryFirst}</p> : null}
          <ChoiceField
            label={manual.partLaw}
            hint={manual.silentHint}
            choices={partLaws}
            words={{ none: manual.noPartLaw, ...words.terms.silentLaws }}
            value={partLaw}
            onChange={(chosen) => setPartLaw(chosen ?? 'none')}
          />
        </>
      ) : null}
      {outcome === 'withheld' ? (
        <LineField label={manual.ground} hint={manual.groundHint} most={200} value={ground} onChange={setGround} />
      ) : null}
      {outcome === 'undisclosable' ? (
        <ChoiceField
          label={manual.law}
          hint={manual.silentHint}
          choices={silentLawSchema.options}
          words={words.terms.silentLaws}
          value={law}
          onChange={setLaw}
        />
      ) : null}
      {outcome !== undefined && outcome !== 'found' && kept.length > 0 ? (
        <p className="notice calm">{manual.takeBackFirst}</p>
      ) : null}
      {outcome === 'failed' ? <p className="soft">{manual.failedHint}</p> : null}
    </CommandForm>
  );
}

interface Details {
  readonly kept: readonly string[];
  readonly ground: string;
  readonly law: SilentLaw | undefined;
  readonly partLaw: PartLaw;
}

function draftOf(
  system: string,
  outcome: Outcome | undefined,
  details: Details,
): DraftOf<'record-manual-result'> | undefined {
  const { kept, ground, law, partLaw } = details;
  const type = 'record-manual-result';
  switch (outcome) {
    case undefined:
      return undefined;
    case 'found':
      if (kept.length === 0) return undefined;
      return { type, system, outcome, kept: [...kept], ...(partLaw === 'none' ? {} : { law: partLaw }) };
    case 'withheld':
      return { type, system, outcome, ground };
    case 'undisclosable':
      return law === undefined ? undefined : { type, system, outcome, law };
    case 'nothing-held':
    case 'failed':
      return { type, system, outcome };
  }
}

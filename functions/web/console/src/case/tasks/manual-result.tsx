import { Button, Radio, TextInput } from '@mantine/core';
import { useState, type ReactNode } from 'react';
import type { Draft } from '../../logic/attempt.ts';
import type { Block, System, Task } from '../../logic/offers.ts';
import { TroubleNotice } from '../../ui/trouble-notice.tsx';
import { useSpeech } from '../../words/language.tsx';
import { useOpenCase } from '../context.ts';
import { useCommand } from '../use-command.ts';
import { emptyEntry, ManualEntries, type Entry } from './manual-entries.tsx';
import { TaskCard } from './task-card.tsx';

const outcomes = ['nothing-held', 'found', 'withheld', 'failed'] as const;
type Outcome = (typeof outcomes)[number];

interface Props {
  readonly block: Block | null;
  readonly task: Extract<Task, { readonly type: 'record-manual-result' }>;
}

/** What somebody came to who searched a system by hand. */
export function ManualResult({ block, task: { system, correction } }: Props): ReactNode {
  const { words, language } = useSpeech();
  const title = (correction ? words.manual.correct : words.manual.title)(system.title[language]);
  const card = (
    <TaskCard title={title} text={words.tasks['record-manual-result'].text} block={block}>
      {system.instructions === null ? null : (
        <div className="stack tight">
          <h4>{words.manual.instructions}</h4>
          <p className="quote">{system.instructions[language]}</p>
        </div>
      )}
      {block === null ? <ManualForm system={system} /> : null}
    </TaskCard>
  );
  // What nobody needs to do is folded away: a machine's system is searched by hand only as a way out.
  return system.mode === 'manual' && !correction ? (
    card
  ) : (
    <details>
      <summary>{title}</summary>
      {card}
    </details>
  );
}

function ManualForm({ system }: { readonly system: System }): ReactNode {
  const { words } = useSpeech();
  const { reload } = useOpenCase();
  const { busy, trouble, send } = useCommand();
  const [outcome, setOutcome] = useState<Outcome>();
  const [entries, setEntries] = useState<readonly Entry[]>([emptyEntry(1)]);
  const [ground, setGround] = useState('');
  const submit = (): void => {
    if (outcome !== undefined) send(draftOf(system.id, outcome, entries, ground));
  };
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        submit();
      }}
    >
      <Radio.Group
        label={words.manual.outcome}
        required
        value={outcome ?? null}
        onChange={(value) => setOutcome(outcomes.find((each) => each === value))}
      >
        <div className="stack tight" style={{ marginTop: '0.5rem' }}>
          {outcomes.map((each) => (
            <Radio key={each} value={each} label={words.manual.choices[each]} required />
          ))}
        </div>
      </Radio.Group>
      {outcome === 'found' ? <ManualEntries entries={entries} onChange={setEntries} /> : null}
      {outcome === 'withheld' ? (
        <TextInput
          label={words.manual.ground}
          description={words.manual.groundHint}
          required
          maxLength={200}
          value={ground}
          onChange={(event) => setGround(event.currentTarget.value)}
        />
      ) : null}
      {outcome === 'failed' ? <p className="soft">{words.manual.failedHint}</p> : null}
      {trouble === undefined ? null : (
        <TroubleNotice trouble={trouble} of="command" onReload={reload} onRetry={submit} />
      )}
      <div>
        <Button type="submit" loading={busy}>
          {words.tasks['record-manual-result'].submit}
        </Button>
      </div>
    </form>
  );
}

function draftOf(system: string, outcome: Outcome, entries: readonly Entry[], ground: string): Draft {
  const draft = { type: 'record-manual-result', system, outcome } as const;
  switch (outcome) {
    case 'found':
      return { ...draft, entries: entries.map(({ heading, text }) => ({ heading, text })) };
    case 'withheld':
      return { ...draft, ground };
    case 'nothing-held':
    case 'failed':
      return draft;
  }
}

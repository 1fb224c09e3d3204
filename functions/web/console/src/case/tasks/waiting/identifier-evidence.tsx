import { Button } from '@mantine/core';
import { useState, type ReactNode } from 'react';
import type { EvidenceList, EvidenceRecord } from '#api/evidence.ts';
import { decideIdentifiersLabels } from '#commands/decide-identifiers.ts';
import type { Trouble } from '../../../api/problem.ts';
import { useDesk } from '../../../session/context.ts';
import { Facts } from '../../../ui/facts.tsx';
import { TroubleNotice } from '../../../ui/trouble-notice.tsx';
import { wordFor } from '../../../words/console-words.ts';
import { useSpeech } from '../../../words/language.tsx';
import { useOpenCase } from '../../context.ts';

type Evidence = EvidenceList['identifiers'][number];

interface Props {
  readonly identifier: string;
  /** What the identifier is, for users of screen readers. */
  readonly which: ReactNode;
}

/**
 * A button that shows the records which contain a learned identifier. The records are only in the state of this
 * component. They are removed when the user hides them or leaves the page, and when the case has a new commit.
 */
export function IdentifierEvidence(props: Props): ReactNode {
  const { view } = useOpenCase();
  return <Shown key={`${view.reference} ${view.seq}`} {...props} />;
}

function Shown({ identifier, which }: Props): ReactNode {
  const { language } = useSpeech();
  const labels = decideIdentifiersLabels[language];
  const { client } = useDesk();
  const { view, reload } = useOpenCase();
  const [busy, setBusy] = useState(false);
  const [evidence, setEvidence] = useState<Evidence>();
  const [trouble, setTrouble] = useState<Trouble>();
  async function show(): Promise<void> {
    setBusy(true);
    const answer = await client.evidence(view.reference, [identifier]);
    setBusy(false);
    setTrouble(answer.ok ? undefined : answer.trouble);
    if (answer.ok) setEvidence(answer.value.identifiers.find((one) => one.identifier === identifier));
  }
  // While the records are loaded, the button is not disabled, because a disabled button loses the focus.
  const press = (): void => {
    if (evidence !== undefined) setEvidence(undefined);
    else if (!busy) void show();
  };
  return (
    <div className="stack tight">
      <div>
        <Button variant="default" size="compact-sm" aria-busy={busy} onClick={press}>
          {evidence === undefined ? labels.showEvidence : labels.hideEvidence}
          {which}
        </Button>
      </div>
      {trouble === undefined ? null : (
        <TroubleNotice trouble={trouble} of="page" onReload={reload} onRetry={() => void show()} />
      )}
      <div aria-live="polite" className="stack tight">
        {evidence === undefined ? null : <Records evidence={evidence} />}
      </div>
    </div>
  );
}

function Records({ evidence: { records, more, searches } }: { readonly evidence: Evidence }): ReactNode {
  const { language } = useSpeech();
  const labels = decideIdentifiersLabels[language];
  return (
    <>
      {records.length === 0 ? <p>{labels.noRecords}</p> : null}
      {records.map((record, index) => (
        <RecordFacts key={index} record={record} />
      ))}
      {more ? <p className="soft">{labels.moreRecords}</p> : null}
      {searches.length === 0 ? null : <p>{labels.searches(searches.map((title) => title[language]).join(', '))}</p>}
    </>
  );
}

/** The facts in one record, each beside what is known of the person. */
function RecordFacts({ record }: { readonly record: EvidenceRecord }): ReactNode {
  const { words, language } = useSpeech();
  const labels = decideIdentifiersLabels[language];
  const said = (one: EvidenceRecord['name']): string =>
    one === null ? labels.absent : `${one.value} – ${labels.compared[one.compared]}`;
  return (
    <div className="quote stack tight">
      <p>
        <strong>{record.title[language]}</strong>, {record.systemTitle[language]}
      </p>
      <p className="soft">
        {labels.stoodIn(record.fields.map((title) => title[language]).join(', '))} {labels.standings[record.standing]}
      </p>
      <Facts
        facts={[
          { name: labels.name, value: said(record.name) },
          { name: labels.address, value: said(record.address) },
          ...record.identifiers.map(({ kind, masked, compared }) => ({
            name: wordFor(words.identifiers, kind),
            value: `${masked} – ${labels.compared[compared]}`,
          })),
        ]}
      />
    </div>
  );
}

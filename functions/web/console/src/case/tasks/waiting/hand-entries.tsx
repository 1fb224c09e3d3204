import { Button } from '@mantine/core';
import { useState, type ReactNode } from 'react';
import type { HandEntriesView } from '#api/hand-entries.ts';
import { recordManualResultLabels } from '#commands/record-manual-result.ts';
import type { Trouble } from '../../../api/problem.ts';
import { useDesk } from '../../../session/context.ts';
import { TroubleNotice } from '../../../ui/trouble-notice.tsx';
import { Written } from '../../../ui/written.tsx';
import { actorWords } from '../../../words/console-words.ts';
import { useSpeech } from '../../../words/language.tsx';
import { useOpenCase } from '../../context.ts';
import { NewHandEntry } from './new-hand-entry.tsx';
import type { HandEntriesReader } from './use-hand-entries.ts';

interface Props {
  readonly system: string;
  readonly entries: HandEntriesReader;
}

/** What was found so far in a search by hand, by whom, and the form for one more entry. */
export function HandEntries({ system, entries: { found, trouble, reload } }: Props): ReactNode {
  const { language } = useSpeech();
  const manual = recordManualResultLabels[language];
  return (
    <div className="stack">
      <div className="stack tight" aria-live="polite">
        <h4>{manual.soFar}</h4>
        {found === undefined ? null : <Found system={system} found={found} onChange={reload} />}
        {trouble === undefined ? null : (
          <TroubleNotice trouble={trouble} of="page" onReload={() => void reload()} onRetry={() => void reload()} />
        )}
      </div>
      <div>
        <Button variant="default" size="compact-sm" onClick={() => void reload()}>
          {manual.refresh}
        </Button>
      </div>
      <NewHandEntry system={system} onSaved={reload} />
    </div>
  );
}

interface FoundProps {
  readonly system: string;
  readonly found: HandEntriesView;
  readonly onChange: () => Promise<void>;
}

function Found({ system, found: { entries, finished }, onChange }: FoundProps): ReactNode {
  const { words, language, instant } = useSpeech();
  const manual = recordManualResultLabels[language];
  const { client, member } = useDesk();
  const { view, reload } = useOpenCase();
  const [busy, setBusy] = useState(false);
  const [trouble, setTrouble] = useState<Trouble>();
  async function takeBack(entry: string): Promise<void> {
    setBusy(true);
    const answer = await client.takeHandEntryBack(view.reference, system, entry);
    setBusy(false);
    setTrouble(answer.ok ? undefined : answer.trouble);
    await onChange();
  }
  const inAnswer = <p className="soft">{finished ? manual.inResult : manual.notInResult}</p>;
  if (entries.length === 0)
    return (
      <>
        <p className="soft">{manual.noneSoFar}</p>
        {finished ? null : inAnswer}
      </>
    );
  return (
    <>
      <ul className="lines">
        {entries.map(({ entry, heading, text, files = [], by, at }) => (
          <li key={entry} className="stack tight">
            <strong>{heading}</strong>
            {text === undefined ? null : <Written text={text} />}
            {files.map(({ file, title }) => (
              <span key={file}>{title}</span>
            ))}
            <span className="soft small">
              {instant(at)} {words.case.by(actorWords(words, `staff:${by}`, member.id))}
            </span>
            <div>
              <Button variant="subtle" size="compact-md" disabled={busy} onClick={() => void takeBack(entry)}>
                {manual.takeBack(heading)}
              </Button>
            </div>
          </li>
        ))}
      </ul>
      {inAnswer}
      {trouble === undefined ? null : <TroubleNotice trouble={trouble} of="command" onReload={reload} />}
    </>
  );
}

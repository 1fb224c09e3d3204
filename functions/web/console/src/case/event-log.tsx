import { Button } from '@mantine/core';
import { useState, type ReactNode } from 'react';
import type { Answer } from '../api/client.ts';
import type { Trouble } from '../api/problem.ts';
import { useDesk } from '../session/context.ts';
import { saveFile } from '../ui/save-file.ts';
import { TroubleNotice } from '../ui/trouble-notice.tsx';
import { useSpeech } from '../words/language.tsx';
import { useOpenCase } from './context.ts';

/**
 * The buttons that download the event log of the case, and the log of who has seen what of its material. Only some roles
 * may download them.
 */
export function EventLog(): ReactNode {
  const { words } = useSpeech();
  const { client } = useDesk();
  const { reference } = useOpenCase().view;
  return (
    <>
      <Log
        text={words.case.logText}
        label={words.case.log}
        file={`${reference}.jsonl`}
        fetchIt={async () => await client.audit(reference)}
      />
      <Log
        text={words.case.viewsText}
        label={words.case.views}
        file={`${reference}-views.jsonl`}
        fetchIt={async () => await client.auditViews(reference)}
      />
    </>
  );
}

interface Props {
  readonly text: string;
  readonly label: string;
  /** The name of the saved file. */
  readonly file: string;
  readonly fetchIt: () => Promise<Answer<string>>;
}

/** The button that saves one log as a file. */
function Log({ text, label, file, fetchIt }: Props): ReactNode {
  const [busy, setBusy] = useState(false);
  const [trouble, setTrouble] = useState<Trouble>();
  async function download(): Promise<void> {
    setBusy(true);
    const answer = await fetchIt();
    setBusy(false);
    setTrouble(answer.ok ? undefined : answer.trouble);
    if (answer.ok) saveFile(file, new Blob([answer.value], { type: 'application/jsonl' }));
  }
  return (
    <div className="stack tight">
      <p className="soft small">{text}</p>
      {trouble === undefined ? null : <TroubleNotice trouble={trouble} of="page" onRetry={() => void download()} />}
      <div>
        <Button variant="default" loading={busy} onClick={() => void download()}>
          {label}
        </Button>
      </div>
    </div>
  );
}

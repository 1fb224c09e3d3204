import { Button } from '@mantine/core';
import { useState, type ReactNode } from 'react';
import type { Trouble } from '../api/problem.ts';
import { useDesk } from '../session/context.ts';
import { saveFile } from '../ui/save-file.ts';
import { TroubleNotice } from '../ui/trouble-notice.tsx';
import { useSpeech } from '../words/language.tsx';
import { useOpenCase } from './context.ts';

/** The button that downloads the event log of the case. Only some roles may download it. */
export function EventLog(): ReactNode {
  const { words } = useSpeech();
  const { client } = useDesk();
  const { reference } = useOpenCase().view;
  const [busy, setBusy] = useState(false);
  const [trouble, setTrouble] = useState<Trouble>();
  async function download(): Promise<void> {
    setBusy(true);
    const answer = await client.audit(reference);
    setBusy(false);
    setTrouble(answer.ok ? undefined : answer.trouble);
    if (answer.ok) saveFile(`${reference}.jsonl`, new Blob([answer.value], { type: 'application/jsonl' }));
  }
  return (
    <div className="stack tight">
      <p className="soft small">{words.case.logText}</p>
      {trouble === undefined ? null : <TroubleNotice trouble={trouble} of="page" onRetry={() => void download()} />}
      <div>
        <Button variant="default" loading={busy} onClick={() => void download()}>
          {words.case.log}
        </Button>
      </div>
    </div>
  );
}

import { Button } from '@mantine/core';
import { useState, type ReactNode } from 'react';
import type { Trouble } from '../api/problem.ts';
import { useDesk } from '../session/context.ts';
import { saveFile } from '../ui/save-file.ts';
import { TroubleNotice } from '../ui/trouble-notice.tsx';
import { useSpeech } from '../words/language.tsx';
import { useOpenCase } from './context.ts';

/**
 * Whether the case may have a scan, which staff store when they register a request. Staff register every request from
 * these channels. A request by e-mail has mails instead.
 */
export function mayHaveScan(channel: string): boolean {
  return ['post', 'phone', 'in-person', 'other'].includes(channel);
}

/**
 * The button that saves the scan as a file. The console never opens the scan, because the file may come from a
 * stranger.
 */
export function ScanButton(): ReactNode {
  const { words } = useSpeech();
  const { client } = useDesk();
  const { reference } = useOpenCase().view;
  const [busy, setBusy] = useState(false);
  const [trouble, setTrouble] = useState<Trouble>();
  async function fetchScan(): Promise<void> {
    setBusy(true);
    const answer = await client.scan(reference);
    setBusy(false);
    setTrouble(answer.ok ? undefined : answer.trouble);
    if (answer.ok) saveFile(`${reference}.${endings[answer.value.type] ?? 'bin'}`, answer.value);
  }
  return (
    <>
      {trouble === undefined ? null : trouble.code === 'not-found' ? (
        <p role="status">{words.pages.register.noScan}</p>
      ) : (
        <TroubleNotice trouble={trouble} of="page" onRetry={() => void fetchScan()} />
      )}
      <p className="soft small">{words.pages.register.scanLogged}</p>
      <div>
        <Button variant="default" loading={busy} onClick={() => void fetchScan()}>
          {words.pages.register.openScan}
        </Button>
      </div>
    </>
  );
}

const endings: Readonly<Record<string, string>> = {
  'application/pdf': 'pdf',
  'image/png': 'png',
  'image/jpeg': 'jpg',
};

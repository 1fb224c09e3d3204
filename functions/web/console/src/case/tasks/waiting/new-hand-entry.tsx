import { Button, Textarea, TextInput } from '@mantine/core';
import { useRef, useState, type ReactNode } from 'react';
import { recordManualResultLabels } from '#commands/record-manual-result.ts';
import type { Trouble } from '../../../api/problem.ts';
import { useDesk } from '../../../session/context.ts';
import { TroubleNotice } from '../../../ui/trouble-notice.tsx';
import { useSpeech } from '../../../words/language.tsx';
import { useOpenCase } from '../../context.ts';
import { EntryFiles, type EntryFile } from './entry-files.tsx';

interface Props {
  readonly system: string;
  readonly onSaved: () => Promise<void>;
}

/**
 * The form for one entry of a search by hand. If the user sends an entry again after an error, it keeps its id, so that
 * the API stores it only once.
 */
export function NewHandEntry({ system, onSaved }: Props): ReactNode {
  const { language } = useSpeech();
  const manual = recordManualResultLabels[language];
  const { client } = useDesk();
  const { view, reload } = useOpenCase();
  const [heading, setHeading] = useState('');
  const [text, setText] = useState('');
  const [files, setFiles] = useState<readonly EntryFile[]>([]);
  const [busy, setBusy] = useState(false);
  const [trouble, setTrouble] = useState<Trouble>();
  const entry = useRef<string>(undefined);
  async function save(): Promise<void> {
    setBusy(true);
    entry.current ??= crypto.randomUUID();
    const answer = await client.addHandEntry(view.reference, system, {
      entry: entry.current,
      heading,
      ...(text.trim() === '' ? {} : { text }),
      ...(files.length === 0 ? {} : { files: [...files] }),
    });
    setBusy(false);
    setTrouble(answer.ok ? undefined : answer.trouble);
    if (!answer.ok) return;
    entry.current = undefined;
    setHeading('');
    setText('');
    setFiles([]);
    await onSaved();
  }
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        if (!busy) void save();
      }}
    >
      <fieldset className="entry">
        <legend>{manual.newEntry}</legend>
        <div className="stack">
          <TextInput
            label={manual.heading}
            description={manual.headingHint}
            required
            maxLength={4000}
            autoComplete="off"
            value={heading}
            onChange={(event) => setHeading(event.currentTarget.value)}
          />
          <Textarea
            label={manual.text}
            description={manual.textHint}
            required={files.length === 0}
            rows={5}
            maxLength={20_000}
            autoComplete="off"
            value={text}
            onChange={(event) => setText(event.currentTarget.value)}
          />
          <EntryFiles system={system} files={files} onChange={setFiles} />
          {trouble === undefined ? null : (
            <TroubleNotice trouble={trouble} of="command" onReload={reload} onRetry={() => void save()} />
          )}
          <div>
            <Button type="submit" variant="outline" loading={busy}>
              {manual.saveEntry}
            </Button>
          </div>
        </div>
      </fieldset>
    </form>
  );
}

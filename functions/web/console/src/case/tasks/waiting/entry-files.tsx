import { Button, Input } from '@mantine/core';
import { useId, useState, type ReactNode } from 'react';
import { mostHandFileBytes } from '#api/hand-file.ts';
import { recordManualResultLabels } from '#commands/record-manual-result.ts';
import { base64Of } from '../../../register/scan.ts';
import { useDesk } from '../../../session/context.ts';
import { useSpeech } from '../../../words/language.tsx';
import { useOpenCase } from '../../context.ts';

/** A file that the API has stored, and the title that the person reads. */
export interface EntryFile {
  readonly file: string;
  readonly title: string;
}

interface Props {
  readonly system: string;
  readonly files: readonly EntryFile[];
  readonly onChange: (files: readonly EntryFile[]) => void;
}

/**
 * The files of an entry. When the user chooses a file, or drops it on the field, it is sent to the API at once. The
 * result then contains only its id.
 */
export function EntryFiles({ system, files, onChange }: Props): ReactNode {
  const { language } = useSpeech();
  const manual = recordManualResultLabels[language];
  const { client } = useDesk();
  const { view } = useOpenCase();
  const [refused, setRefused] = useState<readonly string[]>([]);
  const [busy, setBusy] = useState(false);
  const id = useId();

  async function add(field: HTMLInputElement): Promise<void> {
    const chosen = [...(field.files ?? [])];
    setBusy(true);
    const kept: EntryFile[] = [];
    const failed: string[] = [];
    for (const file of chosen) {
      const isSendable = file.size > 0 && file.size <= mostHandFileBytes;
      const answer = isSendable
        ? await client.handFile(view.reference, system, base64Of(new Uint8Array(await file.arrayBuffer())))
        : undefined;
      if (answer?.ok === true) kept.push({ file: answer.value.file, title: file.name.slice(0, 200) });
      else failed.push(file.name);
    }
    field.value = '';
    setBusy(false);
    setRefused(failed);
    onChange([...files.filter(({ file }) => kept.every((one) => one.file !== file)), ...kept]);
  }

  return (
    <Input.Wrapper
      id={id}
      label={manual.files}
      description={manual.filesHint}
      error={refused.length === 0 ? undefined : manual.filesRefused(refused.join(', '))}
    >
      <input
        id={id}
        type="file"
        className="file"
        multiple
        disabled={busy}
        aria-describedby={`${id}-description`}
        onChange={(event) => void add(event.currentTarget)}
      />
      <ul className="plain" aria-live="polite">
        {files.map(({ file, title }) => (
          <li key={file} className="row">
            <span>{title}</span>
            <Button
              variant="subtle"
              size="compact-md"
              onClick={() => onChange(files.filter((one) => one.file !== file))}
            >
              {manual.removeFile(title)}
            </Button>
          </li>
        ))}
      </ul>
    </Input.Wrapper>
  );
}

import { Button, Textarea, TextInput } from '@mantine/core';
import type { ReactNode } from 'react';
import { recordManualResultLabels } from '#commands/record-manual-result.ts';
import { useSpeech } from '../../../words/language.tsx';
import { EntryFiles, type EntryFile } from './entry-files.tsx';

/** A record that staff copied from a system by hand. `key` is the React key. */
export interface Entry {
  readonly key: number;
  readonly heading: string;
  readonly text: string;
  readonly files: readonly EntryFile[];
}

export function emptyEntry(key: number): Entry {
  return { key, heading: '', text: '', files: [] };
}

interface Props {
  /** The id of the system that was searched. */
  readonly system: string;
  readonly entries: readonly Entry[];
  readonly onChange: (entries: readonly Entry[]) => void;
}

/** The fields for the records that staff found by hand. At least one entry remains. */
export function ManualEntries({ system, entries, onChange }: Props): ReactNode {
  const { language } = useSpeech();
  const manual = recordManualResultLabels[language];
  const change = (key: number, part: Partial<Entry>): void =>
    onChange(entries.map((entry) => (entry.key === key ? { ...entry, ...part } : entry)));
  const next = Math.max(...entries.map(({ key }) => key)) + 1;
  return (
    <div className="stack">
      {entries.map(({ key, heading, text, files }, index) => (
        <fieldset key={key} className="entry">
          <legend>{manual.entry(index + 1)}</legend>
          <div className="stack">
            <TextInput
              label={manual.heading}
              description={manual.headingHint}
              required
              maxLength={4000}
              autoComplete="off"
              value={heading}
              onChange={(event) => change(key, { heading: event.currentTarget.value })}
            />
            <Textarea
              label={manual.text}
              description={manual.textHint}
              required={files.length === 0}
              rows={5}
              maxLength={20_000}
              autoComplete="off"
              value={text}
              onChange={(event) => change(key, { text: event.currentTarget.value })}
            />
            <EntryFiles system={system} files={files} onChange={(kept) => change(key, { files: kept })} />
            {entries.length === 1 ? null : (
              <div>
                <Button
                  variant="subtle"
                  size="compact-md"
                  onClick={() => onChange(entries.filter((entry) => entry.key !== key))}
                >
                  {manual.removeEntry(index + 1)}
                </Button>
              </div>
            )}
          </div>
        </fieldset>
      ))}
      <div>
        <Button variant="outline" onClick={() => onChange([...entries, emptyEntry(next)])}>
          {manual.addEntry}
        </Button>
      </div>
    </div>
  );
}

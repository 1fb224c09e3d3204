import { Input } from '@mantine/core';
import { useId, useState, type ReactNode } from 'react';
import { scanTypes } from '#api/register.ts';
import { useSpeech } from '../words/language.tsx';
import { readScan, type Scan } from './scan.ts';

/** The field for a scan. The field rejects a file with a wrong type or size. */
export function ScanField({ onChange }: { readonly onChange: (scan: Scan | undefined) => void }): ReactNode {
  const { words } = useSpeech();
  const { register } = words.pages;
  const [refused, setRefused] = useState(false);
  const id = useId();
  async function choose(field: HTMLInputElement): Promise<void> {
    const file = field.files?.[0];
    const read = file === undefined ? undefined : await readScan(file);
    const isRefused = read !== undefined && !read.ok;
    setRefused(isRefused);
    if (isRefused) field.value = '';
    onChange(read?.ok === true ? read.scan : undefined);
  }
  return (
    <Input.Wrapper
      id={id}
      label={register.scan}
      description={register.scanHint}
      error={refused ? register.scanRefused : undefined}
    >
      <input
        id={id}
        type="file"
        className="file"
        accept={scanTypes.join(',')}
        aria-describedby={`${id}-description`}
        onChange={(event) => void choose(event.currentTarget)}
      />
    </Input.Wrapper>
  );
}

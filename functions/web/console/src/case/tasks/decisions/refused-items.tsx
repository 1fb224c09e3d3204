import { Button } from '@mantine/core';
import type { ReactNode } from 'react';
import { refuse as refuseCommand } from '#commands/refuse.ts';
import type { DraftOf } from '../../../logic/attempt.ts';
import type { RefusalGround } from '../../../logic/known.ts';
import { filled } from '../../../logic/typed.ts';
import { LineField, SelectField, TextField } from '../../../ui/fields.tsx';
import { fieldWords } from '../../../words/command-words.ts';
import { useSpeech } from '../../../words/language.tsx';

/** One refused set of data while staff fill in its fields. `key` is the React key. */
export interface Item {
  readonly key: number;
  readonly what: string;
  readonly ground: RefusalGround | undefined;
  readonly law: string;
  readonly reason: string;
  readonly until: string;
}
type Items = DraftOf<'refuse'>['items'];

/** The sets that have a ground, as the command takes them; `undefined` if there is no such set. */
export function itemsOf(items: readonly Item[]): Items {
  const ready = items.flatMap(({ what, ground, law, reason, until }) =>
    ground === undefined ? [] : [{ what, ground, law: filled(law), reason, until: filled(until) }],
  );
  return ready.length === 0 ? undefined : ready;
}

interface Props {
  readonly grounds: readonly RefusalGround[];
  readonly items: readonly Item[];
  readonly onChange: (items: readonly Item[]) => void;
}

/**
 * Fields for sets of data that are refused, each with its own ground. Staff describe a set and do not copy its data.
 */
export function RefusedItems({ grounds, items, onChange }: Props): ReactNode {
  const { words, language } = useSpeech();
  const { refuse, terms, forms } = words;
  const labelOf = (field: 'ground' | 'law' | 'reason'): string =>
    fieldWords(refuseCommand.fields[field], language).label;
  const change = (key: number, part: Partial<Item>): void =>
    onChange(items.map((item) => (item.key === key ? { ...item, ...part } : item)));
  const next = Math.max(0, ...items.map(({ key }) => key)) + 1;
  const empty: Item = { key: next, what: '', ground: undefined, law: '', reason: '', until: '' };
  return (
    <details open={items.length > 0}>
      <summary>{refuse.items}</summary>
      <div className="stack">
        <p className="soft">{refuse.itemsHint}</p>
        {items.map(({ key, what, ground, law, reason, until }, index) => (
          <fieldset key={key} className="entry">
            <legend>{refuse.item(index + 1)}</legend>
            <div className="stack">
              <LineField label={refuse.what} value={what} onChange={(text) => change(key, { what: text })} />
              <SelectField
                label={labelOf('ground')}
                choices={grounds}
                words={terms.grounds}
                none={forms.none}
                value={ground}
                onChange={(chosen) => change(key, { ground: chosen })}
              />
              {ground === 'other-law' ? (
                <LineField label={labelOf('law')} value={law} onChange={(text) => change(key, { law: text })} />
              ) : null}
              <TextField label={labelOf('reason')} value={reason} onChange={(text) => change(key, { reason: text })} />
              <LineField
                label={refuse.until}
                type="date"
                optional
                value={until}
                onChange={(text) => change(key, { until: text })}
              />
              <div>
                <Button
                  variant="subtle"
                  size="compact-md"
                  onClick={() => onChange(items.filter((item) => item.key !== key))}
                >
                  {refuse.removeItem(index + 1)}
                </Button>
              </div>
            </div>
          </fieldset>
        ))}
        <div>
          <Button variant="outline" size="compact-md" onClick={() => onChange([...items, empty])}>
            {refuse.addItem}
          </Button>
        </div>
      </div>
    </details>
  );
}

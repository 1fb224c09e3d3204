import { Button } from '@mantine/core';
import type { ReactNode } from 'react';
import { refuse as refuseCommand, refuseLabels } from '#commands/refuse.ts';
import type { DraftOf } from '../../../logic/attempt.ts';
import type { RefusalGround } from '../../../logic/known.ts';
import { filled } from '../../../logic/typed.ts';
import { LineField, SelectField, TextField } from '../../../ui/fields.tsx';
import { fieldWords } from '../../../words/command-words.ts';
import { useSpeech } from '../../../words/language.tsx';

/**
 * One refused set of data (such as "messages about a colleague"), as the user has filled it in so far. `key` is the
 * React key.
 */
export interface Item {
  readonly key: number;
  readonly what: string;
  readonly ground: RefusalGround | undefined;
  readonly law: string;
  readonly reason: string;
  readonly until: string;
}
type Items = DraftOf<'refuse'>['items'];

/**
 * The `items` of the command `refuse`. Sets for which the user has chosen no ground are left out; `undefined` if no set
 * remains.
 */
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

/** The fields for refused sets of data, each with its own ground. Staff describe the data in words. */
export function RefusedItems({ grounds, items, onChange }: Props): ReactNode {
  const { words, language } = useSpeech();
  const { terms, forms } = words;
  const refuse = refuseLabels[language];
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

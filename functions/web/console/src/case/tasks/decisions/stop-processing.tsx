import { useState, type ReactNode } from 'react';
import { filled, linesIn } from '../../../logic/typed.ts';
import { ChoiceField, LineField, TextField, TicksField } from '../../../ui/fields.tsx';
import { useSpeech } from '../../../words/language.tsx';
import { useOpenCase } from '../../context.ts';
import { CommandForm } from '../command-form.tsx';

const rights = ['objection', 'consent-withdrawal'] as const;
const channels = ['email', 'sms', 'phone', 'post', 'other-electronic'] as const;
type Channel = (typeof channels)[number];

/** Marketing or processing on consent that is to stop: what, from when, where it is done already. */
export function StopProcessingForm(): ReactNode {
  const { words } = useSpeech();
  const { view } = useOpenCase();
  const used = rights.filter((right) => view.rights.includes(right));
  const [right, setRight] = useState(used.length === 1 ? used[0] : undefined);
  const [from, setFrom] = useState('');
  const [what, setWhat] = useState('');
  const [doneIn, setDoneIn] = useState('');
  const [chosen, setChosen] = useState<readonly Channel[]>([]);
  const [inPrintUntil, setInPrintUntil] = useState('');
  const { stop, perLine } = words.forms;
  const draft =
    right === undefined
      ? undefined
      : ({
          type: 'stop-processing',
          right,
          from,
          what: linesIn(what) ?? [],
          doneIn: linesIn(doneIn),
          channels: chosen.length === 0 ? undefined : [...chosen],
          inPrintUntil: filled(inPrintUntil),
        } as const);
  return (
    <CommandForm draft={draft} submit={words.tasks['stop-processing'].submit}>
      <ChoiceField label={stop.right} choices={used} words={stop.rights} value={right} onChange={setRight} />
      <TextField label={stop.what} hint={perLine} value={what} onChange={setWhat} />
      <TextField label={stop.doneIn} hint={stop.doneInHint} optional value={doneIn} onChange={setDoneIn} />
      <LineField label={stop.from} type="date" value={from} onChange={setFrom} />
      <TicksField
        label={stop.channels}
        choices={channels}
        words={words.terms.stopChannels}
        value={chosen}
        onChange={setChosen}
      />
      <LineField label={stop.printUntil} type="date" optional value={inPrintUntil} onChange={setInPrintUntil} />
    </CommandForm>
  );
}

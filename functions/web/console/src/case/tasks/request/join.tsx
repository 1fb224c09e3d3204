import { useState, type ReactNode } from 'react';
import { joinable } from '../../../logic/more.ts';
import { ChoiceField } from '../../../ui/fields.tsx';
import { useSpeech } from '../../../words/language.tsx';
import { useOpenCase } from '../../context.ts';
import { CommandForm } from '../command-form.tsx';

/** The earlier case of the same person in which this one goes on. */
export function JoinForm(): ReactNode {
  const { words, instant } = useSpeech();
  const { view } = useOpenCase();
  const [into, setInto] = useState<string>();
  const others = joinable(view);
  const names = Object.fromEntries(others.map(({ reference }) => [reference, reference]));
  const received = Object.fromEntries(
    others.map((other) => [other.reference, words.forms.join.line(instant(other.receivedAt))]),
  );
  const { title, text, submit } = words.tasks.join;
  return (
    <CommandForm
      draft={into === undefined ? undefined : { type: 'join', into }}
      submit={submit}
      confirm={{ title, text: `${text} ${words.forms.cannotUndo}`, submit }}
    >
      <ChoiceField
        label={words.forms.join.into}
        choices={others.map(({ reference }) => reference)}
        words={names}
        about={received}
        value={into}
        onChange={setInto}
      />
    </CommandForm>
  );
}

import { useState, type ReactNode } from 'react';
import { LineField } from '../../../ui/fields.tsx';
import { useSpeech } from '../../../words/language.tsx';
import { useOpenCase } from '../../context.ts';
import { CommandForm } from '../command-form.tsx';

/** A code by letter that the person reads out on the telephone or has sent back. */
export function EnterCodeForm(): ReactNode {
  const { words, instant } = useSpeech();
  const { view } = useOpenCase();
  const [typed, setTyped] = useState('');
  const { enterCode } = words.forms;
  const open = view.letterCode;
  return (
    <CommandForm
      draft={{ type: 'enter-code', code: typed.replace(/[\s-]/g, '') }}
      submit={words.tasks['enter-code'].submit}
    >
      <LineField
        label={enterCode.code}
        hint={open === null ? undefined : enterCode.hint(open.triesLeft, instant(open.expiresAt))}
        most={12}
        value={typed}
        onChange={setTyped}
      />
    </CommandForm>
  );
}

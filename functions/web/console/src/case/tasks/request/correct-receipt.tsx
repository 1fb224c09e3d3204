import { useState, type ReactNode } from 'react';
import { instantOf } from '../../../logic/dates.ts';
import { LineField, TextField } from '../../../ui/fields.tsx';
import { useSpeech } from '../../../words/language.tsx';
import { useOpenCase } from '../../context.ts';
import { CommandForm } from '../command-form.tsx';

/** When the request truly reached us. */
export function CorrectReceiptForm(): ReactNode {
  const { words } = useSpeech();
  const { timeZone } = useOpenCase().view;
  const [at, setAt] = useState('');
  const [reason, setReason] = useState('');
  const receivedAt = instantOf(at, timeZone);
  const { receipt, correctReceipt, internalHint } = words.forms;
  const { submit } = words.tasks['correct-receipt'];
  return (
    <CommandForm
      draft={receivedAt === undefined ? undefined : { type: 'correct-receipt', receivedAt, reason }}
      submit={submit}
      confirm={{ title: correctReceipt.confirmTitle, text: correctReceipt.confirmText, submit }}
    >
      <LineField
        label={receipt.at}
        hint={`${receipt.hint} ${words.frame.zone(timeZone)}`}
        type="datetime-local"
        value={at}
        onChange={setAt}
      />
      <TextField label={receipt.reason} hint={internalHint} value={reason} onChange={setReason} />
    </CommandForm>
  );
}

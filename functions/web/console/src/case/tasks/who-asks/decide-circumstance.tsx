import { useState, type ReactNode } from 'react';
import { circumstanceSchema, waitingContactSchema, type WaitingContact } from '#domain/case/vocabulary.ts';
import type { Circumstances } from '../../../logic/task.ts';
import { ChoiceField, TextField } from '../../../ui/fields.tsx';
import { useSpeech } from '../../../words/language.tsx';
import { wordFor } from '../../../words/console-words.ts';
import { useOpenCase } from '../../context.ts';
import { CommandForm } from '../command-form.tsx';

const choices = ['yes', 'no'] as const;

/** What is to be done about a circumstance that protects somebody, or that it does not apply. */
export function DecideCircumstanceForm({ circumstance }: { readonly circumstance: Circumstances[number] }): ReactNode {
  const { words, language } = useSpeech();
  const [applies, setApplies] = useState<(typeof choices)[number]>();
  const { view } = useOpenCase();
  const [reason, setReason] = useState('');
  const [contact, setContact] = useState<WaitingContact>();
  const asksContact = applies === 'yes' && view.contactWaits;
  const { circumstance: form, internalHint } = words.forms;
  const known = circumstanceSchema.options.find((one) => one === circumstance.circumstance);
  const draft =
    applies === undefined || known === undefined
      ? undefined
      : ({
          type: 'decide-circumstance',
          circumstance: known,
          applies: applies === 'yes',
          reason,
          contact: asksContact ? contact : undefined,
        } as const);
  return (
    <CommandForm
      draft={draft}
      submit={
        circumstance.takesTwo ? words.forms.propose['decide-circumstance'] : words.tasks['decide-circumstance'].submit
      }
      takesTwo={circumstance.takesTwo}
    >
      <p className="strong">{wordFor(words.terms.circumstances, circumstance.circumstance)}</p>
      <p className="notice calm">{circumstance.instruction[language]}</p>
      <ChoiceField label={form.applies} choices={choices} words={form.choices} value={applies} onChange={setApplies} />
      {asksContact ? (
        <ChoiceField
          label={form.contact}
          choices={waitingContactSchema.options}
          words={form.contacts}
          value={contact}
          onChange={setContact}
        />
      ) : null}
      <TextField label={form.decision} hint={internalHint} value={reason} onChange={setReason} />
    </CommandForm>
  );
}

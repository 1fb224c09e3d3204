import { useState, type ReactNode } from 'react';
import { ChoiceField } from '../../../ui/fields.tsx';
import { useSpeech } from '../../../words/language.tsx';
import { CommandForm } from '../command-form.tsx';

const kinds = ['power-of-attorney', 'guardian', 'trustee', 'future-mandate', 'rights-service'] as const;
const answers = ['yes', 'no'] as const;
const recipients = ['person', 'representative'] as const;

/** Whether somebody may ask for another, and who gets the answer. */
export function MandateForm(): ReactNode {
  const { words } = useSpeech();
  const [kind, setKind] = useState<(typeof kinds)[number]>();
  const [accepted, setAccepted] = useState<(typeof answers)[number]>();
  const [answerTo, setAnswerTo] = useState<(typeof recipients)[number] | undefined>('person');
  const { mandate } = words.forms;
  const draft =
    kind === undefined || accepted === undefined || answerTo === undefined
      ? undefined
      : ({ type: 'record-mandate', kind, accepted: accepted === 'yes', answerTo } as const);
  return (
    <CommandForm draft={draft} submit={words.tasks['record-mandate'].submit}>
      <ChoiceField label={mandate.kind} choices={kinds} words={words.terms.mandates} value={kind} onChange={setKind} />
      <ChoiceField
        label={mandate.accepted}
        choices={answers}
        words={mandate.choices}
        value={accepted}
        onChange={setAccepted}
      />
      <ChoiceField
        label={mandate.answerTo}
        hint={mandate.answerHint}
        choices={recipients}
        words={words.terms.answerTo}
        value={answerTo}
        onChange={setAnswerTo}
      />
    </CommandForm>
  );
}

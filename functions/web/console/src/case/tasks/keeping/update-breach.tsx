import { useState, type ReactNode } from 'react';
import type { Breach } from '../../../logic/task.ts';
import { linesIn } from '../../../logic/typed.ts';
import { ChoiceField, TextField } from '../../../ui/fields.tsx';
import { useSpeech } from '../../../words/language.tsx';
import { BreachCountdown } from '../../breach-countdown.tsx';
import { CommandForm } from '../command-form.tsx';

const steps = ['authority-notified', 'no-notification-needed', 'person-notified', 'closed'] as const;
type Step = (typeof steps)[number];

/** What has been done about a breach; to tell the person is to write them a letter (Art. 34). */
export function UpdateBreachForm({ breach }: { readonly breach: Breach }): ReactNode {
  const { words } = useSpeech();
  const [step, setStep] = useState<Step>();
  const [text, setText] = useState('');
  const [consequences, setConsequences] = useState('');
  const [measures, setMeasures] = useState('');
  const [advice, setAdvice] = useState('');
  const form = words.forms.breach;
  const isLetter = step === 'person-notified';
  const letter = isLetter
    ? { consequences: linesIn(consequences), measures: linesIn(measures), advice: linesIn(advice) }
    : {};
  return (
    <CommandForm
      draft={step === undefined ? undefined : { type: 'update-breach', breach: breach.breach, step, text, ...letter }}
      submit={words.tasks['update-breach'].submit}
    >
      <BreachCountdown breach={breach} />
      <ChoiceField
        label={form.step}
        choices={steps.filter((each) => !breach.steps.includes(each))}
        words={words.terms.breachSteps}
        value={step}
        onChange={setStep}
      />
      <TextField label={form.text} value={text} onChange={setText} />
      {isLetter ? (
        <>
          <TextField
            label={form.consequences}
            hint={words.forms.perLine}
            value={consequences}
            onChange={setConsequences}
          />
          <TextField label={form.measures} hint={words.forms.perLine} value={measures} onChange={setMeasures} />
          <TextField label={form.advice} optional hint={words.forms.perLine} value={advice} onChange={setAdvice} />
        </>
      ) : null}
    </CommandForm>
  );
}

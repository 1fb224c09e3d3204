import { useState, type ReactNode } from 'react';
import { hundredthsIn } from '../../../logic/typed.ts';
import { ChoiceField, LineField, TextField } from '../../../ui/fields.tsx';
import { useSpeech } from '../../../words/language.tsx';
import { wordFor } from '../../../words/console-words.ts';
import { useOpenCase } from '../../context.ts';
import { CommandForm } from '../command-form.tsx';

const bases = ['further-copy', 'excessive'] as const;

/** A fee, announced before anything is charged (Art. 12(5)). */
export function FeeForm(): ReactNode {
  const { words } = useSpeech();
  const { view } = useOpenCase();
  const [basis, setBasis] = useState<(typeof bases)[number]>();
  const [typed, setTyped] = useState('');
  const [currency, setCurrency] = useState('SEK');
  const [facts, setFacts] = useState('');
  const [costs, setCosts] = useState('');
  const [answerBy, setAnswerBy] = useState('');
  const { fee, letterHint, propose } = words.forms;
  const amount = hundredthsIn(typed);
  const draft =
    basis === undefined || amount === undefined
      ? undefined
      : ({ type: 'charge-fee', basis, amount, currency, facts, costs, answerBy } as const);
  // The first copy is free: there is no further one before an answer (Art. 15(3)).
  const notYet: ReadonlySet<(typeof bases)[number]> = new Set(view.answers.length === 0 ? ['further-copy'] : []);
  const hint = letterHint(wordFor(words.languages, view.language));
  return (
    <CommandForm
      draft={draft}
      submit={words.tasks['charge-fee'].submit}
      takesTwo={view.decisionsTakeTwo}
      confirm={{
        title: fee.confirmTitle,
        text: fee.confirmText,
        submit: view.decisionsTakeTwo ? propose['charge-fee'] : fee.confirm,
        quote: `${typed} ${currency}`,
      }}
    >
      <ChoiceField
        label={fee.basis}
        choices={bases}
        words={words.terms.feeBases}
        disabled={notYet}
        value={basis}
        onChange={setBasis}
      />
      <LineField label={fee.amount} hint={fee.amountHint} most={12} value={typed} onChange={setTyped} />
      <LineField label={fee.currency} most={3} value={currency} onChange={(text) => setCurrency(text.toUpperCase())} />
      <TextField label={fee.facts} hint={`${fee.factsHint} ${hint}`} value={facts} onChange={setFacts} />
      <TextField label={fee.costs} hint={hint} value={costs} onChange={setCosts} />
      <LineField label={fee.answerBy} type="date" value={answerBy} onChange={setAnswerBy} />
    </CommandForm>
  );
}

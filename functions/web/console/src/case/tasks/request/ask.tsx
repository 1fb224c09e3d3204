import { useState, type ReactNode } from 'react';
import type { AskReason } from '../../../logic/known.ts';
import { filled, linesIn } from '../../../logic/typed.ts';
import { ChoiceField, LineField, TextField, TickField, TicksField } from '../../../ui/fields.tsx';
import { useSpeech } from '../../../words/language.tsx';
import { wordFor } from '../../../words/console-words.ts';
import { useOpenCase } from '../../context.ts';
import { CommandForm } from '../command-form.tsx';

const reasons = {
  identity: ['contact-not-known', 'sensitive-data', 'contradicting-details', 'several-people-match'],
  clarification: ['large-amount', 'request-not-understood'],
} as const satisfies Record<string, readonly AskReason[]>;

/** A question to the person: with its reason, for no more than is needed, and whether the period may rest. */
export function AskForm({ about }: { readonly about: 'identity' | 'clarification' }): ReactNode {
  const { words, language } = useSpeech();
  const { view } = useOpenCase();
  const [why, setWhy] = useState<AskReason>();
  const [question, setQuestion] = useState('');
  const [doubtSince, setDoubtSince] = useState('');
  const [suspend, setSuspend] = useState(false);
  const [choices, setChoices] = useState('');
  const [methods, setMethods] = useState<readonly string[]>([]);
  const ways = about === 'identity' ? view.identityMethods : [];
  const draft =
    why === undefined
      ? undefined
      : ({
          type: 'ask',
          about,
          why,
          question,
          doubtSince: filled(doubtSince),
          suspend,
          choices: why === 'large-amount' ? linesIn(choices) : undefined,
          methods: methods.length === 0 ? undefined : [...methods],
        } as const);
  const { ask } = words.forms;
  return (
    <CommandForm draft={draft} submit={words.tasks[about === 'identity' ? 'ask-identity' : 'ask-clarification'].submit}>
      <ChoiceField
        label={ask.why}
        choices={reasons[about]}
        words={words.terms.askReasons}
        value={why}
        onChange={setWhy}
      />
      <TextField
        label={ask.question}
        hint={words.forms.letterHint(wordFor(words.languages, view.language))}
        value={question}
        onChange={setQuestion}
      />
      {why === 'large-amount' ? (
        <TextField label={ask.choices} hint={ask.choicesHint} optional value={choices} onChange={setChoices} />
      ) : null}
      {ways.length > 1 ? (
        <TicksField
          label={ask.methods}
          hint={ask.methodsHint}
          choices={ways.map(({ method }) => method)}
          words={Object.fromEntries(
            ways.map(({ method, kind, title }) => [method, title?.[language] ?? wordFor(words.terms.methods, kind)]),
          )}
          value={methods}
          onChange={setMethods}
        />
      ) : null}
      <TickField label={ask.suspend} hint={ask.suspendHint} value={suspend} onChange={setSuspend} />
      <LineField
        label={ask.doubtSince}
        hint={ask.doubtHint}
        type="date"
        optional
        value={doubtSince}
        onChange={setDoubtSince}
      />
    </CommandForm>
  );
}

import { useState, type ReactNode } from 'react';
import type { Asking } from '../../../logic/task.ts';
import { filled } from '../../../logic/typed.ts';
import { ChoiceField, TextField, TickField } from '../../../ui/fields.tsx';
import { useSpeech } from '../../../words/language.tsx';
import { wordFor } from '../../../words/console-words.ts';
import { CommandForm } from '../command-form.tsx';

/** An answer that came by another way than the link in the letter. */
export function AnswerAskingForm({ askings }: { readonly askings: readonly Asking[] }): ReactNode {
  const { words, instant } = useSpeech();
  const [asking, setAsking] = useState(askings.length === 1 ? askings[0]?.asking : undefined);
  const [everything, setEverything] = useState(false);
  const [text, setText] = useState('');
  const { answerAsking } = words.forms;
  const names = Object.fromEntries(
    askings.map((one) => [
      one.asking,
      `${wordFor(words.law.who.about, one.about)}, ${words.law.who.asked(instant(one.askedAt))}`,
    ]),
  );
  const draft =
    asking === undefined ? undefined : ({ type: 'answer-asking', asking, everything, text: filled(text) } as const);
  return (
    <CommandForm draft={draft} submit={words.tasks['answer-asking'].submit}>
      <ChoiceField
        label={answerAsking.which}
        choices={askings.map((one) => one.asking)}
        words={names}
        value={asking}
        onChange={setAsking}
      />
      <TextField label={answerAsking.text} optional value={text} onChange={setText} />
      <TickField
        label={answerAsking.everything}
        hint={answerAsking.everythingHint}
        value={everything}
        onChange={setEverything}
      />
    </CommandForm>
  );
}

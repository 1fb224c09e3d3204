import { useState, type ReactNode } from 'react';
import type { Fee } from '../../../logic/task.ts';
import { ChoiceField } from '../../../ui/fields.tsx';
import { moneyInWords } from '../../../words/format.ts';
import { useSpeech } from '../../../words/language.tsx';
import { CommandForm } from '../command-form.tsx';

const answers = ['accepted', 'declined', 'narrowed'] as const;

/** What the person said on a fee that was announced. */
export function AnswerFeeForm({ fees }: { readonly fees: readonly Fee[] }): ReactNode {
  const { words, language, date } = useSpeech();
  const [fee, setFee] = useState(fees.length === 1 ? fees[0]?.fee : undefined);
  const [answer, setAnswer] = useState<(typeof answers)[number]>();
  const names = Object.fromEntries(
    fees.map((one) => [
      one.fee,
      words.law.decided.fee(moneyInWords(one.amount, one.currency, language), date(one.answerBy)),
    ]),
  );
  return (
    <CommandForm
      draft={fee === undefined || answer === undefined ? undefined : { type: 'answer-fee', fee, answer }}
      submit={words.tasks['answer-fee'].submit}
    >
      <ChoiceField
        label={words.forms.answerFee.which}
        choices={fees.map((one) => one.fee)}
        words={names}
        value={fee}
        onChange={setFee}
      />
      <ChoiceField
        label={words.forms.answerFee.answer}
        choices={answers}
        words={words.terms.feeAnswers}
        value={answer}
        onChange={setAnswer}
      />
    </CommandForm>
  );
}

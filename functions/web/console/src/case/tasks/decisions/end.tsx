import { useState, type ReactNode } from 'react';
import { endingOrder, endLabels } from '#commands/end.ts';
import type { DraftOf } from '../../../logic/attempt.ts';
import type { Block, Ending, Offer } from '../../../logic/task.ts';
import { filled, linesIn } from '../../../logic/typed.ts';
import { ChoiceField } from '../../../ui/fields.tsx';
import { taskWords } from '../../../words/command-words.ts';
import { useSpeech } from '../../../words/language.tsx';
import { blockInWords } from '../../../words/refused.ts';
import { CommandForm } from '../command-form.tsx';
import { EndingFields, noDetails, type EndingDetails } from './ending-fields.tsx';

/** The form that ends the case. An ending that is blocked for the user is disabled and shows the reason. */
export function EndForm({ offers }: { readonly offers: readonly Offer[] }): ReactNode {
  const { words, language } = useSpeech();
  const endings = endingOrder.filter((one) => offers.some(({ task }) => task.target === one));
  const [ending, setEnding] = useState(endings.length === 1 ? endings[0] : undefined);
  const [details, setDetails] = useState(noDetails);
  const blocked = endings.filter((one) => blockOf(offers, one) !== null);
  const why = Object.fromEntries(
    endings.map((one) => {
      const [text, block] = [words.terms.endingTexts[one], blockOf(offers, one)];
      return [one, block === null ? text : `${text} ${blockInWords(block, words, language)}`];
    }),
  );
  const end = endLabels[language];
  const confirm =
    ending === undefined
      ? undefined
      : {
          title: end.confirmTitle(words.terms.endings[ending]),
          text: `${words.terms.endingTexts[ending]} ${ending === 'not-a-request' ? '' : end.confirmText}`.trim(),
          submit: end.confirm,
        };
  return (
    <CommandForm
      draft={ending === undefined ? undefined : draftOf(ending, details)}
      submit={taskWords('end', language).submit}
      confirm={confirm}
    >
      <ChoiceField
        label={end.how}
        choices={endings}
        words={words.terms.endings}
        about={why}
        disabled={new Set(blocked)}
        value={ending}
        onChange={setEnding}
      />
      {ending === undefined ? null : <EndingFields ending={ending} value={details} onChange={setDetails} />}
    </CommandForm>
  );
}

function blockOf(offers: readonly Offer[], ending: Ending): Block | null {
  return offers.find(({ task }) => task.target === ending)?.block ?? null;
}

function draftOf(ending: Ending, details: EndingDetails): DraftOf<'end'> {
  const reason = filled(details.reason);
  const draft = { type: 'end', ending, reason } as const;
  switch (ending) {
    case 'cannot-find':
      return { ...draft, wouldHelp: linesIn(details.wouldHelp) };
    case 'forwarded':
      return { ...draft, company: filled(details.company), companyEmail: filled(details.companyEmail) };
    case 'deceased':
      return { ...draft, estateRoute: filled(details.estateRoute) };
    case 'carried-out':
    case 'not-proven':
    case 'no-answer':
    case 'withdrawn':
    case 'not-a-request':
      return draft;
  }
}

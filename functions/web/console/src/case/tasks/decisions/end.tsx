import { useState, type ReactNode } from 'react';
import type { Ending, Offer } from '../../../logic/task.ts';
import { filled, linesIn } from '../../../logic/typed.ts';
import { ChoiceField } from '../../../ui/fields.tsx';
import { useSpeech } from '../../../words/language.tsx';
import { CommandForm } from '../command-form.tsx';
import { EndingFields, noDetails, type EndingDetails } from './ending-fields.tsx';

/** How the case ends: one of the ways that it can, as it stands. */
export function EndForm({ offers }: { readonly offers: readonly Offer[] }): ReactNode {
  const { words } = useSpeech();
  const endings = offers.flatMap(({ task }) => (task.type === 'end' ? [task.ending] : []));
  const [ending, setEnding] = useState(endings.length === 1 ? endings[0] : undefined);
  const [details, setDetails] = useState(noDetails);
  const blocked = offers.flatMap(({ task, block }) => (task.type === 'end' && block !== null ? [task.ending] : []));
  const why = Object.fromEntries(
    offers.flatMap(({ task, block }) => {
      if (task.type !== 'end') return [];
      const text = words.terms.endingTexts[task.ending];
      return [[task.ending, block === null ? text : `${text} ${words.blocks(block)}`]];
    }),
  );
  const { end } = words.forms;
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
      submit={words.tasks.end.submit}
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

function draftOf(ending: Ending, details: EndingDetails) {
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

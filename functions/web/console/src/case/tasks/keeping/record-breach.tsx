import { useState, type ReactNode } from 'react';
import { instantOf } from '../../../logic/dates.ts';
import { ChoiceField, LineField, TextField } from '../../../ui/fields.tsx';
import { useSpeech } from '../../../words/language.tsx';
import { useOpenCase } from '../../context.ts';
import { CommandForm } from '../command-form.tsx';

const none = 'none';

/** A breach with the time of awareness, from which the 72 hours run (Art. 33(1)). */
export function RecordBreachForm(): ReactNode {
  const { words } = useSpeech();
  const { view } = useOpenCase();
  const [aware, setAware] = useState('');
  const [chosen, setChosen] = useState<string>();
  const [description, setDescription] = useState('');
  const { breach, internalHint } = words.forms;
  const rounds = view.answers.map(({ round }) => round);
  const awareAt = instantOf(aware, view.timeZone);
  const round = rounds.find((each) => String(each) === chosen);
  const draft =
    awareAt === undefined || chosen === undefined
      ? undefined
      : ({ type: 'record-breach', awareAt, round, description } as const);
  return (
    <CommandForm
      draft={draft}
      submit={words.tasks['record-breach'].submit}
      confirm={{
        title: breach.confirmTitle,
        text: breach.confirmText,
        submit: words.tasks['record-breach'].submit,
        quote: description,
      }}
    >
      <LineField
        label={breach.awareAt}
        hint={`${breach.awareHint} ${words.frame.zone(view.timeZone)}`}
        type="datetime-local"
        value={aware}
        onChange={setAware}
      />
      <ChoiceField
        label={breach.round}
        choices={[...rounds.map(String), none]}
        words={{
          ...Object.fromEntries(rounds.map((each) => [String(each), breach.rounds(each)])),
          [none]: breach.noRound,
        }}
        value={chosen}
        onChange={setChosen}
      />
      <TextField label={breach.description} hint={internalHint} value={description} onChange={setDescription} />
    </CommandForm>
  );
}

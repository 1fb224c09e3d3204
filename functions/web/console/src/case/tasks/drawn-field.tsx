import type { ReactNode } from 'react';
import type { StaffCommandType } from '#commands/list.ts';
import { recordBreachLabels } from '#commands/record-breach.ts';
import { enterCodeLabels } from '#commands/enter-code.ts';
import { filledIn, noAnswer, optionsOf, type DrawnField as Field, type Form, type Typed } from '../../logic/draft.ts';
import { targetsOf } from '../../logic/offers.ts';
import { StaffField } from '../../organisation/staff-field.tsx';
import { useDesk } from '../../session/context.ts';
import { ChoiceField, LineField, TextField, TickField, TicksField } from '../../ui/fields.tsx';
import { inLanguage } from '../../words/command-words.ts';
import { wordFor } from '../../words/console-words.ts';
import { useSpeech } from '../../words/language.tsx';
import { useOpenCase } from '../context.ts';
import { useTargetWords } from './target-words.ts';

interface Props {
  readonly type: StaffCommandType;
  readonly field: Field;
  readonly form: Form;
  /** The targets that the user can choose in a field of type `target`. */
  readonly targets: readonly string[];
  readonly onChange: (value: Typed) => void;
}

/** One field of a command. The form element follows from the `widget` of the field. */
export function DrawnField({ type, field, form, targets, onChange }: Props): ReactNode {
  const { words, language } = useSpeech();
  const { member } = useDesk();
  const { view } = useOpenCase();
  const nameOf = useTargetWords(type);
  const { name, text, optional } = field;
  const { widget } = text;
  const label = text.label[language];
  const hint = useHint(field);
  const typed = form.typed[name];
  const value = typeof typed === 'string' ? typed : '';
  const chosen = value === '' ? undefined : value;
  const choose = (one: string | undefined): void => onChange(one ?? '');
  const ticked = typeof typed === 'object' ? typed : [];
  const line = { label, hint, optional, value, onChange };
  switch (widget.as) {
    case 'text':
      return <TextField {...line} rows={widget.rows ?? 3} />;
    case 'lines':
      return <TextField {...line} rows={widget.rows ?? 3} />;
    case 'line':
      return <LineField {...line} most={widget.most ?? 300} />;
    case 'email':
      return <LineField {...line} type="email" most={254} />;
    case 'date':
      return <LineField {...line} type="date" />;
    case 'instant':
      return <LineField {...line} type="datetime-local" />;
    case 'money':
    case 'code':
      return <LineField {...line} most={12} />;
    case 'currency':
      return <LineField {...line} most={3} onChange={(code) => onChange(code.toUpperCase())} />;
    case 'member': {
      // Users cannot lock themselves out. A case cannot be assigned to the person who is already responsible for it.
      const without = [...view.lockedOut, type === 'assign' ? (view.owner ?? '') : member.id];
      return <StaffField label={label} hint={hint ?? ''} without={without} value={value} onChange={onChange} />;
    }
    case 'tick':
      return <TickField label={label} hint={hint} value={typed === true} onChange={onChange} />;
    case 'yes-no': {
      const answers = { yes: widget.yes[language], no: widget.no[language] };
      const choices = ['yes', 'no'];
      return (
        <ChoiceField label={label} hint={hint} choices={choices} words={answers} value={chosen} onChange={choose} />
      );
    }
    case 'choice': {
      const options = inLanguage(widget.options, language);
      const choices = optionsOf(text, filledIn(form));
      // If the options are targets, those for which a rule refuses the command are shown but disabled.
      const may = targetsOf(view, type);
      const isTarget = choices.some((one) => may.includes(one));
      const disabled = new Set(isTarget ? choices.filter((one) => !may.includes(one)) : []);
      return (
        <ChoiceField
          label={label}
          hint={hint}
          choices={choices}
          words={options}
          disabled={disabled}
          value={chosen}
          onChange={choose}
        />
      );
    }
    case 'ticks': {
      const options = inLanguage(widget.options, language);
      const choices = Object.keys(options);
      return (
        <TicksField label={label} hint={hint} choices={choices} words={options} value={ticked} onChange={onChange} />
      );
    }
    case 'identity-methods': {
      const ways = view.identityMethods;
      if (ways.length < 2) return null;
      const titles = ways.map(
        ({ method, kind, title }) => [method, title?.[language] ?? wordFor(words.terms.methods, kind)] as const,
      );
      return (
        <TicksField
          label={label}
          hint={hint}
          choices={ways.map(({ method }) => method)}
          words={Object.fromEntries(titles)}
          value={ticked}
          onChange={onChange}
        />
      );
    }
    case 'target': {
      const named = targets.map((target) => [target, nameOf(target)] as const);
      return (
        <ChoiceField
          label={label}
          hint={hint}
          choices={targets}
          words={Object.fromEntries(named.map(([target, { title }]) => [target, title]))}
          about={Object.fromEntries(
            named.flatMap(([target, { about }]) => (about === undefined ? [] : [[target, about]])),
          )}
          value={chosen}
          onChange={choose}
        />
      );
    }
    case 'answer': {
      const rounds = view.answers.map(({ round }) => round);
      return (
        <ChoiceField
          label={label}
          hint={hint}
          choices={[...rounds.map(String), noAnswer]}
          words={{
            ...Object.fromEntries(rounds.map((round) => [String(round), recordBreachLabels[language].rounds(round)])),
            [noAnswer]: widget.none[language],
          }}
          value={chosen}
          onChange={choose}
        />
      );
    }
    case 'own':
      return null;
  }
}

/** The help below the label: what to write, whether it goes into a letter, and in which time zone a time is. */
function useHint({ text: { help, goesInto, widget } }: Field): string | undefined {
  const { words, language, instant } = useSpeech();
  const { view } = useOpenCase();
  const { letterCode } = view;
  const { letterHint, internalHint, perLine } = words.forms;
  const parts = [
    ...(help === undefined ? [] : [help[language]]),
    ...(goesInto === 'letter' ? [letterHint(wordFor(words.languages, view.language))] : []),
    ...(goesInto === 'record' ? [internalHint] : []),
    ...(widget.as === 'lines' && help === undefined ? [perLine] : []),
    ...(widget.as === 'instant' ? [words.frame.zone(view.timeZone)] : []),
    ...(widget.as === 'code' && letterCode !== null
      ? [enterCodeLabels[language].hint(letterCode.triesLeft, instant(letterCode.expiresAt))]
      : []),
  ];
  return parts.length === 0 ? undefined : parts.join(' ');
}

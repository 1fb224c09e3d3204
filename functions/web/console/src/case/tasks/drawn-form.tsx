import { useState, type ReactNode } from 'react';
import { staffCommands, type StaffCommandType } from '#commands/list.ts';
import { draftOf, drawnFields, filledIn, isAsked, type Form, type Typed } from '../../logic/draft.ts';
import { entryOf } from '../../logic/more.ts';
import { valuesFor } from '../../logic/offers.ts';
import type { Offer } from '../../logic/task.ts';
import { taskWords } from '../../words/command-words.ts';
import { useSpeech } from '../../words/language.tsx';
import { useOpenCase } from '../context.ts';
import { AboveFields } from './above-fields.tsx';
import { CommandForm } from './command-form.tsx';
import { DrawnField } from './drawn-field.tsx';

interface Props {
  readonly type: StaffCommandType;
  /**
   * The offers of the command, one for each target. If the user may give it for several targets, the form has a field
   * for the target.
   */
  readonly offers: readonly Offer[];
}

/** The form that is generated from the fields of a command. */
export function DrawnForm({ type, offers }: Props): ReactNode {
  const { language } = useSpeech();
  const { view } = useOpenCase();
  const command = staffCommands[type];
  const fields = drawnFields(type);
  const open = offers.filter(({ block }) => block === null);
  const [first] = open;
  const [changed, setTyped] = useState<Readonly<Record<string, Typed>>>({});
  const target = command.target ?? '';
  const typed = {
    ...beginning(type),
    ...(open.length === 1 ? { [target]: first?.task.target ?? '' } : {}),
    ...changed,
  };
  const form: Form = { type, typed, known: valuesFor(view, type), timeZone: view.timeZone };
  const soFar = filledIn(form);
  // A form for a single target needs no field in which the user chooses the target. Commands of the group `waiting`
  // have a form for each target. A target with a title of its own (`variants`) has its own form too.
  const isOne = command.group === 'waiting' || (first !== undefined && entryOf(first).variant !== '');
  const variant = first === undefined ? '' : entryOf(first).variant;
  const { title, text, submit } = taskWords(type, language, variant);
  const takesTwo = command.propose !== undefined && isForTwo(type, String(typed[target] ?? ''), view);
  const proposed = takesTwo ? command.propose?.[language] : undefined;
  const { confirm } = command;
  return (
    <CommandForm
      draft={draftOf(form)}
      submit={confirm?.submit === undefined ? (proposed ?? submit) : submit}
      takesTwo={takesTwo}
      confirm={
        confirm === undefined
          ? undefined
          : {
              title: confirm.title?.[language] ?? title,
              text: confirm.text?.[language] ?? text,
              submit: proposed ?? confirm.submit?.[language] ?? submit,
              ...(confirm.quotes === undefined ? {} : { quote: quoteOf(type, confirm.quotes, typed, language) }),
            }
      }
    >
      <AboveFields type={type} target={String(typed[target] ?? '')} />
      {fields
        .filter((field) => isAsked(field, soFar) && !(isOne && field.name === target))
        .map((field) => (
          <DrawnField
            key={field.name}
            type={type}
            field={field}
            form={form}
            targets={open.map(({ task }) => task.target)}
            onChange={(value) => setTyped({ ...changed, [field.name]: value })}
          />
        ))}
    </CommandForm>
  );
}

/** The values that the fields have before the user changes anything. */
function beginning(type: StaffCommandType): Readonly<Record<string, Typed>> {
  return Object.fromEntries(
    drawnFields(type).flatMap(({ name, text: { widget } }) => {
      if (widget.as === 'currency') return [[name, 'SEK']];
      return widget.as === 'choice' && widget.first !== undefined ? [[name, widget.first]] : [];
    }),
  );
}

/** Whether the command only makes a proposal that a second person must approve. */
function isForTwo(
  type: StaffCommandType,
  target: string,
  { decisionsTakeTwo, circumstances }: ReturnType<typeof useOpenCase>['view'],
): boolean {
  if (type !== 'decide-circumstance') return decisionsTakeTwo;
  return circumstances.find(({ circumstance }) => circumstance === target)?.takesTwo === true;
}

/** The values of the fields `names` as text. The question before the command is sent (`Confirmation`) repeats them. */
function quoteOf(
  type: StaffCommandType,
  names: readonly string[],
  typed: Readonly<Record<string, Typed>>,
  language: 'sv' | 'en',
): string {
  return drawnFields(type)
    .filter(({ name }) => names.includes(name))
    .map(({ name, text: { widget } }) => {
      const value = String(typed[name] ?? '');
      if (widget.as === 'yes-no') return value === '' ? '' : widget[value === 'yes' ? 'yes' : 'no'][language];
      return widget.as === 'choice' ? (widget.options[value]?.[language] ?? value) : value;
    })
    .join(' ');
}

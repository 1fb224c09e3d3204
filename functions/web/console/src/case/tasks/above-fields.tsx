import type { ReactNode } from 'react';
import type { StaffCommandType } from '#commands/list.ts';
import { extendLabels } from '#commands/extend.ts';
import { recordIdentityCheckLabels } from '#commands/record-identity-check.ts';
import { reopenLabels } from '#commands/reopen.ts';
import { wordFor } from '../../words/console-words.ts';
import { useSpeech } from '../../words/language.tsx';
import { BreachCountdown } from '../breach-countdown.tsx';
import { useOpenCase } from '../context.ts';

interface Props {
  readonly type: StaffCommandType;
  readonly target: string;
}

/** What the user should know about the case before filling in the command's form. */
export function AboveFields({ type, target }: Props): ReactNode {
  const { words, language, date } = useSpeech();
  const { view } = useOpenCase();
  if (type === 'extend')
    return view.extendedDue === null ? null : <p>{extendLabels[language].until(date(view.extendedDue))}</p>;
  if (type === 'reopen')
    return view.undoUntil === null ? null : <p>{reopenLabels[language].until(date(view.undoUntil))}</p>;
  if (type === 'record-identity-check')
    return <p className="notice calm">{recordIdentityCheckLabels[language].never}</p>;
  if (type === 'decide-circumstance') {
    const circumstance = view.circumstances.find((one) => one.circumstance === target);
    return circumstance === undefined ? null : (
      <>
        <p className="strong">{wordFor(words.terms.circumstances, target)}</p>
        <p className="notice calm">{circumstance.instruction[language]}</p>
      </>
    );
  }
  if (type === 'update-breach') {
    const breach = view.breaches.find((one) => one.breach === target);
    return breach === undefined ? null : <BreachCountdown breach={breach} />;
  }
  const objection = type === 'decide-retention-objection' ? view.retentionObjections.at(-1) : undefined;
  return objection === undefined ? null : <p className="quote">{objection.text}</p>;
}

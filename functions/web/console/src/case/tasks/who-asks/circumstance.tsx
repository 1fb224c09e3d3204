import { Button } from '@mantine/core';
import type { ReactNode } from 'react';
import { circumstanceSchema } from '#domain/case/vocabulary.ts';
import { markCircumstanceLabels } from '#commands/mark-circumstance.ts';
import { TroubleNotice } from '../../../ui/trouble-notice.tsx';
import { useSpeech } from '../../../words/language.tsx';
import { useOpenCase } from '../../context.ts';
import { useCommand } from '../../use-command.ts';

/** The list of circumstances. Each circumstance has a button that marks it, or removes the mark. */
export function CircumstanceForm(): ReactNode {
  const { words, language } = useSpeech();
  const { view, reload } = useOpenCase();
  const { busy, trouble, send } = useCommand();
  const { mark, clear, of } = markCircumstanceLabels[language];
  const isMarked = (circumstance: string): boolean =>
    view.circumstances.some((one) => one.circumstance === circumstance);
  return (
    <>
      {trouble === undefined ? null : <TroubleNotice trouble={trouble} of="command" onReload={reload} />}
      <ul className="lines">
        {circumstanceSchema.options.map((circumstance) => {
          const present = isMarked(circumstance);
          const name = words.terms.circumstances[circumstance];
          return (
            <li key={circumstance} className="row apart">
              <span className={present ? 'marked' : undefined}>{name}</span>
              <Button
                variant={present ? 'default' : 'outline'}
                size="compact-md"
                disabled={busy}
                onClick={() => send({ type: 'mark-circumstance', circumstance, present: !present })}
              >
                {present ? clear : mark}
                {/* The buttons have the same label. The hidden text names the circumstance to users of screen readers. */}
                <span className="hidden">{of(name)}</span>
              </Button>
            </li>
          );
        })}
      </ul>
    </>
  );
}

import { Button } from '@mantine/core';
import type { ReactNode } from 'react';
import { endLabels } from '#commands/end.ts';
import { liftHoldLabels } from '#commands/lift-hold.ts';
import { entryOf } from '../../../logic/more.ts';
import type { Block, Offer } from '../../../logic/task.ts';
import { Written } from '../../../ui/written.tsx';
import { taskWords } from '../../../words/command-words.ts';
import { useSpeech } from '../../../words/language.tsx';
import { useOpenCase } from '../../context.ts';
import { CommandButton } from '../command-button.tsx';
import { TaskCard } from '../task-card.tsx';

/**
 * The card of a request that is held. The card shows the message and the button that lifts the hold. `otherwise` is the
 * button that ends the case instead.
 */
export function LiftHold({
  block,
  otherwise,
}: {
  readonly block: Block | null;
  readonly otherwise: ReactNode;
}): ReactNode {
  const { language } = useSpeech();
  const { view } = useOpenCase();
  const { title, text, submit } = taskWords('lift-hold', language);
  return (
    <TaskCard title={title} text={view.heldInSilence ? text : liftHoldLabels[language].spoken} block={block}>
      <p>{liftHoldLabels[language].check}</p>
      <Message />
      {block === null ? <CommandButton draft={{ type: 'lift-hold' }}>{submit}</CommandButton> : null}
      {otherwise}
    </TaskCard>
  );
}

/** The card of a held request for something that this product cannot do. Staff do it by hand, and then end the case. */
export function CarryOut({
  block,
  otherwise,
}: {
  readonly block: Block | null;
  readonly otherwise: ReactNode;
}): ReactNode {
  const { language } = useSpeech();
  return (
    <TaskCard title={endLabels[language].carryOut} text={endLabels[language].carryOutText} block={block}>
      <Message />
      {otherwise}
    </TaskCard>
  );
}

function Message(): ReactNode {
  const { words } = useSpeech();
  const { view } = useOpenCase();
  return (
    <div className="stack tight">
      <h4>{words.case.message}</h4>
      {view.message === null ? <p className="soft">{words.case.noMessage}</p> : <Written text={view.message} />}
    </div>
  );
}

/** A button that opens the dialog for one ending of a held case. */
export function EndButton({ offer, children }: { readonly offer: Offer; readonly children: ReactNode }): ReactNode {
  const { choose } = useOpenCase();
  return (
    <div>
      <Button variant="outline" onClick={() => choose(entryOf(offer))}>
        {children}
      </Button>
    </div>
  );
}

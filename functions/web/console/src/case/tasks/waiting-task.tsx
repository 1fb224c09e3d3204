import type { ReactNode } from 'react';
import { endLabels } from '#commands/end.ts';
import type { Block, Ending, Offer } from '../../logic/task.ts';
import { isCorrection } from '../../logic/waiting.ts';
import { useSpeech } from '../../words/language.tsx';
import { useOpenCase } from '../context.ts';
import { ChooseTask } from './waiting/choose-task.tsx';
import { ConfirmFreeze } from './waiting/confirm-freeze.tsx';
import { DecideIdentifiers } from './waiting/decide-identifiers.tsx';
import { CarryOut, EndButton, LiftHold } from './waiting/held-tasks.tsx';
import { PostLetter } from './waiting/letter-to-post.tsx';
import { ManualResult } from './waiting/manual-result.tsx';
import { OpenBreach } from './waiting/open-breach.tsx';
import { DecideProposal } from './waiting/proposal.tsx';
import { ReleaseAnswer } from './waiting/release-answer.tsx';
import { ApproveSearch, RetrySystem } from './waiting/search-tasks.tsx';

interface Props {
  readonly offer: Offer;
  /**
   * All waiting tasks of the case. Some cards also have the button of another task, for example the card of a proposal
   * has the button to drop it.
   */
  readonly all: readonly Offer[];
}

/**
 * The card of a waiting task. If no component is written for the command, the card is a `ChooseTask`, whose button
 * opens the form.
 */
export function WaitingTask({ offer, all }: Props): ReactNode {
  const { language } = useSpeech();
  const { view } = useOpenCase();
  const {
    task: { type, target },
    block,
  } = offer;
  if (type === 'lift-hold') return <LiftHold block={block} otherwise={<NoRequest all={all} />} />;
  if (type === 'end') {
    // The ending `not-a-request` is a button on the card that lifts the hold, so it needs no card of its own.
    if (target !== 'carried-out') return null;
    const carriedOut = block === null ? <EndButton offer={offer}>{endLabels[language].carriedOut}</EndButton> : null;
    return (
      <CarryOut
        block={block}
        otherwise={
          <>
            {carriedOut}
            <NoRequest all={all} />
          </>
        }
      />
    );
  }
  if (type === 'approve-search') return <ApproveSearch block={block} />;
  if (type === 'release') return <ReleaseAnswer block={block} round={Number(target)} />;
  if (type === 'decide-identifiers') return <DecideIdentifiers block={block} />;
  if (type === 'record-manual-result' || type === 'retry-system') {
    const system = view.systems.find(({ id }) => id === target);
    if (system === undefined) return null;
    return type === 'retry-system' ? (
      <RetrySystem block={block} system={system} />
    ) : (
      <ManualResult block={block} system={system} correction={isCorrection(system)} />
    );
  }
  // The card of `approve-proposal` also has the button for `drop-proposal`.
  if (type === 'drop-proposal') return null;
  if (type === 'approve-proposal') {
    const proposal = view.proposals.find((one) => one.proposal === target);
    return proposal === undefined ? null : (
      <DecideProposal proposal={proposal} approve={block} drop={dropBlock(all, target)} />
    );
  }
  if (type === 'record-posted') {
    const letter = view.lettersToPost.find((one) => one.letter === target);
    return letter === undefined ? null : <PostLetter block={block} letter={letter} />;
  }
  if (type === 'confirm-freeze') {
    const freeze = view.freezes.find(({ system }) => system === target);
    return freeze === undefined ? null : <ConfirmFreeze block={block} freeze={freeze} />;
  }
  const breach = type === 'update-breach' ? view.breaches.find((one) => one.breach === target) : undefined;
  if (breach !== undefined) return <OpenBreach offer={offer} breach={breach} />;
  const instruction = view.circumstances.find(({ circumstance }) => circumstance === target)?.instruction[language];
  return (
    <ChooseTask offer={offer}>
      {type === 'decide-circumstance' ? <p className="notice calm">{instruction}</p> : null}
    </ChooseTask>
  );
}

/** The button that ends a held case because the sender made no request. */
function NoRequest({ all }: { readonly all: readonly Offer[] }): ReactNode {
  const { language } = useSpeech();
  const offer = endOffer(all, 'not-a-request');
  return offer === undefined ? null : <EndButton offer={offer}>{endLabels[language].notARequest}</EndButton>;
}

function endOffer(all: readonly Offer[], ending: Ending): Offer | undefined {
  return all.find(({ task, block }) => task.type === 'end' && task.target === ending && block === null);
}

function dropBlock(all: readonly Offer[], proposal: string): Block | null {
  return all.find(({ task }) => task.type === 'drop-proposal' && task.target === proposal)?.block ?? null;
}

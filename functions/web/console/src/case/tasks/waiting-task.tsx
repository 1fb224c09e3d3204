import type { ReactNode } from 'react';
import type { Block, Ending, Offer } from '../../logic/task.ts';
import { useSpeech } from '../../words/language.tsx';
import { ChooseTask } from './waiting/choose-task.tsx';
import { ConfirmFreeze } from './waiting/confirm-freeze.tsx';
import { DecideIdentifier } from './waiting/decide-identifier.tsx';
import { CarryOut, EndButton, LiftHold } from './waiting/held-tasks.tsx';
import { PostLetter } from './waiting/letter-to-post.tsx';
import { ManualResult } from './waiting/manual-result.tsx';
import { OpenBreach } from './waiting/open-breach.tsx';
import { DecideProposal } from './waiting/proposal.tsx';
import { ReleaseAnswer } from './waiting/release-answer.tsx';
import { ApproveSearch, RetrySystem } from './waiting/search-tasks.tsx';

interface Props {
  readonly offer: Offer;
  /** Everything that waits: some of it is a second button on the same card. */
  readonly all: readonly Offer[];
}

/** The card of one thing that waits. */
export function WaitingTask({ offer, all }: Props): ReactNode {
  const { words, language } = useSpeech();
  const { task, block } = offer;
  const notARequest = endOffer(all, 'not-a-request');
  const noRequest =
    notARequest === undefined ? null : <EndButton offer={notARequest}>{words.forms.end.notARequest}</EndButton>;
  switch (task.type) {
    case 'lift-hold':
      return <LiftHold block={block} otherwise={noRequest} />;
    case 'end':
      // The other way out of a hold stands on the card of the first.
      if (task.ending !== 'carried-out') return null;
      return (
        <CarryOut
          block={block}
          otherwise={
            <>
              {block === null ? <EndButton offer={offer}>{words.forms.end.carriedOut}</EndButton> : null}
              {noRequest}
            </>
          }
        />
      );
    case 'approve-search':
      return <ApproveSearch block={block} />;
    case 'decide-identifier':
      return <DecideIdentifier block={block} learned={task.learned} />;
    case 'record-manual-result':
      return <ManualResult block={block} task={task} />;
    case 'retry-system':
      return <RetrySystem block={block} system={task.system} />;
    case 'release':
      return <ReleaseAnswer block={block} task={task} />;
    case 'approve-proposal':
      return <DecideProposal proposal={task.proposal} approve={block} drop={dropBlock(all, task.proposal.proposal)} />;
    case 'record-posted':
      return <PostLetter block={block} letter={task.letter} />;
    case 'confirm-freeze':
      return <ConfirmFreeze block={block} freeze={task.freeze} />;
    case 'update-breach':
      return <OpenBreach offer={offer} breach={task.breach} />;
    case 'record-mandate':
    case 'stop-processing':
    case 'decide-retention-objection':
    case 'refuse':
      return <ChooseTask offer={offer} />;
    case 'decide-circumstance':
      return (
        <ChooseTask offer={offer}>
          <p className="notice calm">{task.circumstance.instruction[language]}</p>
        </ChooseTask>
      );
    case 'drop-proposal':
    case 'give-up-system':
    case 'ask':
    case 'answer-asking':
    case 'answer-fee':
    case 'assign':
    case 'lock-out':
    case 'let-in':
    case 'mark-circumstance':
    case 'join':
    case 'split':
    case 'redirect':
    case 'correct-receipt':
    case 'record-identity-check':
    case 'enter-code':
    case 'override-proof':
    case 'change-contact':
    case 'confirm-contact':
    case 'move-to-post':
    case 'extend':
    case 'take-back-refusal':
    case 'charge-fee':
    case 'reopen':
    case 'note':
    case 'set-legal-hold':
    case 'lift-legal-hold':
    case 'object-to-retention':
    case 'record-breach':
      return null;
  }
}

function endOffer(all: readonly Offer[], ending: Ending): Offer | undefined {
  return all.find(({ task, block }) => task.type === 'end' && task.ending === ending && block === null);
}

function dropBlock(all: readonly Offer[], proposal: string): Block | null {
  const drop = all.find(({ task }) => task.type === 'drop-proposal' && task.proposal.proposal === proposal);
  return drop?.block ?? null;
}

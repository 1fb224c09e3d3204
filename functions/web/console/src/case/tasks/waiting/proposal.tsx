import { Button } from '@mantine/core';
import type { ReactNode } from 'react';
import { answers } from '#commands/decide-circumstance.ts';
import { reasonsForPost } from '#commands/move-to-post.ts';
import { approveProposalLabels } from '#commands/approve-proposal.ts';
import { changeContactLabels } from '#commands/change-contact.ts';
import type { Block, Proposal } from '../../../logic/task.ts';
import { useDesk } from '../../../session/context.ts';
import { TroubleNotice } from '../../../ui/trouble-notice.tsx';
import { inLanguage, taskWords } from '../../../words/command-words.ts';
import { useSpeech } from '../../../words/language.tsx';
import { actorWords, wordFor } from '../../../words/console-words.ts';
import { useOpenCase } from '../../context.ts';
import { useCommand } from '../../use-command.ts';
import { TaskCard } from '../task-card.tsx';

interface Props {
  readonly proposal: Proposal;
  readonly approve: Block | null;
  readonly drop: Block | null;
}

/** The decisions that change where the answer is sent. For these, the card also shows the present contact point. */
const whereTo: ReadonlySet<string> = new Set(['change-contact', 'move-to-post']);

/** The card of a colleague's proposal. The user can approve or drop the proposal. */
export function DecideProposal({ proposal, approve, drop }: Props): ReactNode {
  const { words, language, instant } = useSpeech();
  const { member } = useDesk();
  const { view, reload } = useOpenCase();
  const { busy, trouble, send } = useCommand();
  const { proposal: id, kind, by, at } = proposal;
  const { terms } = words;
  const labels = approveProposalLabels[language];
  const codes = {
    ...terms.grounds,
    ...terms.circumstances,
    ...changeContactLabels[language].olds,
    ...inLanguage(reasonsForPost, language),
    applies: answers.yes[language],
    'does-not-apply': answers.no[language],
  };
  return (
    <TaskCard
      title={labels.title(wordFor(words.terms.proposals, kind))}
      text={taskWords('approve-proposal', language).text}
      block={approve}
    >
      <p className="soft small">{labels.by(actorWords(words, `staff:${by}`, member.id), instant(at))}</p>
      {whereTo.has(kind) ? <p>{labels.contactNow(view.contact)}</p> : null}
      {/* Some of these texts are codes, such as the ground of a refusal. A code is replaced by its words. */}
      {proposal.words.map((text, index) => (
        <p key={index} className="quote">
          {wordFor(codes, text)}
        </p>
      ))}
      {trouble === undefined ? null : <TroubleNotice trouble={trouble} of="command" onReload={reload} />}
      {approve === null || drop === null ? (
        <div className="row">
          {approve === null ? (
            <Button disabled={busy} onClick={() => send({ type: 'approve-proposal', proposal: id })}>
              {taskWords('approve-proposal', language).submit}
            </Button>
          ) : null}
          {drop === null ? (
            <Button variant="outline" disabled={busy} onClick={() => send({ type: 'drop-proposal', proposal: id })}>
              {taskWords('drop-proposal', language).submit}
            </Button>
          ) : null}
        </div>
      ) : null}
    </TaskCard>
  );
}

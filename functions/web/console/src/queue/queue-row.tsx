import type { ReactNode } from 'react';
import { caseAddress } from '../logic/place.ts';
import { isEnded, noticeOf, suspensionOf, type QueueLine } from '../logic/queue.ts';
import { useDesk } from '../session/context.ts';
import { DueBadge } from '../ui/due-badge.tsx';
import { useSpeech } from '../words/language.tsx';
import { actorWords, wordFor } from '../words/console-words.ts';

interface Props {
  readonly line: QueueLine;
  /** Whether the row names its time zone, because the cases in the queue have different time zones. */
  readonly zone: boolean;
}

/** One case as a row of the queue. */
export function QueueRow({ line, zone }: Props): ReactNode {
  const { words, instant } = useSpeech();
  const { member } = useDesk();
  const { columns } = words.queue;
  const { queue } = words.law;
  const asked = line.matter === 'request' ? line.rights.map((right) => wordFor(words.rights, right)).join(', ') : '';
  return (
    <tr role="row">
      <td role="cell" data-label={columns.due}>
        <DueCell line={line} />
      </td>
      <td role="cell" data-label={columns.case}>
        <div className="stack tight">
          <a className="reference" href={caseAddress(line.reference)} aria-label={words.queue.open(line.reference)}>
            {line.reference}
          </a>
          <span className="soft small">
            {asked === '' ? <strong>{wordFor(words.terms.matters, line.matter)}</strong> : asked} ·{' '}
            {line.controllerName}
          </span>
        </div>
      </td>
      <td role="cell" data-label={columns.status}>
        <span>{wordFor(words.statuses, line.status)}</span>
      </td>
      <td role="cell" data-label={columns.waitsFor}>
        <WaitsFor line={line} />
      </td>
      <td role="cell" data-label={queue.owner}>
        <span className={line.owner === null ? 'soft' : undefined}>
          {line.owner === null ? queue.nobody : actorWords(words, `staff:${line.owner}`, member.id)}
        </span>
      </td>
      <td role="cell" data-label={columns.received}>
        <span>
          {instant(line.receivedAt)}
          {zone ? <span className="soft small"> {line.timeZone}</span> : null}
        </span>
      </td>
    </tr>
  );
}

/**
 * The last day for the answer, counted without suspensions, and the days left. Below them, if they apply: a warning
 * about the last day for a notice (`noticeOf`), and the last day with suspensions or the words "a suspension is open".
 */
function DueCell({ line }: { readonly line: QueueLine }): ReactNode {
  const { words, date } = useSpeech();
  const { queue } = words.law;
  if (isEnded(line)) return <span className="soft">{words.queue.noDate}</span>;
  const notice = noticeOf(line);
  const suspension = suspensionOf(line);
  return (
    <div className="stack tight">
      <span>
        <strong>{date(line.due)}</strong>
        {line.extended ? <span className="soft small"> ({words.queue.extended})</span> : null}
      </span>
      <span>
        <DueBadge daysLeft={line.daysLeft} />
      </span>
      {notice === 'calm' ? null : <span className="small">{queue.notice[notice]}</span>}
      {suspension === 'none' ? null : (
        <span className="soft small">
          {line.suspendedDue === null ? queue.resting : queue.withRest(date(line.suspendedDue))}
        </span>
      )}
    </div>
  );
}

function WaitsFor({ line }: { readonly line: QueueLine }): ReactNode {
  const { words, date } = useSpeech();
  const { queue } = words.law;
  return (
    <div className="stack tight">
      <span>{wordFor(words.waiting, line.waitingFor)}</span>
      {line.decideBy === null ? null : <strong className="small">{queue.decideBy(date(line.decideBy))}</strong>}
      {line.proposals === 0 ? null : <span className="small">{queue.proposals(line.proposals)}</span>}
      {line.unsent === 0 ? null : <span className="outcome failed small">{queue.unsent(line.unsent)}</span>}
      {line.failed.length === 0 ? null : (
        <span className="outcome failed small">{words.queue.failed(line.failed.join(', '))}</span>
      )}
      {line.pending.length === 0 ? null : (
        <span className="soft small">{words.queue.pending(line.pending.join(', '))}</span>
      )}
    </div>
  );
}

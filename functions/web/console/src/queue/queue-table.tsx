import type { ReactNode } from 'react';
import { caseAddress } from '../logic/place.ts';
import type { QueueLine } from '../logic/queue.ts';
import { DueBadge } from '../ui/due-badge.tsx';
import { useSpeech } from '../words/language.tsx';
import { wordFor } from '../words/words.ts';

/** The roles are written out because a table that is laid out as blocks is none any longer to a screen reader. */
export function QueueTable({ lines }: { readonly lines: readonly QueueLine[] }): ReactNode {
  const { words } = useSpeech();
  const { columns } = words.queue;
  return (
    <div className="panel">
      <table className="queue" role="table" aria-label={words.queue.title}>
        <thead role="rowgroup">
          <tr role="row">
            {[columns.due, columns.case, columns.status, columns.waitsFor, columns.received].map((name) => (
              <th key={name} role="columnheader" scope="col">
                {name}
              </th>
            ))}
          </tr>
        </thead>
        <tbody role="rowgroup">
          {lines.map((line) => (
            <QueueRow key={line.reference} line={line} />
          ))}
        </tbody>
      </table>
    </div>
  );
}

function QueueRow({ line }: { readonly line: QueueLine }): ReactNode {
  const { words, date, instant } = useSpeech();
  const { columns } = words.queue;
  return (
    <tr role="row">
      <td role="cell" data-label={columns.due}>
        <span className="stack tight">
          <span>
            {date(line.due)}
            {line.extended ? <span className="soft small"> ({words.queue.extended})</span> : null}
          </span>
          <span>
            <DueBadge daysLeft={line.daysLeft} />
          </span>
        </span>
      </td>
      <td role="cell" data-label={columns.case}>
        <div className="stack tight">
          <a className="reference" href={caseAddress(line.reference)} aria-label={words.queue.open(line.reference)}>
            {line.reference}
          </a>
          <span className="soft small">
            {line.rights.map((right) => wordFor(words.rights, right)).join(', ')} · {line.controller}
          </span>
        </div>
      </td>
      <td role="cell" data-label={columns.status}>
        <span>{wordFor(words.statuses, line.status)}</span>
      </td>
      <td role="cell" data-label={columns.waitsFor}>
        <div className="stack tight">
          <span>{wordFor(words.waiting, line.waitingFor)}</span>
          {line.failed.length === 0 ? null : (
            <span className="outcome failed small">{words.queue.failed(line.failed.join(', '))}</span>
          )}
          {line.pending.length === 0 ? null : (
            <span className="soft small">{words.queue.pending(line.pending.join(', '))}</span>
          )}
        </div>
      </td>
      <td role="cell" data-label={columns.received}>
        <span>{instant(line.receivedAt)}</span>
      </td>
    </tr>
  );
}

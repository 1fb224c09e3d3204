import type { ReactNode } from 'react';
import type { QueueLine } from '../logic/queue.ts';
import { InZone, useSpeech } from '../words/language.tsx';
import { QueueRow } from './queue-row.tsx';

/**
 * The queue as a table. CSS shows its rows as blocks on narrow screens, so explicit ARIA roles tell screen readers that
 * it is a table.
 */
export function QueueTable({ lines }: { readonly lines: readonly QueueLine[] }): ReactNode {
  const { words } = useSpeech();
  const { columns } = words.queue;
  const zones = new Set(lines.map(({ timeZone }) => timeZone));
  return (
    <div className="panel">
      <table className="queue" role="table" aria-label={words.queue.title}>
        <thead role="rowgroup">
          <tr role="row">
            {[columns.due, columns.case, columns.status, columns.waitsFor, words.law.queue.owner, columns.received].map(
              (name) => (
                <th key={name} role="columnheader" scope="col">
                  {name}
                </th>
              ),
            )}
          </tr>
        </thead>
        <tbody role="rowgroup">
          {lines.map((line) => (
            <InZone key={line.reference} zone={line.timeZone}>
              <QueueRow line={line} zone={zones.size > 1} />
            </InZone>
          ))}
        </tbody>
      </table>
    </div>
  );
}

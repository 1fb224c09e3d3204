import type { ReactNode } from 'react';
import type { System } from '../logic/task.ts';
import { awaitsIdentifiers, identifiersApart } from '../logic/waiting.ts';
import { useSpeech } from '../words/language.tsx';
import { groundsInWords, outcomeInWords, wordFor } from '../words/console-words.ts';
import { useOpenCase } from './context.ts';
import { DecideIdentifiers, IdentifierList } from './tasks/waiting/decide-identifiers.tsx';

/** The table of all systems of the case with their outcomes, and the list of learned identifiers. */
export function SystemsTable(): ReactNode {
  const { words } = useSpeech();
  const { view } = useOpenCase();
  const { systems, learned } = view;
  const [apart] = identifiersApart(view);
  const { columns } = words.case;
  return (
    <section className="panel stack" aria-labelledby="systems">
      <h2 id="systems">{words.case.systems}</h2>
      {systems.length === 0 ? (
        <p className="soft">{words.case.noSystems}</p>
      ) : (
        <table role="table" aria-labelledby="systems">
          <thead role="rowgroup">
            <tr role="row">
              <Column name={columns.system} />
              <Column name={columns.outcome} />
              <Column name={columns.records} number />
              <Column name={columns.files} number />
              <Column name={columns.possible} number />
              <Column name={columns.disputed} number />
              <Column name={columns.asOf} />
              <Column name={columns.delivered} />
            </tr>
          </thead>
          <tbody role="rowgroup">
            {systems.map((system) => (
              <SystemRow key={system.id} system={system} />
            ))}
          </tbody>
        </table>
      )}
      {learned.length === 0 || awaitsIdentifiers(view) ? null : (
        <details>
          <summary>{words.case.identifiersTitle(learned.length)}</summary>
          {apart === undefined ? <IdentifierList /> : <DecideIdentifiers block={apart.block} />}
        </details>
      )}
    </section>
  );
}

function Column({ name, number = false }: { readonly name: string; readonly number?: boolean }): ReactNode {
  return (
    <th role="columnheader" scope="col" className={number ? 'number' : undefined}>
      {name}
    </th>
  );
}

function SystemRow({ system }: { readonly system: System }): ReactNode {
  const { words, language, instant } = useSpeech();
  const { columns } = words.case;
  const { outcome, reason, endedAt, deliveredIn } = system;
  const { blocked, givenUp, undisclosable } = words.law.systems;
  // Before the first result of a system the cell shows a dash, because a 0 would look like a result.
  const counted = (count: number): string => (endedAt === null && count === 0 ? '–' : String(count));
  const notes = [
    ...(system.blocked ? [blocked] : []),
    ...(system.givenUp ? [givenUp] : []),
    ...(system.undisclosable ? [undisclosable] : []),
  ];
  return (
    <tr role="row">
      <td role="cell" data-label={columns.system}>
        <span>
          {system.title[language]} <span className="soft small">({words.case.modes[system.mode]})</span>
        </span>
      </td>
      <td role="cell" data-label={columns.outcome}>
        <span>
          <span className={`outcome ${outcome}`}>{outcomeInWords(words, system)}</span>
          {reason === null || reason === '' || outcome === 'pending' ? null : (
            <span className="soft small">
              {' – '}
              {outcome === 'failed'
                ? wordFor(words.failures, reason)
                : `${words.case.ground}: ${groundsInWords(words, reason)}`}
            </span>
          )}
          {notes.map((note) => (
            <span key={note} className="soft small">
              {' – '}
              {note}
            </span>
          ))}
        </span>
      </td>
      <td role="cell" data-label={columns.records} className="number">
        <span>{counted(system.records)}</span>
      </td>
      <td role="cell" data-label={columns.files} className="number">
        <span>{counted(system.files)}</span>
      </td>
      <td role="cell" data-label={columns.possible} className="number">
        <span>{counted(system.possible)}</span>
      </td>
      <td role="cell" data-label={columns.disputed} className="number">
        <span>{counted(system.disputed)}</span>
      </td>
      <td role="cell" data-label={columns.asOf}>
        <span className="small">{endedAt === null ? '–' : instant(endedAt)}</span>
      </td>
      <td role="cell" data-label={columns.delivered}>
        <span className="small">{deliveredIn === null ? '–' : words.case.deliveredIn(deliveredIn)}</span>
      </td>
    </tr>
  );
}

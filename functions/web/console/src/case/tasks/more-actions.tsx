import { Button } from '@mantine/core';
import { useId, useState, type ReactNode } from 'react';
import { groups, moreTasks, type Entry } from '../../logic/more.ts';
import { taskWords } from '../../words/command-words.ts';
import { useSpeech } from '../../words/language.tsx';
import { useOpenCase } from '../context.ts';

/** The menu of all commands that are not waiting tasks, in groups. The menu is closed at first. */
export function MoreActions(): ReactNode {
  const { words } = useSpeech();
  const { view } = useOpenCase();
  const [open, setOpen] = useState(false);
  const id = useId();
  const entries = moreTasks(view);
  // The menu is not shown if the user may give none of its commands.
  if (groups.every((group) => entries[group].every(isBlocked))) return null;
  return (
    <div className="stack tight">
      <div>
        <Button variant="default" aria-expanded={open} aria-controls={id} onClick={() => setOpen(!open)}>
          {words.law.more.open}
          <span aria-hidden="true">&nbsp;{open ? '▴' : '▾'}</span>
        </Button>
      </div>
      <div id={id} className="more" hidden={!open}>
        {groups.map((group) => (
          <div key={group}>
            <h3>{words.terms.groups[group]}</h3>
            {entries[group].length === 0 ? <p className="soft small">{words.law.more.nothing}</p> : null}
            <ul className="plain">
              {entries[group].map((entry) => (
                <EntryButton key={`${entry.type} ${entry.variant}`} entry={entry} />
              ))}
            </ul>
          </div>
        ))}
      </div>
    </div>
  );
}

function EntryButton({ entry }: { readonly entry: Entry }): ReactNode {
  const { language } = useSpeech();
  const { choose } = useOpenCase();
  return (
    <li>
      <button
        type="button"
        className={isBlocked(entry) ? 'entry-button blocked' : 'entry-button'}
        onClick={() => choose(entry)}
      >
        {taskWords(entry.type, language, entry.variant).title}
      </button>
    </li>
  );
}

function isBlocked({ offers }: Entry): boolean {
  return offers.every(({ block }) => block !== null);
}

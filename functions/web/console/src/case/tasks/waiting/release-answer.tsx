import type { ReactNode } from 'react';
import { releaseLabels } from '#commands/release.ts';
import { reviewAddress } from '../../../logic/place.ts';
import { releaseOf, stepOf, type Release } from '../../../logic/release.ts';
import type { Block } from '../../../logic/task.ts';
import { useDesk } from '../../../session/context.ts';
import { taskWords } from '../../../words/command-words.ts';
import { useSpeech } from '../../../words/language.tsx';
import { actorWords, groundsInWords, outcomeInWords, wordFor } from '../../../words/console-words.ts';
import { useOpenCase } from '../../context.ts';
import { TaskCard } from '../task-card.tsx';

interface Props {
  readonly block: Block | null;
  readonly round: number;
}

const places = ['now', 'withheld', 'missing', 'given-up', 'later', 'before'] as const;

/** The card that shows what the answer contains of each system, and leads to its review, where it is released. */
export function ReleaseAnswer({ block, round }: Props): ReactNode {
  const { words, language } = useSpeech();
  const labels = releaseLabels[language];
  const { member } = useDesk();
  const { view } = useOpenCase();
  const contents = releaseOf(view);
  const first = view.approvals[0];
  return (
    <TaskCard title={labels.title(round)} text={taskWords('release', language).text} block={block}>
      {places.map((place) => {
        const there = contents.filter((one) => one.place === place);
        if (there.length === 0)
          return place === 'now' ? (
            <p key={place} className="notice calm">
              {labels.nothingNew}
            </p>
          ) : null;
        return (
          <div key={place} className="stack tight">
            <h4>{labels.places[place]}</h4>
            <ul className="lines">
              {there.map((one) => (
                <ReleaseLine key={one.system.id} release={one} />
              ))}
            </ul>
          </div>
        );
      })}
      <p>
        {block?.rule === 'second-person-releases' ? '' : labels.step[stepOf(view, member.id)]}
        {first === undefined ? '' : ` ${labels.firstBy(actorWords(words, `staff:${first}`, member.id))}`}
      </p>
      <div>
        <a className="go" href={reviewAddress(view.reference)}>
          {words.review.open}
        </a>
      </div>
    </TaskCard>
  );
}

function ReleaseLine({ release: { system, place, leftOut, goesOut } }: { readonly release: Release }): ReactNode {
  const { words, language } = useSpeech();
  const labels = releaseLabels[language];
  const { outcome, records, possible, disputed, reason } = system;
  return (
    <li>
      <strong>{system.title[language]}</strong>
      {': '}
      <span className={`outcome ${outcome}`}>{outcomeInWords(words, system)}</span>
      {outcome === 'found' && goesOut !== null ? `, ${labels.counts(goesOut.records, goesOut.files)}` : null}
      {outcome === 'withheld' && reason !== null ? ` (${words.case.ground}: ${groundsInWords(words, reason)})` : null}
      {outcome === 'failed' && reason !== null ? ` (${wordFor(words.failures, reason)})` : null}
      {outcome === 'failed' && records > 0 && place !== 'before' ? (
        <span className="small"> {labels.partly(records)}.</span>
      ) : null}
      {leftOut.length === 0 ? null : (
        <div className="soft small">{labels.leftOut(leftOut.map((title) => title[language]).join('; '))}</div>
      )}
      {possible === 0 ? null : <div className="soft small">{labels.possible(possible)}</div>}
      {disputed === 0 ? null : <div className="soft small">{labels.disputed(disputed)}</div>}
    </li>
  );
}

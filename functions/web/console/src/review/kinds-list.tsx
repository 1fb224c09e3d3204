import type { ReactNode } from 'react';
import type { ReviewPage } from '#api/review.ts';
import { leftToSee, reviewFilters, type ReviewAsked } from '../logic/review-list.ts';
import { useSpeech } from '../words/language.tsx';

interface Props {
  readonly sheet: ReviewPage;
  readonly asked: ReviewAsked;
  readonly onAsk: (asked: ReviewAsked) => void;
}

/**
 * The lists of items among which the user chooses: open items, possible and disputed items, and the items of each
 * system and kind of record. Each list shows its number of items.
 */
export function KindsList({ sheet: { kinds }, asked, onAsk }: Props): ReactNode {
  const { words, language } = useSpeech();
  const systems = [...Map.groupBy(kinds, ({ system }) => system).entries()];
  const isOn = (system: string | undefined, resource?: string): boolean =>
    asked.system === system && asked.resource === resource;
  return (
    <nav className="kinds stack" aria-label={words.review.lists}>
      <ul className="plain">
        {reviewFilters.map((filter) => (
          <li key={filter}>
            <button type="button" aria-pressed={asked.filter === filter} onClick={() => onAsk({ ...asked, filter })}>
              {words.review.filters[filter]}
            </button>
          </li>
        ))}
      </ul>
      <h2>{words.review.systems}</h2>
      <ul className="plain">
        <li>
          <button
            type="button"
            aria-pressed={isOn(undefined)}
            onClick={() => onAsk({ ...asked, system: undefined, resource: undefined })}
          >
            {words.review.allSystems}
          </button>
        </li>
        {systems.map(([system, own]) => (
          <li key={system}>
            <KindButton
              title={own[0]?.systemTitle[language] ?? system}
              counts={own}
              isOn={isOn(system)}
              onChoose={() => onAsk({ ...asked, system, resource: undefined })}
            />
            <ul className="plain">
              {own.map((kind) => (
                <li key={kind.resource}>
                  <KindButton
                    title={kind.title[language]}
                    counts={[kind]}
                    isOn={isOn(system, kind.resource)}
                    onChoose={() => onAsk({ ...asked, system, resource: kind.resource })}
                  />
                </li>
              ))}
            </ul>
          </li>
        ))}
      </ul>
    </nav>
  );
}

interface KindProps {
  readonly title: string;
  readonly counts: ReviewPage['kinds'];
  readonly isOn: boolean;
  readonly onChoose: () => void;
}

function KindButton({ title, counts, isOn, onChoose }: KindProps): ReactNode {
  const { words } = useSpeech();
  const sum = (of: 'items' | 'byRule'): number => counts.reduce((total, one) => total + one[of], 0);
  const left = leftToSee(counts);
  return (
    <button type="button" aria-pressed={isOn} onClick={onChoose}>
      <span>{title}</span>
      <span className="count" aria-hidden="true">
        {words.review.counts(sum('items'), left)}
      </span>
      <span className="hidden"> {words.review.countsTold(sum('items'), left, sum('byRule'))}</span>
    </button>
  );
}

import type { ReactNode } from 'react';
import type { TouchedPlace } from '#api/review.ts';
import { TroubleNotice } from '../ui/trouble-notice.tsx';
import { useSpeech } from '../words/language.tsx';
import type { Touching } from './use-touched.ts';

/** What alike decisions would change: the numbers and the first places. */
export function TouchedView({ of: { touched, before, trouble } }: { readonly of: Touching }): ReactNode {
  const { words, language } = useSpeech();
  const { limit } = words.review;
  if (trouble !== undefined) return <TroubleNotice trouble={trouble} of="page" />;
  const nameOf = ({ systemTitle, title, record, field, document }: TouchedPlace): string =>
    [`${systemTitle[language]}: ${words.review.record(title[language], record)}`, field?.[language] ?? document]
      .filter((part) => part !== undefined)
      .join(', ');
  return (
    <div className="stack tight">
      <p role="status">
        {touched === undefined ? limit.counting : limit.touches(touched.values, touched.records)}
        {before === undefined ? '' : ` ${limit.touchedBefore(before)}`}
      </p>
      {touched === undefined || touched.places.length === 0 ? null : (
        <details>
          <summary>{limit.places(touched.places.length, touched.values)}</summary>
          <ul className="small">
            {touched.places.map((place, index) => (
              <li key={index}>{nameOf(place)}</li>
            ))}
          </ul>
        </details>
      )}
    </div>
  );
}

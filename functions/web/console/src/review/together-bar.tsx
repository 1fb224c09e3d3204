import { Button } from '@mantine/core';
import type { ReactNode } from 'react';
import type { ReviewAction } from '../logic/review-keys.ts';
import { reviewLetters } from '../logic/review-keys.ts';
import type { SeenTogether } from '../logic/review-seen.ts';
import { useSpeech } from '../words/language.tsx';

interface Props {
  readonly together: SeenTogether;
  /** What the list on the left is limited to; `undefined`: all systems. */
  readonly scope: string | undefined;
  readonly busy: boolean;
  readonly lettersOn: boolean;
  readonly onAct: (action: ReviewAction) => void;
}

/** The buttons that decide on all records of the list that the user has seen. A text says how many records stay open. */
export function TogetherBar({ together, scope, busy, lettersOn, onAct }: Props): ReactNode {
  const { words } = useSpeech();
  const { release, reject, unopened } = together;
  const labelled = (label: string, action: ReviewAction): string => {
    const [letter] = Object.entries(reviewLetters).find(([, does]) => does === action) ?? [];
    return lettersOn && letter !== undefined ? words.review.key(label, letter) : label;
  };
  return (
    <div className="stack tight">
      <div className="row">
        <Button disabled={busy || release.length === 0} onClick={() => onAct('release-seen')}>
          {labelled(words.review.together.release(release.length, scope), 'release-seen')}
        </Button>
        {reject.length === 0 ? null : (
          <Button variant="default" disabled={busy} onClick={() => onAct('reject-seen')}>
            {labelled(words.review.together.reject(reject.length), 'reject-seen')}
          </Button>
        )}
      </div>
      <p className="small soft">
        {words.review.together.hint}
        {unopened === 0 ? '' : ` ${words.review.together.unopened(unopened)}`}
      </p>
    </div>
  );
}

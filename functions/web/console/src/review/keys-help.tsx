import { Button } from '@mantine/core';
import type { ReactNode } from 'react';
import { reviewLetters } from '../logic/review-keys.ts';
import { Dialog } from '../ui/dialog.tsx';
import { TickField } from '../ui/fields.tsx';
import { useSpeech } from '../words/language.tsx';

interface Props {
  readonly lettersOn: boolean;
  readonly onLetters: (on: boolean) => void;
  readonly onClose: () => void;
}

/** The dialog that lists the keys of the review page. In it the user switches the keys of one letter on and off. */
export function KeysHelp({ lettersOn, onLetters, onClose }: Props): ReactNode {
  const { words } = useSpeech();
  return (
    <Dialog title={words.review.actions.help} onClose={onClose}>
      <TickField
        label={words.review.lettersOn}
        hint={words.review.lettersHint}
        value={lettersOn}
        onChange={onLetters}
      />
      <dl className="keys">
        {Object.entries(reviewLetters).map(([key, action]) => (
          <div key={key}>
            <dt>
              <kbd>{key}</kbd>
            </dt>
            <dd>{words.review.helps[action]}</dd>
          </div>
        ))}
      </dl>
      <div>
        <Button variant="default" onClick={onClose}>
          {words.review.close}
        </Button>
      </div>
    </Dialog>
  );
}

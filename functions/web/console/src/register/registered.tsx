import { Button } from '@mantine/core';
import type { ReactNode } from 'react';
import { caseAddress } from '../logic/place.ts';
import { useSpeech } from '../words/language.tsx';

interface Props {
  readonly reference: string;
  readonly due: string;
  readonly onAnother: () => void;
}

/** The result of a registration: the reference and the last day for the answer. */
export function Registered({ reference, due, onAnother }: Props): ReactNode {
  const { words, date } = useSpeech();
  const { register } = words.pages;
  return (
    <div className="notice good" role="status">
      <p>
        <strong>{register.done}</strong>
        {words.case.due} {date(due)}.
      </p>
      <div className="row">
        <a href={caseAddress(reference)}>{register.open(reference)}</a>
        <Button variant="default" size="compact-md" onClick={onAnother}>
          {register.another}
        </Button>
      </div>
    </div>
  );
}

import type { ReactNode } from 'react';
import { withoutMarks } from '#domain/mail/marks.ts';
import { useSpeech } from '../words/language.tsx';

/** What somebody wrote, as it stands, after what must be known of it. */
export function Written({ text: kept }: { readonly text: string }): ReactNode {
  const { words } = useSpeech();
  const { marks, text } = withoutMarks(kept);
  return (
    <>
      {marks.map((mark) => (
        <p key={mark} className="small">
          <strong>{words.case.marks[mark]}</strong>
        </p>
      ))}
      {text === '' ? null : <div className="quote">{text}</div>}
    </>
  );
}

import type { ReactNode } from 'react';
import { withoutMarks } from '#domain/mail/marks.ts';
import { useSpeech } from '../words/language.tsx';

/** A text by the person, unchanged. Warnings about the text come first. */
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

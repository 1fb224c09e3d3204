import { useLayoutEffect, useRef, type ReactNode } from 'react';
import type { ReviewItem } from '#api/review.ts';
import { selectionIn, type Selected } from '../logic/review-selection.ts';
import { useSpeech } from '../words/language.tsx';

type Field = ReviewItem['fields'][number];

interface Props {
  readonly field: Field;
  readonly onSelect: (selected: Selected | undefined) => void;
}

/**
 * A value of a record as the person gets it. If decisions change it, the value before them is shown too, because parts
 * to mask are selected in that one. A value is a text box that cannot be changed, so that text can be selected with the
 * keys of the browser (Shift and arrows).
 */
export function FieldValue({ field, onSelect }: Props): ReactNode {
  const { words, language } = useSpeech();
  const { name, title, value, cut, given, thirdParty } = field;
  const isChanged = given !== value;
  return (
    <div className="value">
      <p className="value-name" id={`name-${name}`}>
        {title[language]}
        {thirdParty === 'none' ? null : <span className="hint"> {words.review.others}</span>}
      </p>
      {isChanged ? (
        <>
          <p className="given">
            <span className="hidden">{words.review.given}: </span>
            {given ?? <em>{words.review.withheldField}</em>}
          </p>
          <details>
            <summary className="small">{words.review.original}</summary>
            <ValueBox field={field} onSelect={onSelect} />
          </details>
        </>
      ) : (
        <ValueBox field={field} onSelect={onSelect} />
      )}
      {cut ? <p className="small soft">{words.review.cut}</p> : null}
    </div>
  );
}

function ValueBox({ field: { name, title, value }, onSelect }: Props): ReactNode {
  const { language } = useSpeech();
  const box = useRef<HTMLTextAreaElement>(null);
  useLayoutEffect(() => {
    const fit = (): void => {
      const shown = box.current;
      if (shown === null) return;
      shown.style.height = 'auto';
      shown.style.height = `${shown.scrollHeight}px`;
    };
    fit();
    const watch = new ResizeObserver(fit);
    if (box.current?.parentElement != null) watch.observe(box.current.parentElement);
    return () => watch.disconnect();
  }, [value]);
  return (
    <textarea
      ref={box}
      className="value-box"
      aria-label={title[language]}
      readOnly
      rows={1}
      spellCheck={false}
      value={value}
      onSelect={({ currentTarget: { selectionStart, selectionEnd } }) => {
        const part = selectionIn(value, selectionStart, selectionEnd);
        onSelect(part === undefined ? undefined : { field: name, ...part });
      }}
    />
  );
}

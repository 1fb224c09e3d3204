import { useEffect, useLayoutEffect, useRef, type ReactNode } from 'react';
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
 * to mask are selected in that one. A value is a text box whose text cannot be changed, so that a part of it can be
 * selected with the keys of the browser: arrows, and Shift with arrows.
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
          <p className="small soft">{words.review.original}</p>
        </>
      ) : null}
      <ValueBox field={field} onSelect={onSelect} isBefore={isChanged} />
      {cut ? <p className="small soft">{words.review.cut}</p> : null}
    </div>
  );
}

interface BoxProps extends Props {
  /** Whether the value is the one before the decisions. */
  readonly isBefore: boolean;
}

/** The text box stays the same element when a decision changes the value, so that it keeps focus and selection. */
function ValueBox({ field: { name, title, value }, onSelect, isBefore }: BoxProps): ReactNode {
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
  // A text box with `readOnly` has no caret in Chrome, so the beginning of a selection could not be chosen by keyboard.
  // This one has a caret, and refuses every change.
  useEffect(() => {
    const shown = box.current;
    const refuse = (event: Event): void => event.preventDefault();
    shown?.addEventListener('beforeinput', refuse);
    return () => shown?.removeEventListener('beforeinput', refuse);
  }, []);
  return (
    <textarea
      ref={box}
      className={isBefore ? 'value-box before' : 'value-box'}
      aria-label={title[language]}
      aria-readonly="true"
      inputMode="none"
      rows={1}
      spellCheck={false}
      value={value}
      // What a method of input writes although it was refused is taken back.
      onChange={() => undefined}
      onSelect={({ currentTarget: { selectionStart, selectionEnd } }) => {
        const part = selectionIn(value, selectionStart, selectionEnd);
        onSelect(part === undefined ? undefined : { field: name, ...part });
      }}
    />
  );
}

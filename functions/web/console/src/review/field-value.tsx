import { Button } from '@mantine/core';
import { useEffect, useLayoutEffect, useMemo, useRef, useState, type ReactNode } from 'react';
import type { ReviewItem } from '#api/review.ts';
import { closedValue, type ClosedValue } from '../logic/review-folds.ts';
import { selectionIn, type Selected } from '../logic/review-selection.ts';
import { useSpeech } from '../words/language.tsx';

type Field = ReviewItem['fields'][number];

interface Props {
  readonly field: Field;
  readonly onSelect: (selected: Selected | undefined) => void;
  /** Opens the form that masks this value everywhere. */
  readonly onEverywhere: () => void;
  /** Loads the value from this offset on. */
  readonly onPiece: (from: number) => void;
}

/**
 * A value of a record as the person gets it. If decisions change the value, the value before the decisions is shown
 * too, because the user selects there the parts to mask. A value is a text box whose text cannot be changed. So the
 * user can select a part of it with the usual keys: arrows, and Shift with arrows.
 */
export function FieldValue({ field, onSelect, onEverywhere, onPiece }: Props): ReactNode {
  const { words, language } = useSpeech();
  const { title, value, from, length, cut, given, thirdParty, folds } = field;
  const end = from + value.length;
  const isChanged = given !== value;
  const [isOpen, setOpen] = useState(false);
  const shown = useMemo(
    () => closedValue(isOpen ? { ...field, folds: [] } : field, words.review.folded),
    [field, isOpen, words],
  );
  return (
    <div className="value">
      <p className="value-name">
        {title[language]}
        {thirdParty === 'none' ? null : (
          <>
            <span className="hint"> {words.review.others} </span>
            {given === null || cut || value.trim().length < 2 ? null : (
              <Button variant="subtle" size="compact-xs" onClick={onEverywhere}>
                {words.review.maskThis}
                <span className="hidden"> {title[language]}</span>
              </Button>
            )}
          </>
        )}
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
      {folds.length === 0 ? null : (
        <div>
          <Button variant="default" size="compact-sm" aria-expanded={isOpen} onClick={() => setOpen(!isOpen)}>
            {isOpen ? words.review.fold : words.review.unfold(folds.length)}
            <span className="hidden"> ({title[language]})</span>
          </Button>
        </div>
      )}
      <ValueBox field={field} shown={shown} onSelect={onSelect} isBefore={isChanged} />
      {cut ? (
        <div className="row small soft">
          <span>{words.review.piece(from + 1, end, length)}</span>
          {end === length ? null : (
            <Button variant="default" size="compact-sm" onClick={() => onPiece(end)}>
              {words.review.nextPiece}
              <span className="hidden"> {title[language]}</span>
            </Button>
          )}
          {from === 0 ? null : (
            <Button variant="default" size="compact-sm" onClick={() => onPiece(0)}>
              {words.review.firstPiece}
              <span className="hidden"> {title[language]}</span>
            </Button>
          )}
        </div>
      ) : null}
    </div>
  );
}

interface BoxProps extends Pick<Props, 'field' | 'onSelect'> {
  /** The value as the box shows it. */
  readonly shown: ClosedValue;
  /** Whether the value is the one before the decisions. */
  readonly isBefore: boolean;
}

/**
 * The text box of a value. It stays the same element when a decision changes the value, so that it keeps the focus and
 * the selection.
 */
function ValueBox({ field: { name, title, from }, shown: { text, inValue }, onSelect, isBefore }: BoxProps): ReactNode {
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
  }, [text]);
  // A text box with `readOnly` has no caret in Chrome, so the beginning of a selection could not be chosen by keyboard.
  // So this text box has no `readOnly`, and refuses every change instead.
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
      value={text}
      // An input method (IME) may write a text although `refuse` cancelled the event. React then restores `value`.
      onChange={() => undefined}
      onSelect={({ currentTarget: { selectionStart, selectionEnd } }) => {
        const part = selectionIn(text, selectionStart, selectionEnd);
        if (part === undefined) return onSelect(undefined);
        const selected = inValue(part);
        // A piece of a long value begins later in the value.
        onSelect({ field: name, from: selected.from + from, to: selected.to + from });
      }}
    />
  );
}

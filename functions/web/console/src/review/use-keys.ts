import { useLayoutEffect, useRef } from 'react';
import { reviewActionOf, type Press, type ReviewAction } from '../logic/review-keys.ts';

/** Calls `act` for the keys of the review page, as long as `active` and no dialog is open. */
export function useKeys(active: boolean, lettersOn: boolean, act: (action: ReviewAction) => void): void {
  const latest = useRef(act);
  // Before the page is painted, so that no key is lost that is pressed as soon as the record is seen.
  useLayoutEffect(() => {
    latest.current = act;
  });
  useLayoutEffect(() => {
    if (!active) return undefined;
    const press = (event: KeyboardEvent): void => {
      if (event.defaultPrevented || document.querySelector('dialog[open]') !== null) return;
      const { key, ctrlKey, altKey, metaKey, target } = event;
      const action = reviewActionOf(
        { key, withModifier: ctrlKey || altKey || metaKey, focus: focusOf(target) },
        lettersOn,
      );
      if (action === undefined) return;
      event.preventDefault();
      latest.current(action);
    };
    document.addEventListener('keydown', press);
    return () => document.removeEventListener('keydown', press);
  }, [active, lettersOn]);
}

function focusOf(target: EventTarget | null): Press['focus'] {
  if (!(target instanceof HTMLElement)) return 'page';
  if (target instanceof HTMLTextAreaElement) return target.ariaReadOnly === 'true' ? 'value' : 'text';
  return target instanceof HTMLSelectElement || target instanceof HTMLInputElement || target.isContentEditable
    ? 'text'
    : 'page';
}

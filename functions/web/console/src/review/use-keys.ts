import { useLayoutEffect, useRef } from 'react';
import { reviewActionOf, type Press, type ReviewAction } from '../logic/review-keys.ts';

/** Calls `act` for the keys of the review page while `active` is true and no dialog is open. */
export function useKeys(active: boolean, lettersOn: boolean, act: (action: ReviewAction) => void): void {
  const latest = useRef(act);
  // The listener is added before the page is painted. So no key is lost that the user presses as soon as the record
  // appears.
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

const remembered = 'utdrag-console.review-letters';

/** Whether keys that are a single character are on. The browser stores this setting, and nothing else of the review. */
export function lettersAreOn(): boolean {
  try {
    return window.localStorage.getItem(remembered) !== 'off';
  } catch {
    return true;
  }
}

/** Stores the setting. If the browser has no storage, the setting is lost when the page is closed. */
export function keepLetters(on: boolean): void {
  try {
    window.localStorage.setItem(remembered, on ? 'on' : 'off');
  } catch {
    // Nothing to do: the setting holds until the page is closed.
  }
}

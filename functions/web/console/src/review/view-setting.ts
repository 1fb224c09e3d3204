/** How the review page shows the records: all below each other, or one at a time. */
export type ReviewView = 'all' | 'one';

const remembered = 'utdrag-console.review-view';

/** The view that the user chose last. The browser stores this setting. */
export function chosenView(): ReviewView {
  try {
    return window.localStorage.getItem(remembered) === 'one' ? 'one' : 'all';
  } catch {
    return 'all';
  }
}

/** Stores the setting. If the browser has no storage, the setting is lost when the page is closed. */
export function keepView(view: ReviewView): void {
  try {
    window.localStorage.setItem(remembered, view);
  } catch {
    // Nothing to do: the setting holds until the page is closed.
  }
}

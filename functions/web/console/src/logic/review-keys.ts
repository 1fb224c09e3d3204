/** What a key does on the review page. */
export type ReviewAction =
  | 'next'
  | 'previous'
  | 'release'
  | 'mask'
  | 'everywhere'
  | 'withhold'
  | 'adopt'
  | 'reject'
  | 'not-by-rule'
  | 'undo'
  | 'note'
  | 'open-documents'
  | 'release-seen'
  | 'reject-seen'
  | 'view'
  | 'search'
  | 'preview'
  | 'help';

/** The keys that are a single character. Users can switch them off (WCAG 2.1.4). */
export const reviewLetters: Readonly<Record<string, ReviewAction>> = {
  j: 'next',
  k: 'previous',
  r: 'release',
  m: 'mask',
  e: 'everywhere',
  w: 'withhold',
  a: 'adopt',
  x: 'reject',
  u: 'undo',
  o: 'open-documents',
  n: 'note',
  s: 'release-seen',
  d: 'reject-seen',
  l: 'view',
  '/': 'search',
  p: 'preview',
  '?': 'help',
};

/** One press of a key, and where the focus was. */
export interface Press {
  readonly key: string;
  /** Whether the user held Ctrl, Alt or Meta. The browser handles such keys. */
  readonly withModifier: boolean;
  /**
   * `text`: in a field that takes text or has keys of its own, such as a list of options. `value`: in the shown value of
   * a field, where arrows move the selection. `page`: anywhere else.
   */
  readonly focus: 'text' | 'value' | 'page';
}

/**
 * The action of a key; `undefined` if the key does nothing here. `lettersOn`: whether keys that are a single character
 * are on.
 */
export function reviewActionOf({ key, withModifier, focus }: Press, lettersOn: boolean): ReviewAction | undefined {
  if (withModifier || focus === 'text') return undefined;
  if (focus === 'page' && key === 'ArrowRight') return 'next';
  if (focus === 'page' && key === 'ArrowLeft') return 'previous';
  return lettersOn && Object.hasOwn(reviewLetters, key) ? reviewLetters[key] : undefined;
}

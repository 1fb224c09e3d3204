/** A word of a text: letters, with single hyphens and apostrophes between them. */
export interface Word {
  /** The offset of the first UTF-16 code unit of the word in the text, and the offset after its last one. */
  readonly from: number;
  readonly to: number;
  /** How the word is written: `anna`, `Anna`, `ANNA` or `HubSpot`. A single capital letter is `initial`. */
  readonly written: 'small' | 'capital' | 'capitals' | 'mixed' | 'initial';
  /** What the word lists say about the word: bits of `marks.ts`. */
  readonly marks: number;
}

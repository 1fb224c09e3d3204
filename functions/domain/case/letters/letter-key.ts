import type { Letter } from './letters.ts';

/** The key of a letter within its case, such as `refusal/2`. */
export function keyOf(letter: Letter): string {
  if ('n' in letter) return `${letter.kind}/${letter.n}`;
  return 'of' in letter ? `${letter.kind}/${letter.of}` : letter.kind;
}

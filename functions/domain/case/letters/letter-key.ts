import type { Letter } from './letters.ts';

/** The letter of a name in a case, as a key: `refusal/2`. */
export function keyOf(letter: Letter): string {
  if ('n' in letter) return `${letter.kind}/${letter.n}`;
  return 'of' in letter ? `${letter.kind}/${letter.of}` : letter.kind;
}

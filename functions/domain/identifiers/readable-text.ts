import type { InvalidReason } from './identifier.ts';

// Control and format characters (zero width, direction), unpaired surrogates and line separators. Texts with such
// characters are refused, because two values that look the same must be the same.
const unseen = /[\p{Cc}\p{Cf}\p{Cs}\u2028\u2029]/u;

export type ReadableText =
  | { readonly ok: true; readonly text: string }
  | { readonly ok: false; readonly reason: InvalidReason };

/**
 * The trimmed text of an identifier of any kind, or the reason why it cannot be an identifier of any kind. `prepare`
 * replaces characters before the check.
 */
export function readableText(raw: string, prepare: (trimmed: string) => string = (text) => text): ReadableText {
  if (raw.trim().length > 254) return { ok: false, reason: 'too-long' };
  const text = prepare(raw.trim());
  if (text === '') return { ok: false, reason: 'empty' };
  return unseen.test(text) ? { ok: false, reason: 'control-character' } : { ok: true, text };
}

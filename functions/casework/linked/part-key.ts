import type { Matter } from '#domain/case/vocabulary.ts';
import type { Right } from '#domain/rights.ts';

/**
 * The idempotency key from which the id of a part's case is derived, for example `request/erasure` or
 * `request/erasure/again/1`. `again` is the number of earlier cases for the same matter and rights, in the same
 * original case.
 */
export function partKey(matter: Matter, rights: readonly Right[], again = 0): string {
  const part = [matter, ...rights.toSorted()].join('/');
  return again === 0 ? part : `${part}/again/${again}`;
}

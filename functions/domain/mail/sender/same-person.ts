import type { ContactRef } from '../../case/vocabulary.ts';
import type { SameName } from './person-name.ts';

/** An identifier of somebody, as a hash under the key of one case. */
type Ref = Pick<ContactRef, 'kind' | 'hash'>;

/** What is known about the person of an open case. */
export interface KnownPerson {
  /** Identifiers that somebody claimed or proved in the case. */
  readonly known: readonly Ref[];
  readonly identified: boolean;
}

/**
 * How the writer of a mail from the mailbox of an open case compares with the person of the case. Staff decide on
 * `doubtful`.
 */
export type Likeness = 'same' | 'possible' | 'doubtful' | 'another';

/**
 * Whether the person of an open case wrote a mail that came from the mailbox of the case. Two people may share a
 * mailbox, so the identifiers and the name in the mail decide. `name` says how the names compare; `undefined`: there
 * are none to compare. The first of these rules that applies gives the result:
 * - `another`: the mail has a personnummer, and the case has a different one, or has none although the person has
 *   proved their identity.
 * - `another`: the mail and the case have customer numbers (or telephone numbers), and none of them is equal.
 * - `same`: the personnummer is equal. A person has only one personnummer.
 * - With a different name: `doubtful` if a customer or telephone number is equal, because a household shares such
 *   numbers; else `another`.
 * - With an unclear name: `doubtful`.
 * - Otherwise: `same` if a number is equal, else `possible`.
 */
export function likenessOf(
  stated: readonly Ref[],
  { known, identified }: KnownPerson,
  name: SameName | undefined,
): Likeness {
  let same = false;
  let isTheirs = false;
  for (const kind of ['personnummer', 'customerNumber', 'phone'] as const) {
    const said = stated.filter((one) => one.kind === kind).map(({ hash }) => hash);
    const has = new Set(known.filter((one) => one.kind === kind).map(({ hash }) => hash));
    if (said.length === 0) continue;
    if (has.size === 0) {
      // The person proved their identity without a personnummer, so nobody knows whether this personnummer is theirs.
      if (kind === 'personnummer' && identified) return 'another';
      continue;
    }
    const shared = said.filter((hash) => has.has(hash)).length;
    if (shared === 0 || (kind === 'personnummer' && shared < said.length)) return 'another';
    if (kind === 'personnummer') isTheirs = true;
    same = true;
  }
  if (isTheirs) return 'same';
  switch (name) {
    case 'different':
      return same ? 'doubtful' : 'another';
    case 'unclear':
      return 'doubtful';
    case 'same':
    case undefined:
      return same ? 'same' : 'possible';
  }
}

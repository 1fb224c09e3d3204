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
 * Whether the person of an open case wrote a mail that came from the mailbox of the case. The identifiers and the name
 * in the mail decide; `name` is `undefined` if no names can be compared. The result is `another` if a number differs,
 * because two people may share a mailbox. The result is `same` if a number agrees, and else `possible`. A person has
 * one personnummer. A mail may contain several other numbers, and one equal number is enough. If the personnummer
 * agrees, names are not compared. With a different name the result is `another`, or `doubtful` if a telephone or
 * customer number agrees: a household shares such numbers. With an unclear name the result is `doubtful`.
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

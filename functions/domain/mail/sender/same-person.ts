import type { ContactRef } from '../../case/vocabulary.ts';
import type { SameName } from './person-name.ts';

/** What is known or claimed of somebody, as hashes under the key of one case. */
type Ref = Pick<ContactRef, 'kind' | 'hash'>;

/** What is known of the person of an open case. */
export interface KnownPerson {
  /** Identifiers that were claimed or proven. */
  readonly known: readonly Ref[];
  readonly identified: boolean;
}

/** How the writer of a mail from the mailbox of an open case compares with its person; staff look at `doubtful`. */
export type Likeness = 'same' | 'possible' | 'doubtful' | 'another';

/**
 * Whether a mail from the mailbox of an open case was written by its person, judged by its identifiers and the writer's
 * name (`undefined` if nothing can be compared). `another` if a number differs, because two people may share a mailbox;
 * `same` if a number agrees; else `possible`. A person has one personnummer; of other numbers a person may state
 * several, and one suffices. Another name means another person until the opposite is shown, and only a personnummer
 * shows it: a household shares telephones and customer numbers.
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
      // A person who was proven without this number has not been proven to have it.
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

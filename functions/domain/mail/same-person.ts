import type { ContactRef } from '../case/vocabulary.ts';
import type { SameName } from './person-name.ts';

/** What somebody is known or claims to be, as hashes under the key of one case. */
type Ref = Pick<ContactRef, 'kind' | 'hash'>;

/** What is known of the person of an open case. */
export interface KnownPerson {
  /** Identifiers that were claimed or proven. */
  readonly known: readonly Ref[];
  readonly identified: boolean;
}

/** How the writer of a mail from the mailbox of an open case compares with its person; `doubtful` is for staff to see. */
export type Likeness = 'same' | 'possible' | 'doubtful' | 'another';

/**
 * Whether a mail from the mailbox of an open case is of its person, by the identifiers that it states and by the name
 * that it is written under (`undefined` where there is nothing to compare): `another` where a number says otherwise, as
 * two people may have one mailbox; `same` where a number says so; else `possible`. A person has one personnummer; of
 * other numbers somebody may state several, of which one is enough. Another name is another person until shown
 * otherwise, and only a personnummer shows it: a household shares telephones and customer numbers.
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
      // Whoever has been proven without it has not been proven to be the one with this number.
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

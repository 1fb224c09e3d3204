import type { ContactRef } from '../case/vocabulary.ts';

/** What somebody is known or claims to be, as hashes under the key of one case. */
type Ref = Pick<ContactRef, 'kind' | 'hash'>;

/** What is known of the person of an open case. */
export interface KnownPerson {
  /** Identifiers that were claimed or proven. */
  readonly known: readonly Ref[];
  readonly identified: boolean;
}

/**
 * Whether a mail from the mailbox of an open case is of its person, by the identifiers that it states: `another` where
 * one of them says otherwise, as two people may have one mailbox; `same` where one of them says so; else `possible`. A
 * person has one personnummer; of other numbers somebody may state several, of which one is enough.
 */
export function likenessOf(
  stated: readonly Ref[],
  { known, identified }: KnownPerson,
): 'same' | 'possible' | 'another' {
  let same = false;
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
    same = true;
  }
  return same ? 'same' : 'possible';
}

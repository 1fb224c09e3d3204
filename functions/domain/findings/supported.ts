import { identifierText, type Identifier } from '../identifiers/identifier.ts';
import { isOfOneSystem, type KnownIdentifier, type Knowledge, type OfRecord } from './knowledge.ts';
import { standings, type StandingPage, type StandingRecord } from './standing.ts';

/** A stored page of a system, without the data of its records. */
export interface SupportPage {
  readonly system: string;
  readonly page: StandingPage;
}

/** What decides from which records identifiers can be learned. */
export interface Support {
  /** What is known without the learned identifiers: `verified` are the proven ones. */
  readonly knowledge: Knowledge;
  /** The learned identifiers that staff accepted. */
  readonly accepted: readonly KnownIdentifier[];
  /** Tells whether staff rejected a record as not the person's. Nothing is learned from it. */
  readonly isRejected: OfRecord;
}

/**
 * Finds the identifiers in the records that belong to the person. Parts and rejected records are left out. At first,
 * only the proven identifiers tie records to the person. An accepted identifier ties further records only if a record
 * that is already tied contains it. Otherwise an identifier that staff accepted by mistake would support itself,
 * because the records that it found contain it.
 */
export function supportedBy(
  pages: readonly SupportPage[],
  { knowledge, accepted, isRejected }: Support,
): (system: string, identifier: Identifier) => boolean {
  let verified = knowledge.verified;
  for (;;) {
    const held = heldBy(pages, { ...knowledge, verified }, isRejected);
    const has = (system: string, one: Identifier): boolean => held.has(textIn(system, one));
    const further = accepted.filter(
      (one) => !verified.includes(one) && pages.some(({ system }) => has(one.system ?? system, one)),
    );
    if (further.length === 0) return has;
    verified = [...verified, ...further];
  }
}

function heldBy(pages: readonly SupportPage[], knowledge: Knowledge, isRejected: OfRecord): ReadonlySet<string> {
  const { look, together } = standings(knowledge);
  for (const { system, page } of pages) look(system, page);
  const standingIn = together();
  const held = new Set<string>();
  for (const { system, page } of pages) {
    const teaches = (record: StandingRecord): boolean =>
      record.tie.as !== 'part' && !isRejected(system, record) && standingIn(system).of(record) === 'belongs';
    for (const record of page.findings)
      if (teaches(record)) for (const one of record.identifiers) held.add(textIn(system, one));
  }
  return held;
}

function textIn(system: string, one: Identifier): string {
  return isOfOneSystem(one.kind) ? JSON.stringify([system, identifierText(one)]) : identifierText(one);
}

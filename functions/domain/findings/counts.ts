import { identifierText } from '../identifiers/identifier.ts';
import { keyText } from './belonging.ts';
import type { FindingsPage, KeptFinding, RecordKey, Taught } from './finding.ts';
import type { StandingPage, Standings, StandingRecord } from './standing.ts';
import { best } from './taught.ts';

/** The fields of a stored page that counting needs: all except the data. */
export interface PageEvidence extends Pick<FindingsPage, 'wave' | 'learned'>, StandingPage {
  readonly findings: readonly (StandingRecord & { readonly documents: number; readonly isUnread: boolean })[];
  /**
   * Records and documents that could not be read or fetched. `certain`: whether the record, or the record of the
   * document, is among the findings.
   */
  readonly unread: readonly (RecordKey & { readonly certain: boolean })[];
}

/** The records of a page without their data. */
export function evidenceOf(page: FindingsPage): PageEvidence {
  const { wave, learned, findings, unread, disputed, possible, unplaced } = page;
  const key = ({ resource, id }: RecordKey): RecordKey => ({ resource, id });
  return {
    wave,
    learned,
    findings: findings.map(({ resource, id, partOf, identifiers, tie, attachments, unreadable }: KeptFinding) => ({
      resource,
      id,
      partOf,
      identifiers,
      tie,
      documents: attachments.length,
      isUnread: unreadable !== null,
    })),
    unread: unread.map(({ certain, ...one }) => ({ ...key(one), certain })),
    disputed: disputed.map(({ by, ...one }) => ({ ...key(one), by })),
    possible: possible.map(key),
    unplaced: unplaced.map(({ partOf, ...one }) => ({ ...key(one), partOf })),
  };
}

/** How many records of one kind there are, and how many files they have. */
export interface ResourceCount {
  readonly resource: string;
  readonly records: number;
  readonly files: number;
}

/** The result of one wave: each record counts once, in the wave that found it first. */
export interface WaveCounts {
  readonly records: number;
  readonly files: number;
  /** Records and documents that are, or may be, the person's and that could not be read or fetched. */
  readonly unread: number;
  /** Records that no verified identifier ties to the person, and parts that were never sorted (`isLeftOver`). */
  readonly possible: number;
  /** Records that a verified identifier ties to the person, and that name, or may name, somebody else. */
  readonly disputed: number;
  readonly resources: readonly ResourceCount[];
}

/** Counts the records of one system, page by page. */
export interface Counts {
  /** Adds a page. Pages are added in the order of their waves and page numbers. */
  add(page: PageEvidence): void;
  wave(wave: number): WaveCounts;
  /**
   * The identifiers in all records of the system. Whether an identifier is disputed is decided with the present
   * verdicts on its records.
   */
  taught(): readonly Taught[];
}

type NotCounted = 'disputed' | 'possible';

/**
 * Counts the records of a system that the answer contains, and the records that a member of staff still has to look at.
 * No page is kept in memory.
 */
export function countsBy(standings: Standings): Counts {
  const left = new Map<string, { readonly wave: number; readonly is: NotCounted }>();
  const found = new Map<string, Found>();
  const unread: { readonly key: string; readonly wave: number; readonly certain: boolean }[] = [];
  const clear = new Set<string>();
  const trusted = new Set<string>();
  const learned: Taught[] = [];
  const leave = (key: RecordKey, wave: number, is: NotCounted): void => {
    const known = left.get(keyText(key));
    // A record that is possible in an earlier wave can be disputed in a later wave. The record then counts as disputed,
    // in the earlier wave.
    left.set(
      keyText(key),
      known === undefined ? { wave, is } : { ...known, is: known.is === 'disputed' ? known.is : is },
    );
  };
  const countLeft = (wave: number, is: NotCounted): number => {
    let number = 0;
    for (const [key, one] of left) if (one.wave === wave && one.is === is && !found.has(key)) number += 1;
    return number;
  };
  return {
    add(page) {
      const { wave } = page;
      for (const finding of page.findings) {
        const standing = standings.of(finding);
        switch (standing) {
          case 'belongs': {
            const { resource, documents, isUnread } = finding;
            if (!found.has(keyText(finding))) found.set(keyText(finding), { wave, resource, documents, isUnread });
            if (finding.tie.as !== 'part') for (const one of finding.identifiers) clear.add(identifierText(one));
            break;
          }
          case 'disputed':
          case 'possible':
            leave(finding, wave, standing);
            break;
          case 'part-of-none':
            break;
        }
      }
      for (const key of page.disputed) leave(key, wave, standings.isDisputed(keyText(key)) ? 'disputed' : 'possible');
      for (const key of page.possible) leave(key, wave, 'possible');
      for (const part of page.unplaced) if (standings.isLeftOver(part)) leave(part, wave, 'possible');
      for (const { certain, ...key } of page.unread) unread.push({ key: keyText(key), wave, certain });
      learned.push(...page.learned);
      // The first version of the pages did not say which record contained which identifier. Such an identifier does not
      // become disputed later.
      if (page.findings.some(({ tie }) => tie.as === 'unsaid'))
        for (const one of page.learned) trusted.add(identifierText(one));
    },
    wave: (wave) => ({
      ...sums([...found.values()].filter((one) => one.wave === wave && !one.isUnread)),
      unread:
        [...found.values()].filter((one) => one.wave === wave && one.isUnread).length +
        // A document that could not be fetched is counted if its record is the person's now. A record that could not be
        // read is counted unless a later wave found it.
        unread.filter((one) => one.wave === wave && found.has(one.key) === one.certain).length,
      possible: countLeft(wave, 'possible'),
      disputed: countLeft(wave, 'disputed'),
    }),
    taught: () =>
      best(learned).map((one) => {
        const text = identifierText(one);
        return one.disputed || clear.has(text) || trusted.has(text) ? one : { ...one, disputed: true };
      }),
  };
}

/** A record that belongs to the person. */
interface Found {
  readonly wave: number;
  readonly resource: string;
  readonly documents: number;
  readonly isUnread: boolean;
}

function sums(found: readonly Found[]): Pick<WaveCounts, 'records' | 'files' | 'resources'> {
  const resources = new Map<string, ResourceCount>();
  for (const { resource, documents } of found) {
    const { records, files } = resources.get(resource) ?? { records: 0, files: 0 };
    resources.set(resource, { resource, records: records + 1, files: files + documents });
  }
  return {
    records: found.length,
    files: found.reduce((sum, { documents }) => sum + documents, 0),
    resources: [...resources.values()],
  };
}

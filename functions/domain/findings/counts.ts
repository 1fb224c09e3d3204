import { identifierText } from '../identifiers/identifier.ts';
import { keyText } from './belonging.ts';
import type { FindingsPage, KeptFinding, RecordKey, Taught } from './finding.ts';
import type { StandingPage, Standings, StandingRecord } from './standing.ts';
import { best } from './taught.ts';

/** What counting needs of a kept page: everything but the data. */
export interface PageEvidence extends Pick<FindingsPage, 'wave' | 'learned'>, StandingPage {
  readonly findings: readonly (StandingRecord & { readonly documents: number; readonly isUnread: boolean })[];
  /** What could not be fetched or read beside the findings; a `certain` one is of one of them. */
  readonly unread: readonly (RecordKey & { readonly certain: boolean })[];
}

/** What a page tells of its records without their data. */
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
    disputed: disputed.map(key),
    possible: possible.map(key),
    unplaced: unplaced.map(({ partOf, ...one }) => ({ ...key(one), partOf })),
  };
}

/** How much of one kind of record there is. */
export interface ResourceCount {
  readonly resource: string;
  readonly records: number;
  readonly files: number;
}

/** What the search of one wave came to: each record counts once, in the wave that found it first. */
export interface WaveCounts {
  readonly records: number;
  readonly files: number;
  /** Records and documents that are the person's, or may be, and that could not be read or fetched. */
  readonly unread: number;
  /** Records that nothing verified ties to the person, and parts whose record never came. */
  readonly possible: number;
  /** Records that something ties to the person and something else contradicts. */
  readonly disputed: number;
  readonly resources: readonly ResourceCount[];
}

/** What is known of a system once all of its pages were added. */
export interface Counts {
  /** Adds a page; pages in the order of waves and pages. */
  add(page: PageEvidence): void;
  wave(wave: number): WaveCounts;
  /** What all records of the system teach, by what is known now. */
  taught(): readonly Taught[];
}

type NotCounted = 'disputed' | 'possible';

/** Counts what is answered of a system, and what is left for a person to look at. It remembers no page. */
export function countsBy(standings: Standings): Counts {
  const left = new Map<string, { readonly wave: number; readonly is: NotCounted }>();
  const found = new Map<string, Found>();
  const unread: { readonly key: string; readonly wave: number; readonly certain: boolean }[] = [];
  const clear = new Set<string>();
  const trusted = new Set<string>();
  const learned: Taught[] = [];
  const leave = (key: RecordKey, wave: number, is: NotCounted): void => {
    const known = left.get(keyText(key));
    // A record that a later wave could dispute was possible before, and is counted where it was seen first.
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
      for (const key of page.disputed) leave(key, wave, 'disputed');
      for (const key of page.possible) leave(key, wave, 'possible');
      for (const part of page.unplaced) if (standings.isLeftOver(part)) leave(part, wave, 'possible');
      for (const { certain, ...key } of page.unread) unread.push({ key: keyText(key), wave, certain });
      learned.push(...page.learned);
      // The first version of the pages did not say which record taught what.
      if (page.findings.some(({ tie }) => tie.as === 'unsaid'))
        for (const one of page.learned) trusted.add(identifierText(one));
    },
    wave: (wave) => ({
      ...sums([...found.values()].filter((one) => one.wave === wave && !one.isUnread)),
      unread:
        [...found.values()].filter((one) => one.wave === wave && one.isUnread).length +
        // A document is missing where its record belongs; whose a record is is unknown unless a later wave found it.
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

/** A record that belongs. */
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

import { identifierText } from '../identifiers/identifier.ts';
import { keyText } from './belonging.ts';
import type { FindingsPage, KeptFinding, RecordKey, Taught } from './finding.ts';
import type { Knowledge } from './judgement.ts';
import { settlement, standings, type Standee } from './settlement.ts';
import { best } from './taught.ts';

/** What counting needs of a kept page: everything but the data. */
export interface PageEvidence extends Pick<FindingsPage, 'wave' | 'learned'> {
  readonly findings: readonly (Standee & { readonly documents: number })[];
  readonly disputed: readonly RecordKey[];
  readonly possible: readonly RecordKey[];
}

/** What a page tells of its records without their data. */
export function evidenceOf({ wave, learned, findings, disputed, possible }: FindingsPage): PageEvidence {
  const key = ({ resource, id }: RecordKey): RecordKey => ({ resource, id });
  return {
    wave,
    learned,
    findings: findings.map(({ resource, id, partOf, identifiers, tie, attachments }: KeptFinding) => ({
      resource,
      id,
      partOf,
      identifiers,
      tie,
      documents: attachments.length,
    })),
    disputed: disputed.map(key),
    possible: possible.map(key),
  };
}

/** How much of one kind of record there is. */
export interface ResourceCount {
  readonly resource: string;
  readonly records: number;
  readonly files: number;
}

/** What the search of one wave came to: each record counts once, in the wave that found it first. */
export interface WaveTally {
  readonly records: number;
  readonly files: number;
  /** Records that nothing verified ties to the person. */
  readonly possible: number;
  /** Records that something ties to the person and something else contradicts. */
  readonly disputed: number;
  readonly resources: readonly ResourceCount[];
}

export interface Tally {
  wave(wave: number): WaveTally;
  /** What all records of the system teach, by what is known now. */
  readonly taught: readonly Taught[];
}

/** Counts what is answered of a system, and what is left for a person to look at, from all its pages in their order. */
export function tally(pages: readonly PageEvidence[], knowledge: Knowledge): Tally {
  const { look, overview } = settlement(knowledge);
  for (const page of pages) look(page);
  const standing = standings(knowledge, overview());
  const waves = new Map<string, { readonly wave: number; readonly is: 'disputed' | 'possible' }>();
  const found = new Map<string, { readonly wave: number; readonly resource: string; readonly documents: number }>();
  const clear = new Set<string>();
  const aside = (key: RecordKey, wave: number, is: 'disputed' | 'possible'): void => {
    const known = waves.get(keyText(key));
    // A record that a later wave could dispute was possible before, and is counted where it was seen first.
    waves.set(
      keyText(key),
      known === undefined ? { wave, is } : { ...known, is: known.is === 'disputed' ? 'disputed' : is },
    );
  };
  for (const { wave, findings, disputed, possible } of pages) {
    for (const finding of findings) {
      const is = standing(finding);
      if (is === 'belongs') {
        const { resource, documents } = finding;
        if (!found.has(keyText(finding))) found.set(keyText(finding), { wave, resource, documents });
        if (finding.tie.as !== 'part') for (const one of finding.identifiers) clear.add(identifierText(one));
      } else if (is !== 'part-of-none') aside(finding, wave, is);
    }
    for (const key of disputed) aside(key, wave, 'disputed');
    for (const key of possible) aside(key, wave, 'possible');
  }
  const trusted = new Set(
    pages
      .filter(({ findings }) => findings.some(({ tie }) => tie.as === 'unsaid'))
      .flatMap(({ learned }) => learned.map(identifierText)),
  );
  return {
    wave: (wave) => ({
      ...sums([...found.values()].filter((one) => one.wave === wave)),
      possible: count(waves, found, wave, 'possible'),
      disputed: count(waves, found, wave, 'disputed'),
    }),
    taught: best(pages.flatMap(({ learned }) => learned)).map((one) => {
      const text = identifierText(one);
      return one.disputed || clear.has(text) || trusted.has(text) ? one : { ...one, disputed: true };
    }),
  };
}

function count(
  aside: ReadonlyMap<string, { readonly wave: number; readonly is: 'disputed' | 'possible' }>,
  found: ReadonlyMap<string, unknown>,
  wave: number,
  is: 'disputed' | 'possible',
): number {
  let number = 0;
  for (const [key, one] of aside) if (one.wave === wave && one.is === is && !found.has(key)) number += 1;
  return number;
}

function sums(
  found: readonly { readonly resource: string; readonly documents: number }[],
): Pick<WaveTally, 'records' | 'files' | 'resources'> {
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

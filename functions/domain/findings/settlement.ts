import { identifierText, type IdentifierKind } from '../identifiers/identifier.ts';
import { keyText } from './belonging.ts';
import type { HeldIdentifier, KeptFinding, RecordKey } from './finding.ts';
import { judgeWith, type Judge, type Knowledge } from './judgement.ts';

/** What a record that was kept as the person's is by what is known now. */
export type Standing = 'belongs' | 'disputed' | 'possible' | 'part-of-none';

/** A finding as far as its standing is concerned. */
export type Standee = Pick<KeptFinding, 'resource' | 'id' | 'partOf' | 'identifiers' | 'tie'>;

/** What of a page counts before its records stand. */
export interface SeenPage {
  readonly findings: readonly Standee[];
  readonly disputed: readonly RecordKey[];
  readonly possible: readonly RecordKey[];
}

/** What all pages of a system together tell, before any record of them stands. */
export interface Overview {
  /** Records that were kept apart. */
  readonly apart: ReadonlySet<string>;
  /** Kinds of which the records that seem to be the person's name more than one value, and nobody knows which is right. */
  readonly unclear: ReadonlyMap<IdentifierKind, ReadonlySet<string>>;
}

/**
 * Decides again what belongs to the person, from what the pages of a system kept and what is known now: identifiers may
 * have been rejected, and others verified, since a page was kept. Nothing is added that a search had not kept as the
 * person's: a new identifier is searched for in a wave of its own, which gives the documents too.
 *
 * Two records that name different personnummer cannot both be the person's. Where nothing verified says which is, neither
 * belongs, but for those whose number is the only one that staff have not rejected, or the only such one of records with
 * an `own` tie: somebody at whose record the person's address stands for invoices is somebody else. The same goes for
 * primary addresses of records that only a `contact` ties: a telephone number alone does not tell two people apart who
 * share it. Records with an address in common are one person's.
 */
export function settlement(knowledge: Knowledge) {
  const judge = judgeWith(knowledge);
  const verified = new Set(knowledge.verified.map(({ kind }) => kind));
  const rejected = new Set(knowledge.rejected.map(identifierText));
  const apart = new Set<string>();
  const named = new Map<IdentifierKind, Map<string, OnePerson>>();

  const name = (kind: IdentifierKind, identifiers: readonly HeldIdentifier[], as: 'own' | 'contact'): void => {
    if (verified.has(kind)) return;
    const people = named.get(kind) ?? new Map<string, OnePerson>();
    named.set(kind, people);
    const [first, ...others] = namedBy(kind, identifiers);
    if (first === undefined) return;
    let one = people.get(first) ?? { values: new Set([first]), isOwn: false };
    people.set(first, one);
    for (const value of others)
      one = joined(people, one, people.get(value) ?? { values: new Set([value]), isOwn: false });
    one.isOwn ||= as === 'own';
  };
  return {
    /** Takes a page into account; pages in the order of waves and pages. */
    look(page: SeenPage): void {
      for (const finding of page.findings) {
        apart.delete(keyText(finding));
        const judged = judge.judge(finding);
        if (judged.says !== 'the-person' || finding.tie.as === 'part') continue;
        name('personnummer', finding.identifiers, judged.as);
        if (judged.as === 'contact') name('email', finding.identifiers, judged.as);
      }
      for (const one of [...page.disputed, ...page.possible]) apart.add(keyText(one));
    },
    /** What all pages together tell, once each was looked at. */
    overview(): Overview {
      const unclear = [...named].flatMap(([kind, values]) => {
        const people = new Set(values.values());
        if (people.size < 2) return [];
        const left = [...people].filter((one) => ![...one.values].some((value) => rejected.has(value)));
        const own = left.filter(({ isOwn }) => isOwn);
        const [only, ...others] = own.length > 0 ? own : left;
        const clear = others.length === 0 ? only : undefined;
        return [[kind, new Set([...values.keys()].filter((value) => values.get(value) !== clear))] as const];
      });
      return { apart, unclear: new Map(unclear) };
    },
  };
}

/** What records name that are one person's by what they have in common. */
interface OnePerson {
  readonly values: Set<string>;
  /** Whether an `own` tie ties one of these records to the person of the case. */
  isOwn: boolean;
}

/** Two who have turned out to be one; the time taken over all is nearly linear. */
function joined(people: Map<string, OnePerson>, a: OnePerson, b: OnePerson): OnePerson {
  const [large, small] = a.values.size >= b.values.size ? [a, b] : [b, a];
  for (const value of small.values) {
    large.values.add(value);
    people.set(value, large);
  }
  large.isOwn ||= small.isOwn;
  return large;
}

/**
 * The standing of each finding, asked for once for each, in the order of waves and pages: a part is asked for behind its
 * record. It remembers only what does not belong.
 */
export function standings(knowledge: Knowledge, overview: Overview): (finding: Standee) => Standing {
  const judge = judgeWith(knowledge);
  const out = new Set<string>();
  return (finding) => {
    const standing = standingOf(judge, overview, out, finding);
    if (standing !== 'belongs') out.add(keyText(finding));
    return standing;
  };
}

function standingOf(
  judge: Judge,
  { apart, unclear }: Overview,
  out: ReadonlySet<string>,
  { tie, identifiers, partOf }: Standee,
): Standing {
  const isOut = (key: RecordKey | null): boolean => key !== null && out.has(keyText(key));
  switch (tie.as) {
    case 'written':
      return 'belongs';
    case 'unsaid':
      return isOut(partOf) ? 'part-of-none' : 'belongs';
    case 'part': {
      const judged = judge.judge({ identifiers });
      if (!isOut(partOf)) return judge.againstPart(identifiers).length > 0 ? 'disputed' : 'belongs';
      return judged.says === 'the-person' && judged.as === 'own' ? 'belongs' : 'part-of-none';
    }
    case 'own':
    case 'contact': {
      const judged = judge.judge({ identifiers });
      if (judged.says === 'both') return 'disputed';
      if (judged.says === 'nothing') return partOf === null ? 'possible' : 'part-of-none';
      const isUnclear = (kind: IdentifierKind): boolean => {
        return namedBy(kind, identifiers).some((value) => unclear.get(kind)?.has(value) === true);
      };
      if (isUnclear('personnummer')) return 'disputed';
      if (judged.as === 'own') return 'belongs';
      if (isOut(partOf) || (partOf !== null && apart.has(keyText(partOf)))) return 'part-of-none';
      return isUnclear('email') ? 'disputed' : 'belongs';
    }
  }
}

/**
 * What a record names as its own. Of personnummer the first counts: two people are not one because a record names both.
 */
function namedBy(kind: IdentifierKind, identifiers: readonly HeldIdentifier[]): readonly string[] {
  const own = identifiers.filter((one) => one.kind === kind && one.weight === 'own').map(identifierText);
  return kind === 'personnummer' ? own.slice(0, 1) : own;
}

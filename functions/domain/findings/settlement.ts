import { identifierText, type Identifier, type IdentifierKind } from '../identifiers/identifier.ts';
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
 * belongs, but for one whose number is the only one that staff have not rejected. The same goes for primary addresses of
 * records that only a `contact` ties: a telephone number alone does not tell two people apart who share it.
 */
export function settlement(knowledge: Knowledge) {
  const judge = judgeWith(knowledge);
  const verified = new Set(knowledge.verified.map(({ kind }) => kind));
  const rejected = new Set(knowledge.rejected.map(identifierText));
  const apart = new Set<string>();
  const named = new Map<IdentifierKind, Set<string>>();

  const name = (kind: IdentifierKind, identifiers: readonly HeldIdentifier[]): void => {
    const value = ownOf(kind, identifiers);
    if (verified.has(kind) || value === undefined) return;
    const values = named.get(kind) ?? new Set<string>();
    named.set(kind, values.add(identifierText(value)));
  };
  return {
    /** Takes a page into account; pages in the order of waves and pages. */
    look(page: SeenPage): void {
      for (const finding of page.findings) {
        apart.delete(keyText(finding));
        const judged = judge.judge(finding);
        if (judged.says !== 'the-person' || finding.tie.as === 'part') continue;
        name('personnummer', finding.identifiers);
        if (judged.as === 'contact') name('email', finding.identifiers);
      }
      for (const one of [...page.disputed, ...page.possible]) apart.add(keyText(one));
    },
    /** What all pages together tell, once each was looked at. */
    overview(): Overview {
      const unclear = [...named].flatMap(([kind, values]) => {
        if (values.size < 2) return [];
        const left = [...values].filter((value) => !rejected.has(value));
        return [
          [kind, new Set(left.length === 1 ? [...values].filter((value) => rejected.has(value)) : values)] as const,
        ];
      });
      return { apart, unclear: new Map(unclear) };
    },
  };
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
        const value = ownOf(kind, identifiers);
        return value !== undefined && unclear.get(kind)?.has(identifierText(value)) === true;
      };
      if (isUnclear('personnummer')) return 'disputed';
      if (judged.as === 'own') return 'belongs';
      if (isOut(partOf) || (partOf !== null && apart.has(keyText(partOf)))) return 'part-of-none';
      return isUnclear('email') ? 'disputed' : 'belongs';
    }
  }
}

function ownOf(kind: IdentifierKind, identifiers: readonly HeldIdentifier[]): Identifier | undefined {
  return identifiers.find((one) => one.kind === kind && one.weight === 'own');
}

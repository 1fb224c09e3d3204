import { keyText } from './belonging.ts';
import type { KeptFinding, RecordKey } from './finding.ts';
import { whoseBy, type WhoseRecord, type Knowledge } from './whose.ts';
import { otherPeople, type NamedAs, type OtherPeople } from './other-people.ts';

/** What a record that was kept as the person's is by what is known now. */
export type Standing = 'belongs' | 'disputed' | 'possible' | 'part-of-none';

/** What the standing of a record depends on: everything that was kept of it but its data. */
export type StandingRecord = Pick<KeptFinding, 'resource' | 'id' | 'partOf' | 'identifiers' | 'tie'>;

/** The records of one kept page of a system. */
export interface StandingPage {
  readonly findings: readonly StandingRecord[];
  readonly disputed: readonly RecordKey[];
  readonly possible: readonly RecordKey[];
}

/** Gives the standing of each record of one system; asked once for each, in the order of waves and pages. */
export type StandingOf = (record: StandingRecord) => Standing;

/**
 * Decides again which of the records that were kept as the person's belong to the person, by what all systems of the case
 * hold and what is known now: identifiers may have been rejected, and others verified, since a page was kept. Nothing is
 * added that a search had not kept as the person's: a new identifier is searched for in a wave of its own, which gives
 * the documents too.
 *
 * First every page of every system is looked at, in any order of systems, those of a system in the order of waves and
 * pages. Then the standing of each record can be asked for. The time taken is nearly linear in the records.
 */
export function standings(knowledge: Knowledge): {
  look(system: string, page: StandingPage): void;
  /** What the systems together tell, once every page was looked at. */
  together(): (system: string) => StandingOf;
} {
  const byFields = whoseBy(knowledge);
  const people = otherPeople(knowledge);
  const apartIn = new Map<string, Set<string>>();
  const outIn = new Map<string, Set<string>>();
  return {
    look(system, { findings, disputed, possible }) {
      const apart = setOf(apartIn, system);
      const out = setOf(outIn, system);
      for (const finding of findings) {
        apart.delete(keyText(finding));
        const as = nameableAs(byFields, out, finding);
        if (as === undefined) continue;
        if (as === 'out') out.add(keyText(finding));
        else people.look(system, finding.identifiers, as);
      }
      for (const one of [...disputed, ...possible]) apart.add(keyText(one));
    },
    together() {
      const others = people.together();
      return (system) => {
        const out = new Set<string>();
        const apart = setOf(apartIn, system);
        return (record) => {
          const standing = standingOf({ byFields, apart, out, others: others(system) }, record);
          if (standing !== 'belongs') out.add(keyText(record));
          return standing;
        };
      };
    },
  };
}

/**
 * As what a record names whose it is: by its own tie, by a contact, or as a part. `out`: it is not the person's by what
 * its own fields say. `undefined`: it says nothing of whose it is.
 */
function nameableAs(
  byFields: WhoseRecord,
  out: ReadonlySet<string>,
  { tie, identifiers, partOf }: StandingRecord,
): NamedAs | 'out' | undefined {
  const isPartOfNone = partOf !== null && out.has(keyText(partOf));
  switch (tie.as) {
    case 'written':
      return undefined;
    case 'unsaid':
      return isPartOfNone ? 'out' : undefined;
    case 'part': {
      const told = byFields.whose({ identifiers });
      if (isPartOfNone) return told.says === 'the-person' && told.as === 'own' ? 'own' : 'out';
      return byFields.againstPart(identifiers).length > 0 ? 'out' : 'part';
    }
    case 'own':
    case 'contact': {
      const told = byFields.whose({ identifiers });
      return told.says !== 'the-person' || (told.as === 'contact' && isPartOfNone) ? 'out' : told.as;
    }
  }
}

interface Known {
  readonly byFields: WhoseRecord;
  /** Records of the system that its searches kept apart. */
  readonly apart: ReadonlySet<string>;
  /** Records of the system that do not belong, of those that were asked for so far. */
  readonly out: ReadonlySet<string>;
  readonly others: OtherPeople;
}

function standingOf({ byFields, apart, out, others }: Known, { tie, identifiers, partOf }: StandingRecord): Standing {
  const isPartOfNone = partOf !== null && out.has(keyText(partOf));
  switch (tie.as) {
    case 'written':
      return 'belongs';
    case 'unsaid':
      return isPartOfNone ? 'part-of-none' : 'belongs';
    case 'part': {
      const told = byFields.whose({ identifiers });
      const isSomebodys = byFields.againstPart(identifiers).length > 0 || others.anotherPersonnummer(identifiers);
      if (!isPartOfNone) return isSomebodys ? 'disputed' : 'belongs';
      return told.says === 'the-person' && told.as === 'own' && !isSomebodys ? 'belongs' : 'part-of-none';
    }
    case 'own':
    case 'contact': {
      const told = byFields.whose({ identifiers });
      if (told.says === 'both') return 'disputed';
      if (told.says === 'nothing') return partOf === null ? 'possible' : 'part-of-none';
      if (others.anotherPersonnummer(identifiers)) return 'disputed';
      if (told.as === 'own') return 'belongs';
      if (isPartOfNone || (partOf !== null && apart.has(keyText(partOf)))) return 'part-of-none';
      return others.anotherByContact(identifiers) ? 'disputed' : 'belongs';
    }
  }
}

function setOf(sets: Map<string, Set<string>>, system: string): Set<string> {
  const known = sets.get(system) ?? new Set<string>();
  sets.set(system, known);
  return known;
}

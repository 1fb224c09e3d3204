import { keyText } from './belonging.ts';
import type { KeptFinding, RecordKey } from './finding.ts';
import { sameIdOf } from './same-id.ts';
import { whoseBy, type WhoseRecord } from './whose.ts';
import { knowledgeIn, type Knowledge } from './knowledge.ts';
import { otherPeople, type NamedAs, type OtherPeople } from './other-people.ts';

/** What a record that was kept as the person's is by what is known now. */
export type Standing = 'belongs' | 'disputed' | 'possible' | 'part-of-none';

/** What the standing of a record depends on: everything that was kept of it but its data. */
export type StandingRecord = Pick<KeptFinding, 'resource' | 'id' | 'partOf' | 'identifiers' | 'tie'>;

/** A part that a search could not place, as its record did not belong or had not come. */
export interface UnplacedPart extends RecordKey {
  readonly partOf: RecordKey | null;
}

/** The records of one kept page of a system. */
export interface StandingPage {
  readonly findings: readonly StandingRecord[];
  readonly disputed: readonly RecordKey[];
  readonly possible: readonly RecordKey[];
  readonly unplaced: readonly UnplacedPart[];
}

/** What the records of one system are. */
export interface Standings {
  /** The standing of a record that was kept as the person's. */
  of(record: StandingRecord): Standing;
  /**
   * Whether a part was never placed although no record that it belongs to is left for a person to look at: its record never
   * came, or belongs without it. Of parts of such a part, only the first is told.
   */
  isLeftOver(part: UnplacedPart): boolean;
}

/**
 * Decides again which of the records that were kept as the person's belong to the person, by what all systems of the case
 * hold and what is known now: identifiers may have been rejected, and others verified, since a page was kept. Nothing is
 * added that a search had not kept as the person's: a new identifier is searched for in a wave of its own, which gives
 * the documents too.
 *
 * First every page of every system is looked at, in any order. Then the standing of each record can be asked for, in any
 * order too. A record that could not be read is judged like any other by what could be read of it. The time taken is
 * nearly linear in the records.
 */
export function standings(knowledge: Knowledge): {
  look(system: string, page: StandingPage): void;
  /** What the systems together tell, once every page was looked at. */
  together(): (system: string) => Standings;
} {
  const kept = new Map<string, Kept>();
  return {
    look(system, { findings, disputed, possible, unplaced }) {
      const known = keptOf(kept, system);
      for (const { resource, id, partOf, identifiers, tie } of findings) {
        const text = keyText({ resource, id });
        if (!known.records.has(text)) known.records.set(text, { resource, id, partOf, identifiers, tie });
      }
      for (const one of [...disputed, ...possible]) known.apart.add(keyText(one));
      for (const one of [...findings, ...disputed, ...possible, ...unplaced]) noteSame(known, one);
      for (const one of unplaced) if (one.partOf !== null) known.unplaced.set(keyText(one), keyText(one.partOf));
    },
    together() {
      const people = otherPeople(knowledge);
      const fields = new Map([...kept.keys()].map((system) => [system, whoseBy(knowledgeIn(knowledge, system))]));
      for (const [system, byFields] of fields) {
        const known = keptOf(kept, system);
        const namedAs = downwards<Named>(known, {
          say: (record, above) => named(byFields, record, above),
          isIn: (as) => as !== 'out',
        });
        for (const [text, { identifiers }] of known.records) {
          const as = namedAs(text);
          if (as === 'own' || as === 'contact' || as === 'part') people.look(system, identifiers, as);
        }
      }
      const others = people.together();
      return (system) => {
        const known = keptOf(kept, system);
        const judged: Judged = {
          byFields: fields.get(system) ?? whoseBy(knowledgeIn(knowledge, system)),
          others: others(system),
        };
        const standingOf = downwards<Standing>(known, {
          say: (record, above) => standing(judged, record, above),
          isIn: (told) => told === 'belongs',
        });
        return {
          of(record) {
            const told = standingOf(keyText(record));
            if (told === undefined) throw new Error('the standing of a record was asked for that was not looked at');
            return told;
          },
          isLeftOver: (part) => isLeftOver(known, standingOf, part),
        };
      };
    },
  };
}

/** What was kept of one system. */
interface Kept {
  readonly records: Map<string, StandingRecord>;
  /** Records that its searches kept apart. One that a later wave found is not: its standing is judged. */
  readonly apart: Set<string>;
  /** Parts that were not placed, with the record that each is part of. */
  readonly unplaced: Map<string, string>;
  /** Further records that have the id of a record and hold something else. */
  readonly same: Map<string, Set<string>>;
}

/** Notes a record under the id that it has in common with another one. */
function noteSame({ same }: Kept, { resource, id }: RecordKey): void {
  const shared = sameIdOf(id);
  if (shared === undefined) return;
  const key = keyText({ resource, id: shared });
  same.set(key, (same.get(key) ?? new Set()).add(keyText({ resource, id })));
}

/**
 * What is known of the record that a record is part of: `whole` for a record that is no part, `apart` where a search kept it
 * apart, `never-came` where no search gave it, or else what was said of it.
 */
type Above<Value> = Value | 'whole' | 'apart' | 'never-came';

/**
 * What is said of each record, of which what is said of the record that it is part of is known. Neither goes by the order
 * in which records came.
 */
function downwards<Value>(
  { records, apart, unplaced, same }: Kept,
  {
    say,
    isIn,
  }: {
    readonly say: (record: StandingRecord, above: Above<Value>) => Value;
    /** Whether what is said means that a record is the person's. */
    readonly isIn: (value: Value) => boolean;
  },
): (key: string) => Value | undefined {
  const said = new Map<string, Value>();
  /** The record above, beyond parts that were not placed. */
  const beyond = (key: string): string => {
    const passed = new Set<string>();
    let at = key;
    for (
      let next = unplaced.get(at);
      next !== undefined && !records.has(at) && !passed.has(at);
      next = unplaced.get(at)
    ) {
      passed.add(at);
      at = next;
    }
    return at;
  };
  const above = ({ partOf }: StandingRecord): Above<Value> => {
    if (partOf === null) return 'whole';
    const direct = keyText(partOf);
    // Nobody knows which of them a part means that names an id of several records, unless all of them are the person's.
    if (![...(same.get(direct) ?? [])].every(isThePersons)) return 'never-came';
    const at = beyond(direct);
    const told = said.get(at);
    if (told === undefined) return apart.has(at) ? 'apart' : 'never-came';
    // The part between was not placed, whatever became of the record.
    return at === direct || !isIn(told) ? told : 'never-came';
  };
  const asked = new Set<string>();
  const isThePersons = (key: string): boolean => {
    if (asked.has(key)) return false;
    asked.add(key);
    const told = tell(key);
    asked.delete(key);
    return told !== undefined && isIn(told);
  };
  const tell = (key: string): Value | undefined => {
    // From a part up to the first record of which something is said, and then down again.
    const chain = new Map<string, StandingRecord>();
    for (let at = key; !said.has(at) && !chain.has(at);) {
      const record = records.get(at);
      if (record === undefined) break;
      chain.set(at, record);
      if (record.partOf === null) break;
      at = beyond(keyText(record.partOf));
    }
    for (const [at, record] of [...chain].toReversed()) said.set(at, say(record, above(record)));
    return said.get(key);
  };
  return tell;
}

/** As what a record names whose it is. `silent`: it is the person's and names nobody. `out`: it is not the person's. */
type Named = NamedAs | 'silent' | 'out';

/** As what a record names whose it is, by what its own fields and those of the record that it is part of say. */
function named(byFields: WhoseRecord, { tie, identifiers }: StandingRecord, above: Above<Named>): Named {
  if (tie.as === 'written') return 'silent';
  if (tie.as === 'unsaid') return above === 'out' || above === 'apart' ? 'out' : 'silent';
  switch (above) {
    case 'own':
    case 'contact':
    case 'part':
    case 'silent':
      return byFields.againstPart(identifiers).length > 0 ? 'out' : 'part';
    case 'whole':
    case 'out':
    case 'apart':
    case 'never-came': {
      const told = byFields.whose({ identifiers });
      if (told.says !== 'the-person') return 'out';
      return told.as === 'own' || above === 'whole' ? told.as : 'out';
    }
  }
}

/** What records are judged by. */
interface Judged {
  readonly byFields: WhoseRecord;
  readonly others: OtherPeople;
}

function standing(
  { byFields, others }: Judged,
  { tie, identifiers }: StandingRecord,
  above: Above<Standing>,
): Standing {
  if (tie.as === 'written') return 'belongs';
  const isAnothers = others.anotherPersonnummer(identifiers);
  switch (above) {
    case 'belongs':
      return tie.as !== 'unsaid' && (isAnothers || byFields.againstPart(identifiers).length > 0)
        ? 'disputed'
        : 'belongs';
    case 'whole':
    case 'never-came': {
      if (tie.as === 'unsaid') return 'belongs';
      const told = byFields.whose({ identifiers });
      if (told.says === 'nothing') return 'possible';
      if (told.says === 'both' || isAnothers) return 'disputed';
      if (told.as === 'own') return 'belongs';
      if (others.anotherByContact(identifiers)) return 'disputed';
      // By its own fields a part says too little: whose the letters were about is said by its record.
      return above === 'whole' ? 'belongs' : 'possible';
    }
    case 'apart':
    case 'disputed':
    case 'possible':
    case 'part-of-none': {
      if (tie.as === 'unsaid') return 'part-of-none';
      const told = byFields.whose({ identifiers });
      if (told.says !== 'the-person' || told.as !== 'own') return 'part-of-none';
      return isAnothers ? 'disputed' : 'belongs';
    }
  }
}

function isLeftOver(
  { records, apart, unplaced, same }: Kept,
  standingOf: (key: string) => Standing | undefined,
  part: UnplacedPart,
): boolean {
  const key = keyText(part);
  if (part.partOf === null || records.has(key) || apart.has(key)) return false;
  const above = keyText(part.partOf);
  const all = [above, ...(same.get(above) ?? [])];
  if (all.length > 1) return all.some((one) => records.has(one) && standingOf(one) === 'belongs');
  if (records.has(above)) return standingOf(above) === 'belongs';
  if (apart.has(above)) return false;
  // The part above is told instead, unless they are parts of each other.
  const passed = new Set([key]);
  let at = above;
  for (let next = unplaced.get(at); next !== undefined && !passed.has(at); next = unplaced.get(at)) {
    passed.add(at);
    at = next;
  }
  return passed.has(at) || !unplaced.has(above);
}

function keptOf(all: Map<string, Kept>, system: string): Kept {
  const known = all.get(system) ?? { records: new Map(), apart: new Set(), unplaced: new Map(), same: new Map() };
  all.set(system, known);
  return known;
}

import { keyText } from './belonging.ts';
import type { KeptFinding, RecordKey } from './finding.ts';
import { sameIdOf } from './same-id.ts';
import { whoseBy, type WhoseRecord } from './whose.ts';
import { knowledgeIn, type Knowledge } from './knowledge.ts';
import { otherPeople, type NamedAs, type OtherPeople } from './other-people.ts';

/** Whose a stored record is, by what is known now. */
export type Standing = 'belongs' | 'disputed' | 'possible' | 'part-of-none';

/** The fields of a stored record that its standing depends on: all except its data. */
export type StandingRecord = Pick<KeptFinding, 'resource' | 'id' | 'partOf' | 'identifiers' | 'tie'>;

/** A part that a search could not sort, because its record did not belong or had not come. */
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

/** The standing of the records of one system. */
export interface Standings {
  /** The standing of a record that was stored as the person's. */
  of(record: StandingRecord): Standing;
  /**
   * Whether a part was never sorted and staff cannot look at its record: the record never came, or it belongs without
   * the part. If such a part has parts of its own, only the first is reported.
   */
  isLeftOver(part: UnplacedPart): boolean;
}

/**
 * Decides again which stored records belong to the person, by the records of all systems of the case and what is known
 * now. Since a page was stored, identifiers may have been rejected and others verified. No record is added that a
 * search had not stored as the person's: a new identifier starts a wave of its own, which also brings the documents.
 *
 * First, every page of every system is added, in any order. Then the standing of each record can be asked for, in any
 * order. An unreadable record is judged by the parts that could be read. The time taken is nearly linear in the number
 * of records.
 */
export function standings(knowledge: Knowledge): {
  look(system: string, page: StandingPage): void;
  /** The verdict of all systems together, once every page was added. */
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
            if (told === undefined) throw new Error('the standing of a record was asked for that was never added');
            return told;
          },
          isLeftOver: (part) => isLeftOver(known, standingOf, part),
        };
      };
    },
  };
}

/** The stored records of one system. */
interface Kept {
  readonly records: Map<string, StandingRecord>;
  /**
   * Records that its searches did not store as the person's, except those that a later wave stored so: these are
   * judged.
   */
  readonly apart: Set<string>;
  /** Parts that were not sorted, with the record of each. */
  readonly unplaced: Map<string, string>;
  /** Further records with the id of another record and different content. */
  readonly same: Map<string, Set<string>>;
}

/** Adds a record under the id that it shares with another one. */
function noteSame({ same }: Kept, { resource, id }: RecordKey): void {
  const shared = sameIdOf(id);
  if (shared === undefined) return;
  const key = keyText({ resource, id: shared });
  same.set(key, (same.get(key) ?? new Set()).add(keyText({ resource, id })));
}

/**
 * What is known of the record that a part belongs to: `whole` for a record that is no part, `apart` if a search did not
 * store it as the person's, `never-came` if no search returned it, or else its verdict.
 */
type Above<Value> = Value | 'whole' | 'apart' | 'never-came';

/**
 * The verdicts of all records whose parent record has a verdict. They do not depend on the order in which records came.
 */
function downwards<Value>(
  { records, apart, unplaced, same }: Kept,
  {
    say,
    isIn,
  }: {
    readonly say: (record: StandingRecord, above: Above<Value>) => Value;
    /** Whether a verdict means that a record is the person's. */
    readonly isIn: (value: Value) => boolean;
  },
): (key: string) => Value | undefined {
  const said = new Map<string, Value>();
  /** The record above, skipping parts that were not sorted. */
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
    // If several records have the id that a part refers to, nobody knows which one it belongs to, unless all of them
    // are the person's.
    if (![...(same.get(direct) ?? [])].every(isThePersons)) return 'never-came';
    const at = beyond(direct);
    const told = said.get(at);
    if (told === undefined) return apart.has(at) ? 'apart' : 'never-came';
    // The part between was not sorted, whatever the verdict on the record.
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
    // Goes up from a part to the first record with a verdict, and then down again.
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

/** How a record names its person. `silent`: it is the person's and names nobody. `out`: it is not the person's. */
type Named = NamedAs | 'silent' | 'out';

/** How a record names its person, by its own fields and those of the record above it. */
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

/** The evidence by which records are judged. */
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
      // The fields of a part alone do not suffice: its record says who the letters were about.
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
  // The part above is reported in its place, unless each is a part of the other.
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

import { identifierText, type Identifier } from '../identifiers/identifier.ts';
import { keyText } from './belonging.ts';
import type { KeptFinding, RecordKey } from './finding.ts';
import { sameIdOf } from './same-id.ts';
import { whoseBy, type WhoseRecord } from './whose.ts';
import { knowledgeIn, type Knowledge, type OfRecord } from './knowledge.ts';
import { otherPeople, type NamedAs, type OtherPeople } from './other-people.ts';

/**
 * The verdict on a stored record, with the identifiers that are known now. `part-of-none`: a part that is not the
 * person's, because the record that it belongs to is not.
 */
export type Standing = 'belongs' | 'disputed' | 'possible' | 'part-of-none';

/** The fields of a stored record that decide its verdict: all except its data. */
export type StandingRecord = Pick<KeptFinding, 'resource' | 'id' | 'partOf' | 'identifiers' | 'tie'>;

/**
 * A part that a search could not sort, because its record did not belong to the person or had not been returned yet.
 */
export interface UnplacedPart extends RecordKey {
  readonly partOf: RecordKey | null;
}

/** The records of one stored page of a system. */
export interface StandingPage {
  readonly findings: readonly StandingRecord[];
  /** `by`: the identifiers that tied the record to the person; none if it is only a part of the person's record. */
  readonly disputed: readonly (RecordKey & { readonly by: readonly Identifier[] })[];
  readonly possible: readonly RecordKey[];
  readonly unplaced: readonly UnplacedPart[];
}

/** The verdicts on the records of one system. */
export interface Standings {
  /** The verdict on a record that was stored as the person's. */
  of(record: StandingRecord): Standing;
  /**
   * The verdict on the record with this key (`keyText`). `undefined` if no search stored it as the person's. If a search
   * stored it as possible or disputed, this verdict of the search then counts.
   */
  verdict(key: string): Standing | undefined;
  /**
   * Whether a search stored the record with this key as disputed, and an identifier that is known now still ties it to
   * the person. If staff rejected the only identifier that tied it, the record is `possible`.
   */
  isDisputed(key: string): boolean;
  /**
   * Whether a part must still be reported to staff. It must if no search sorted it, and if the record that it belongs
   * to was never returned or is the person's. If such a part has parts of its own, only the outermost is reported.
   */
  isLeftOver(part: UnplacedPart): boolean;
}

/**
 * Decides again which stored records belong to the person, with the records of all systems of the case and the
 * identifiers that are known now. Identifiers may have been verified or rejected since a page was stored. A record that
 * a search stored as possible or disputed keeps this verdict here. If a new identifier makes it the person's, the next
 * wave finds it again and fetches its documents.
 *
 * A record that staff adopted is the person's.
 *
 * First, add every page of every system, in any order. Then ask for the verdict on each record, in any order. The
 * verdict on an unreadable record depends on the fields that could be read. The time taken is nearly linear in the
 * number of records.
 */
export function standings(knowledge: Knowledge): {
  look(system: string, page: StandingPage): void;
  /** Returns the verdicts. Call this function after every page has been added. */
  together(): (system: string) => Standings;
} {
  const kept = new Map<string, Kept>();
  const judgeable = judgeableRecords();
  const isVerified = verifiedIn(knowledge);
  return {
    look(system, { findings, disputed, possible, unplaced }) {
      const known = keptOf(kept, system);
      const isAdopted = inSystem(knowledge.isAdopted, system);
      const isRejected = inSystem(knowledge.isRejected, system);
      for (const one of findings) {
        const text = keyText(one);
        if (!known.records.has(text)) known.records.set(text, judgeable(one, isAdopted(one)));
      }
      for (const one of [...disputed, ...possible]) known.apart.add(keyText(one));
      for (const { by, ...one } of disputed)
        if (by.length === 0 || by.some((tie) => isVerified(system, tie))) known.disputed.add(keyText(one));
      for (const one of [...findings, ...disputed, ...possible, ...unplaced]) {
        noteSame(known, one);
        if (isRejected(one)) known.rejected.add(keyText(one));
      }
      for (const one of unplaced) if (one.partOf !== null) known.unplaced.set(keyText(one), keyText(one.partOf));
    },
    together() {
      const people = otherPeople(knowledge);
      const fields = new Map([...kept.keys()].map((system) => [system, whoseBy(knowledgeIn(knowledge, system))]));
      for (const [system, byFields] of fields) {
        const known = keptOf(kept, system);
        const namedAs = downwards<Named>(known, {
          say: (record, above) => (record.isAdopted ? 'silent' : named(byFields, record, above)),
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
          say: (record, above) => (record.isAdopted ? 'belongs' : standing(judged, record, above)),
          isIn: (told) => told === 'belongs',
        });
        return {
          of(record) {
            const told = standingOf(keyText(record));
            if (told === undefined) throw new Error('a verdict was asked for on a record that was never added');
            return told;
          },
          verdict: standingOf,
          isDisputed: (key) => known.disputed.has(key),
          isLeftOver: (part) => isLeftOver(known, standingOf, part),
        };
      };
    },
  };
}

/** Tells whether an identifier is the person's in a system, as far as is known now. */
function verifiedIn(knowledge: Knowledge): (system: string, identifier: Identifier) => boolean {
  const texts = new Map<string, ReadonlySet<string>>();
  return (system, identifier) => {
    const known = texts.get(system) ?? new Set(knowledgeIn(knowledge, system).verified.map(identifierText));
    texts.set(system, known);
    return known.has(identifierText(identifier));
  };
}

/**
 * What staff decided about a record of the system. Without a decision (`undefined`) the answer is `false` for every
 * record.
 */
function inSystem(is: OfRecord | undefined, system: string): (record: RecordKey) => boolean {
  return is === undefined ? () => false : (record) => is(system, record);
}

/** What decides the verdict on a record. `partOf`: the key of the record that contains it. */
interface Judgeable extends Pick<StandingRecord, 'identifiers' | 'tie'> {
  readonly partOf: string | null;
  /** Whether staff adopted the record. */
  readonly isAdopted: boolean;
}

/** How many different combinations of identifiers and tie are kept for sharing. */
const mostShared = 16_384;

/**
 * Most of the records of a person have the same identifiers and the same tie. They are kept once for all these records,
 * because there can be a million records.
 */
function judgeableRecords(): (record: StandingRecord, isAdopted: boolean) => Judgeable {
  const shared = new Map<string, Judgeable>();
  return ({ partOf, identifiers, tie }, isAdopted) => {
    const text = JSON.stringify([identifiers, tie]);
    const whole = shared.get(text) ?? { partOf: null, isAdopted: false, identifiers, tie };
    if (shared.size < mostShared) shared.set(text, whole);
    return partOf === null && !isAdopted
      ? whole
      : { ...whole, partOf: partOf === null ? null : keyText(partOf), isAdopted };
  };
}

/** The stored records of one system. */
interface Kept {
  readonly records: Map<string, Judgeable>;
  /**
   * Records that a search stored as possible or disputed. If another wave stored the same record as the person's, the
   * record is also in `records`, and the verdict on it counts.
   */
  readonly apart: Set<string>;
  /** Records that a search stored as disputed, and that a known identifier still ties to the person. */
  readonly disputed: Set<string>;
  /** Records that have parts, and that staff rejected. */
  readonly rejected: Set<string>;
  /** Parts that were not sorted: the key of each part, with the key of the record that it belongs to. */
  readonly unplaced: Map<string, string>;
  /**
   * Records that came with the same id (`same-id.ts`): under the key of the first record, the keys of the later ones,
   * whose ids end with `[2]`, `[3]` and so on.
   */
  readonly same: Map<string, Set<string>>;
}

/** Adds the key of a later record to `same`. A record that shares its id with no earlier one is not added. */
function noteSame({ same }: Kept, { resource, id }: RecordKey): void {
  const shared = sameIdOf(id);
  if (shared === undefined) return;
  const key = keyText({ resource, id: shared });
  same.set(key, (same.get(key) ?? new Set()).add(keyText({ resource, id })));
}

/**
 * What is known of the record that contains a part. `whole`: the record that is judged is not a part. `apart`: a search
 * stored the containing record as possible or disputed, or staff rejected it. `never-came`: no search returned the containing record.
 * Otherwise: the verdict on the containing record.
 */
type Above<Value> = Value | 'whole' | 'apart' | 'never-came';

/**
 * Judges all records, each after the record that contains it. The verdicts do not depend on the order in which records
 * came.
 */
function downwards<Value>(
  { records, apart, rejected, unplaced, same }: Kept,
  {
    say,
    isIn,
  }: {
    readonly say: (record: Judgeable, above: Above<Value>) => Value;
    /** Whether a verdict means that the record is the person's. */
    readonly isIn: (value: Value) => boolean;
  },
): (key: string) => Value | undefined {
  const said = new Map<string, Value>();
  /** The key of the nearest record, from `key` outwards, that was sorted. Parts that were not sorted are skipped. */
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
  const above = ({ partOf: direct }: Judgeable): Above<Value> => {
    if (direct === null) return 'whole';
    // If several records share the id that a part refers to, nobody knows to which of them the part belongs. If one of
    // these records is not the person's, the part is judged as if no search had returned the record that contains it.
    if (![...(same.get(direct) ?? [])].every(isThePersons)) return 'never-came';
    const at = beyond(direct);
    if (rejected.has(direct) || rejected.has(at)) return 'apart';
    const told = said.get(at);
    if (told === undefined) return apart.has(at) ? 'apart' : 'never-came';
    // If a part between this part and that outer record was not sorted, the outer record cannot show that this part is
    // the person's.
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
    // Collects the records that contain this one, up to a record with a verdict. Then gives verdicts from the outermost
    // record inwards.
    const chain = new Map<string, Judgeable>();
    for (let at = key; !said.has(at) && !chain.has(at);) {
      const record = records.get(at);
      if (record === undefined) break;
      chain.set(at, record);
      if (record.partOf === null) break;
      at = beyond(record.partOf);
    }
    for (const [at, record] of [...chain].toReversed()) said.set(at, say(record, above(record)));
    return said.get(key);
  };
  return tell;
}

/**
 * How a record is tied to the person. `silent`: the record is the person's, but was stored without its identifiers, or
 * staff adopted it. What an adopted record says of somebody is no evidence about other records, because other people may
 * be named in it. `out`: the record is not the person's.
 */
type Named = NamedAs | 'silent' | 'out';

/** How a record is tied to the person, by its own fields and by the tie of the record that contains it. */
function named(byFields: WhoseRecord, { tie, identifiers }: Judgeable, above: Above<Named>): Named {
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

/** The rules by which records are judged: by their own fields, and by the other records. */
interface Judged {
  readonly byFields: WhoseRecord;
  readonly others: OtherPeople;
}

function standing({ byFields, others }: Judged, { tie, identifiers }: Judgeable, above: Above<Standing>): Standing {
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
      // A `contact` identifier in a part does not suffice: the record that contains the part shows whom it is about.
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
  { records, apart, rejected, unplaced, same }: Kept,
  standingOf: (key: string) => Standing | undefined,
  part: UnplacedPart,
): boolean {
  const key = keyText(part);
  if (part.partOf === null || records.has(key) || apart.has(key)) return false;
  const above = keyText(part.partOf);
  if (rejected.has(above)) return false;
  const all = [above, ...(same.get(above) ?? [])];
  if (all.length > 1) return all.some((one) => records.has(one) && standingOf(one) === 'belongs');
  if (records.has(above)) return standingOf(above) === 'belongs';
  if (apart.has(above)) return false;
  // If the part that contains this part is reported to staff, this part is not. Two parts that contain each other are
  // both reported.
  const passed = new Set([key]);
  let at = above;
  for (let next = unplaced.get(at); next !== undefined && !passed.has(at); next = unplaced.get(at)) {
    passed.add(at);
    at = next;
  }
  return passed.has(at) || !unplaced.has(above);
}

function keptOf(all: Map<string, Kept>, system: string): Kept {
  const known = all.get(system) ?? {
    records: new Map(),
    apart: new Set(),
    disputed: new Set(),
    rejected: new Set(),
    unplaced: new Map(),
    same: new Map(),
  };
  all.set(system, known);
  return known;
}

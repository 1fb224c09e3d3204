import type { IdentifierKind } from '../identifiers/identifier.ts';
import type { HeldIdentifier } from './finding.ts';
import { canBeOnePersons } from '../identifiers/personnummer.ts';
import { groups } from './groups.ts';
import { isOfOneSystem, type Knowledge } from './knowledge.ts';
import { tellsApart } from './whose.ts';

/** How a record names somebody: tied to the person by what is its own, only by a contact, or as a part of a record. */
export type NamedAs = 'own' | 'contact' | 'part';

/** What the identifiers of a record say of whose it is, beside those of all other records. */
export interface OtherPeople {
  /** Whether the record names a personnummer that may be another's than the person's. */
  anotherPersonnummer(identifiers: readonly HeldIdentifier[]): boolean;
  /** Whether a record that only a contact ties may be another's than the person's. */
  anotherByContact(identifiers: readonly HeldIdentifier[]): boolean;
}

/**
 * Compares what the records of a case name as their own: two of them can contradict each other although nothing verified
 * contradicts either.
 *
 * - **Personnummer**, over all systems. Nobody has two. Where records name several and none is verified, nobody knows which
 *   of these people asks, and none of the records belongs. But a number that is the only one named by records with an
 *   `own` tie is taken for the person's: somebody at whose record the person's address stands for invoices is somebody
 *   else. Likewise a part that names another personnummer than its record. Where anything is tied by an `own` identifier, a
 *   record that only a contact ties and that names a personnummer which no such record names is somebody else's too. Two
 *   verified numbers that one person cannot have count as none: nobody knows which of these people asks.
 * - **Primary addresses and organisation numbers** over all systems, **customer numbers** within their system. A person
 *   can have several, so they count only against a record that nothing but a `contact` ties. It is disputed where records
 *   with an `own` tie name others, and where several such records name different ones: a telephone number alone does not
 *   tell two people apart who share it. Records with an identifier of their own in common are one person's.
 *
 * Names are no identifiers: a record that holds nothing but a shared telephone number and another name contradicts nothing.
 * It goes with the number, which is why staff are warned before they accept one.
 */
export function otherPeople(knowledge: Knowledge): {
  /** Takes a record into account; in any order. */
  look(system: string, identifiers: readonly HeldIdentifier[], as: NamedAs): void;
  /** What all records together tell, once each was looked at. */
  together(): (system: string) => OtherPeople;
} {
  const verified = knowledge.verified.filter(({ kind }) => kind === 'personnummer').map(({ value }) => value);
  const isProven = verified.length > 0 && canBeOnePersons(verified);
  const personnummer = new Map<string, { isOwn: boolean }>();
  // What has an identifier of its own in common is one person's.
  const people = groups();
  const ofThePerson = new Set<string>();
  const namedIn = new Map<string, Set<string>>();

  return {
    look(system, identifiers, as) {
      const own = identifiers.filter(({ weight }) => weight === 'own');
      if (!isProven)
        for (const value of personnummerIn(own)) {
          const known = personnummer.get(value) ?? { isOwn: false };
          known.isOwn ||= as === 'own';
          personnummer.set(value, known);
        }
      if (as === 'part') return;
      const [first, ...others] = own.map((one) => textIn(system, one));
      if (first === undefined) return;
      for (const other of others) people.join(first, other);
      if (as === 'own') ofThePerson.add(first);
      for (const { kind } of own) {
        if (!tellsApart(kind)) continue;
        const series = seriesOf(system, kind);
        const named = namedIn.get(series) ?? new Set<string>();
        namedIn.set(series, named.add(first));
      }
    },
    together() {
      const unclear = unclearOf(personnummer);
      const persons = new Set([...ofThePerson].map(people.of));
      // Of these series, records name values of more than one person.
      const several = new Set(
        [...namedIn].filter(([, texts]) => new Set([...texts].map(people.of)).size > 1).map(([series]) => series),
      );
      return (system) => ({
        anotherPersonnummer: (identifiers) =>
          personnummerIn(identifiers.filter(({ weight }) => weight === 'own')).some((value) => unclear.has(value)),
        anotherByContact(identifiers) {
          const own = identifiers.filter(({ weight }) => weight === 'own');
          const isAnothers = ({ kind, value }: HeldIdentifier): boolean =>
            kind === 'personnummer' && personnummer.get(value)?.isOwn !== true;
          if (!isProven && persons.size > 0 && own.some(isAnothers)) return true;
          if (own.some((one) => persons.has(people.of(textIn(system, one))))) return false;
          return own.some(({ kind }) => tellsApart(kind) && several.has(seriesOf(system, kind)));
        },
      });
    },
  };
}

/** The personnummer of which nobody knows whether they are the person's. */
function unclearOf(personnummer: ReadonlyMap<string, { readonly isOwn: boolean }>): ReadonlySet<string> {
  const all = [...personnummer.keys()];
  if (all.length < 2) return new Set();
  const own = all.filter((value) => personnummer.get(value)?.isOwn === true);
  const [only, ...others] = own;
  return new Set(others.length === 0 ? all.filter((value) => value !== only) : all);
}

function personnummerIn(own: readonly HeldIdentifier[]): readonly string[] {
  return own.filter(({ kind }) => kind === 'personnummer').map(({ value }) => value);
}

/** One text for each identifier, the same for two that mean the same. */
function textIn(system: string, { kind, value }: HeldIdentifier): string {
  return JSON.stringify([seriesOf(system, kind), value]);
}

/** Numbers that an organisation gives out mean something within the system that holds them; others mean the same in all. */
function seriesOf(system: string, kind: IdentifierKind): string {
  return isOfOneSystem(kind) ? JSON.stringify([kind, system]) : kind;
}

import type { IdentifierKind } from '../identifiers/identifier.ts';
import type { HeldIdentifier } from './finding.ts';
import { canBeOnePersons } from '../identifiers/personnummer.ts';
import { groups } from './groups.ts';
import { isOfOneSystem, type Knowledge } from './knowledge.ts';
import { tellsApart } from './whose.ts';

/** How a record is tied to the person: by an identifier of its own, only by a contact, or as a part of a record. */
export type NamedAs = 'own' | 'contact' | 'part';

/** Whether a record may be another person's, judged by its identifiers and those of all other records. */
export interface OtherPeople {
  /** Whether the record names a personnummer that may be another person's. */
  anotherPersonnummer(identifiers: readonly HeldIdentifier[]): boolean;
  /** Whether a record that only a contact ties may be another person's. */
  anotherByContact(identifiers: readonly HeldIdentifier[]): boolean;
}

/**
 * Compares what the records of a case name as their own: two of them can contradict each other although nothing verified
 * contradicts either.
 *
 * - **Personnummer**, over all systems. Nobody has two. Where records name several and none is verified, nobody knows which
 *   of these people asks, and none of the records belongs. But a number that is the only one named by records with an
 *   `own` tie is taken for the person's: somebody at whose record the person's address stands for invoices is somebody
 *   else. Likewise a part that names another personnummer than its record. Two verified numbers that one person cannot have
 *   count as none: nobody knows which of these people asks.
 * - **A record that only a `contact` ties**: its telephone number or its address for invoices may be shared. Where it names
 *   somebody by a personnummer, a primary address, an organisation number or a customer number, these have to be the
 *   person's: a record with an `own` tie names one of them, and is not disputed itself. Else it is disputed, also where
 *   nothing of that kind is known of the person. One that only a contact ties never shows that another is the person's: a
 *   couple has one card with two addresses. Customer numbers
 *   mean something within their system, the others in all. Of somebody of whom nothing but telephone numbers is known no
 *   record can say more: there the records that such a number ties are the person's where all that they name is one
 *   person's.
 *
 * Names are no identifiers: a record that holds nothing but a shared telephone number and another name contradicts nothing.
 * It goes with the number, which is why staff are warned before they accept one.
 */
export function otherPeople(knowledge: Knowledge): {
  /** Adds a record; in any order. */
  look(system: string, identifiers: readonly HeldIdentifier[], as: NamedAs): void;
  /** The verdict of all records together, once every record was added. */
  together(): (system: string) => OtherPeople;
} {
  const verified = knowledge.verified.filter(({ kind }) => kind === 'personnummer').map(({ value }) => value);
  const isProven = verified.length > 0 && canBeOnePersons(verified);
  const isOnlyCalled = knowledge.verified.every(({ kind }) => kind === 'phone');
  const personnummer = new Map<string, { isOwn: boolean }>();
  const records: Named[] = [];

  return {
    look(system, identifiers, as) {
      const own = identifiers.filter(({ weight }) => weight === 'own');
      const numbers = isProven ? [] : personnummerIn(own);
      for (const value of numbers) {
        const known = personnummer.get(value) ?? { isOwn: false };
        known.isOwn ||= as === 'own';
        personnummer.set(value, known);
      }
      if (as !== 'part') records.push({ texts: own.map((one) => textIn(system, one)), isOwn: as === 'own', numbers });
    },
    together() {
      const unclear = unclearOf(personnummer);
      const isUnclear = (numbers: readonly string[]): boolean => numbers.some((value) => unclear.has(value));
      const { isThePersons, isByCall } = thePersons(
        records.filter(({ numbers }) => !isUnclear(numbers)),
        isOnlyCalled,
      );
      return (system) => ({
        anotherPersonnummer: (identifiers) =>
          isUnclear(personnummerIn(identifiers.filter(({ weight }) => weight === 'own'))),
        anotherByContact(identifiers) {
          const own = identifiers.filter(({ weight }) => weight === 'own');
          const isAnothersNumber = ({ kind, value }: HeldIdentifier): boolean =>
            kind === 'personnummer' && !isProven && !isByCall && personnummer.get(value)?.isOwn !== true;
          if (own.some(isAnothersNumber)) return true;
          return own.some(({ kind }) => tellsApart(kind)) && !own.some((one) => isThePersons(textIn(system, one)));
        },
      });
    },
  };
}

/** A record in the form in which the others are compared with it. */
interface Named {
  readonly texts: readonly string[];
  /** Whether one of its own identifiers ties it to the person. */
  readonly isOwn: boolean;
  readonly numbers: readonly string[];
}

/**
 * Decides which identifiers are the person's: those in records with an `own` tie. `isByCall`: only telephone numbers of
 * the person are known, and all records together name one person, because they share identifiers.
 */
function thePersons(
  records: readonly Named[],
  isOnlyCalled: boolean,
): { readonly isThePersons: (text: string) => boolean; readonly isByCall: boolean } {
  const own = records.filter(({ isOwn }) => isOwn);
  const isByCall = own.length === 0 && isOnlyCalled && areOnePersons(records);
  const persons = new Set((isByCall ? records : own).flatMap(({ texts }) => texts));
  return { isThePersons: (text) => persons.has(text), isByCall };
}

function areOnePersons(records: readonly Named[]): boolean {
  const people = groups();
  for (const { texts } of records) {
    const [first, ...others] = texts;
    if (first !== undefined) for (const other of others) people.join(first, other);
  }
  return new Set(records.flatMap(({ texts: [first] }) => (first === undefined ? [] : [people.of(first)]))).size === 1;
}

/** The personnummer that may or may not be the person's. */
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

/** One text for each identifier; equal identifiers have the same text. */
function textIn(system: string, { kind, value }: HeldIdentifier): string {
  return JSON.stringify([seriesOf(system, kind), value]);
}

/**
 * A number that an organisation issues is unique only within the system that holds it; all others are unique
 * everywhere.
 */
function seriesOf(system: string, kind: IdentifierKind): string {
  return isOfOneSystem(kind) ? JSON.stringify([kind, system]) : kind;
}

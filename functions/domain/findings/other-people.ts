import type { IdentifierKind } from '../identifiers/identifier.ts';
import type { HeldIdentifier } from './finding.ts';
import { canBeOnePersons } from '../identifiers/personnummer.ts';
import { groups } from './groups.ts';
import { isOfOneSystem, type Knowledge } from './knowledge.ts';
import { tellsApart } from './whose.ts';

/**
 * How a record is tied to the person: by an `own` identifier, only by a `contact` identifier, or as a part of another
 * record.
 */
export type NamedAs = 'own' | 'contact' | 'part';

/** Whether a record may be another person's, according to its identifiers and the identifiers of all other records. */
export interface OtherPeople {
  /** Whether the record contains a personnummer that may be another person's. */
  anotherPersonnummer(identifiers: readonly HeldIdentifier[]): boolean;
  /** Whether a record that is tied only by a `contact` identifier may be another person's. */
  anotherByContact(identifiers: readonly HeldIdentifier[]): boolean;
}

/**
 * Compares the `own` identifiers in all records of a case. Two records can contradict each other even if no verified
 * identifier contradicts either of them.
 *
 * - **Personnummer**, in all systems. Nobody has two personnummer. If records contain several personnummer and none is
 *   verified, nobody knows which personnummer is the person's, so none of these records belongs to the person. There is
 *   one exception: if the records with an `own` tie contain exactly one personnummer, that personnummer counts as the
 *   person's. A record with another personnummer is then somebody else's, for example a customer whose invoices go to
 *   the person's address. A part with another personnummer than its record is treated in the same way. Two verified
 *   personnummer that one person cannot have count as unverified.
 * - **A record with only a `contact` tie.** Several people may share a telephone number or an address for invoices. If
 *   the record also contains an `own` personnummer, e-mail address, organisation number or customer number, another
 *   record must show that it is the person's. That other record has an `own` tie, no unclear personnummer, and one of
 *   the same `own` identifiers. Otherwise the record with the `contact` tie is disputed. For example, a record with the
 *   person's telephone number and an unknown `own` e-mail address is disputed, unless a record with the person's
 *   personnummer contains this address. A record with only a `contact` tie never shows that another record is the
 *   person's: a couple can have one customer card with two addresses. A customer number is compared within its system,
 *   the other identifiers in all systems. If only telephone numbers are verified, there may be no record with an `own`
 *   tie. The records with such a number then belong to the person if shared identifiers connect them all.
 *
 * Names are not compared: a record with only a shared telephone number and another name contradicts nothing.
 */
export function otherPeople(knowledge: Knowledge): {
  /** Adds a record. The order of the records makes no difference. */
  look(system: string, identifiers: readonly HeldIdentifier[], as: NamedAs): void;
  /** Returns the verdicts. Call this function after every record has been added. */
  together(): (system: string) => OtherPeople;
} {
  const verified = knowledge.verified.filter(({ kind }) => kind === 'personnummer').map(({ value }) => value);
  const isProven = verified.length > 0 && canBeOnePersons(verified);
  const kinds = [...knowledge.verified.map(({ kind }) => kind), ...(knowledge.otherKinds ?? [])];
  const isOnlyCalled = kinds.every((kind) => kind === 'phone');
  const personnummer = new Map<string, { isOwn: boolean }>();
  // Records with equal identifiers are kept as one entry, because there can be a million records.
  const records = new Map<string, Named>();

  return {
    look(system, identifiers, as) {
      const own = identifiers.filter(({ weight }) => weight === 'own');
      const numbers = isProven ? [] : personnummerIn(own);
      for (const value of numbers) {
        const known = personnummer.get(value) ?? { isOwn: false };
        known.isOwn ||= as === 'own';
        personnummer.set(value, known);
      }
      if (as === 'part') return;
      const named: Named = { texts: own.map((one) => textIn(system, one)), isOwn: as === 'own', numbers };
      records.set(JSON.stringify(named), named);
    },
    together() {
      const unclear = unclearOf(personnummer);
      const isUnclear = (numbers: readonly string[]): boolean => numbers.some((value) => unclear.has(value));
      const { isThePersons, isByCall } = thePersons(
        [...records.values()].filter(({ numbers }) => !isUnclear(numbers)),
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

/** A record in the form in which it is compared with the others. */
interface Named {
  readonly texts: readonly string[];
  /** Whether an `own` identifier ties the record to the person. */
  readonly isOwn: boolean;
  readonly numbers: readonly string[];
}

/**
 * Decides which identifiers are the person's: the identifiers in records with an `own` tie. `isOnlyCalled`: only
 * telephone numbers of the person are verified. `isByCall` (in the result): in addition there is no `own` tie, and
 * shared identifiers show that all records name one person.
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

/** One text for each identifier. Equal identifiers have the same text. */
function textIn(system: string, { kind, value }: HeldIdentifier): string {
  return JSON.stringify([seriesOf(system, kind), value]);
}

/**
 * A customer, order or contract number is unique only within the system that holds it. All other identifiers are unique
 * everywhere.
 */
function seriesOf(system: string, kind: IdentifierKind): string {
  return isOfOneSystem(kind) ? JSON.stringify([kind, system]) : kind;
}

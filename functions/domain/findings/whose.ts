import { identifierText, type Identifier, type IdentifierKind } from '../identifiers/identifier.ts';
import type { HeldIdentifier } from './finding.ts';
import type { Knowledge } from './knowledge.ts';

/** The verdict on a record by its own identifiers. */
export type Whose =
  | { readonly says: 'the-person'; readonly as: 'own' | 'contact'; readonly by: readonly Identifier[] }
  /** A verified identifier ties the record to the person, and other content points, or may point, to somebody else. */
  | { readonly says: 'both'; readonly by: readonly Identifier[]; readonly against: readonly Identifier[] }
  | { readonly says: 'nothing' };

/** The identifying content of a record. */
export interface Evidence {
  readonly identifiers: readonly HeldIdentifier[];
  /** Whether a field for an `own` identifier holds something that cannot be read as an identifier. */
  readonly isUnclear?: boolean;
}

export interface WhoseRecord {
  whose(record: Evidence): Whose;
  /** The identifiers that point to somebody else, in a part of the person's record. */
  againstPart(identifiers: readonly HeldIdentifier[]): readonly Identifier[];
}

/**
 * How a record is tied to the person, from strong to weak. `number`: by a customer, order, contract or organisation
 * number. The stronger the tie, the fewer identifiers can contradict it.
 */
type Tie = 'personnummer' | 'own' | 'number' | 'contact';

/**
 * Decides by weighted identifiers whose a record is. An `own` identifier ties the record to the person. A `contact`
 * identifier does so too, but more content can contradict it. A `stated` identifier ties nothing. If a tie is
 * contradicted, the record is disputed. These contradict a tie:
 *
 * - An `own` personnummer that is not the person's, because nobody has two. If the record contains the person's
 *   personnummer, nothing contradicts the tie.
 * - An `own` e-mail address that is not verified, if the tie is a `contact` or only a customer, order, contract or
 *   organisation number. Such a number is weak: two companies can both have a customer 10. But a tie by an `own` e-mail
 *   address is not contradicted by another address, because people have several.
 * - An `own` personnummer, or an `own` customer, order, contract or organisation number, that staff have rejected.
 * - If the tie is only a `contact`: an `own` customer number or organisation number that is not verified, any `own`
 *   identifier that staff have rejected, and an `own` field that could not be read.
 *
 * If a record contains two values of one kind and one of them is the person's, the other does not contradict the tie.
 * If no identifier of a kind is verified, values of this kind contradict a tie only if staff have rejected them.
 */
export function whoseBy({ verified, rejected }: Knowledge): WhoseRecord {
  const theirs = new Set(verified.map(identifierText));
  const others = new Set(rejected.map(identifierText).filter((text) => !theirs.has(text)));
  const known = new Set(verified.map(({ kind }) => kind));

  const contradicting = (identifiers: readonly HeldIdentifier[], tie: Tie): readonly Identifier[] => {
    if (tie === 'personnummer') return [];
    const own = identifiers.filter(({ weight }) => weight === 'own');
    const kinds = new Set(own.map(({ kind }) => kind));
    return [...kinds].flatMap((kind) => {
      const values = own.filter((one) => one.kind === kind);
      if (values.some((one) => theirs.has(identifierText(one)))) return [];
      if (known.has(kind) && isAnother(kind, tie)) return values.map(bare);
      const isRejectable = tie === 'contact' || kind === 'personnummer' || isGivenOut(kind);
      return isRejectable ? values.filter((one) => others.has(identifierText(one))).map(bare) : [];
    });
  };
  return {
    whose({ identifiers, isUnclear = false }) {
      const tied = identifiers.filter((one) => theirs.has(identifierText(one)));
      const own = tied.filter(({ weight }) => weight === 'own');
      const by = own.length > 0 ? own : tied.filter(({ weight }) => weight === 'contact');
      if (by.length === 0) return { says: 'nothing' };
      const against = contradicting(identifiers, own.length > 0 ? tieOf(own) : 'contact');
      // The unreadable field may name somebody else.
      if (against.length > 0 || (own.length === 0 && isUnclear)) return { says: 'both', by: by.map(bare), against };
      return { says: 'the-person', as: own.length > 0 ? 'own' : 'contact', by: by.map(bare) };
    },
    againstPart: (identifiers) => {
      const own = identifiers.filter((one) => one.weight === 'own' && theirs.has(identifierText(one)));
      return contradicting(identifiers, own.some(({ kind }) => kind === 'personnummer') ? 'personnummer' : 'own');
    },
  };
}

function tieOf(own: readonly HeldIdentifier[]): Tie {
  if (own.some(({ kind }) => kind === 'personnummer')) return 'personnummer';
  return own.every(({ kind }) => isGivenOut(kind)) ? 'number' : 'own';
}

/**
 * Whether two different values of a kind show that there are two persons or customers. The answer applies to records
 * with only a `contact` tie. Personnummer are left out: `otherPeople` compares them.
 */
export function tellsApart(kind: IdentifierKind): boolean {
  return kind !== 'personnummer' && isAnother(kind, 'contact');
}

/** Whether a value of the kind that is not the person's contradicts a tie of this strength. */
function isAnother(kind: IdentifierKind, tie: Exclude<Tie, 'personnummer'>): boolean {
  switch (kind) {
    case 'personnummer':
      return true;
    case 'email':
      return tie !== 'own';
    case 'organisationNumber':
    case 'customerNumber':
      return tie === 'contact';
    // One person can have many of these numbers.
    case 'orderNumber':
    case 'contractNumber':
    case 'phone':
      return false;
  }
}

/** Whether an identifier of a kind is a number of a customer, an order, a contract or an organisation. */
function isGivenOut(kind: IdentifierKind): boolean {
  switch (kind) {
    case 'customerNumber':
    case 'orderNumber':
    case 'contractNumber':
    case 'organisationNumber':
      return true;
    case 'email':
    case 'phone':
    case 'personnummer':
      return false;
  }
}

function bare({ kind, value }: Identifier): Identifier {
  return { kind, value };
}

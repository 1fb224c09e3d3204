import type { Identifier, IdentifierKind } from '../identifiers/identifier.ts';
import type { RecordKey } from './finding.ts';

/** An identifier that is known to be the person's, or known not to be the person's. */
export interface KnownIdentifier extends Identifier {
  /**
   * The system that issued the number, if the number is unique only within that system; absent: it is unique
   * everywhere.
   */
  readonly system?: string;
}

/** The person's identifiers, as they are known when records are sorted. */
export interface Knowledge {
  /** Identifiers that were proven, or that a record contained and staff accepted. */
  readonly verified: readonly KnownIdentifier[];
  /**
   * Identifiers that staff have rejected as not the person's. An identifier that is also verified counts as verified.
   */
  readonly rejected: readonly KnownIdentifier[];
  /**
   * The kinds of the verified identifiers that are missing in `verified`, because no record of the system can contain
   * them. Absent: none.
   */
  readonly otherKinds?: readonly IdentifierKind[];
  /** Tells whether staff adopted a record of a system: they decided that it is the person's. Absent: none was adopted. */
  readonly isAdopted?: OfRecord;
  /**
   * Tells whether staff rejected a record that has parts. Its parts then leave the answer with it. Absent: none was
   * rejected.
   */
  readonly isRejected?: OfRecord;
}

/** Tells something about a record of a system. */
export type OfRecord = (system: string, record: RecordKey) => boolean;

/**
 * The identifiers by which the records of one system are judged. A customer number counts only in the system that
 * issued it: two companies can both have a customer 10, and so can two accounts of one company.
 */
export function knowledgeIn({ verified, rejected }: Knowledge, system: string): Knowledge {
  return { verified: meaningIn(verified, system), rejected: meaningIn(rejected, system) };
}

/** The identifiers that apply in a system. */
export function meaningIn(all: readonly KnownIdentifier[], system: string): readonly KnownIdentifier[] {
  return all.filter((one) => one.system === undefined || one.system === system);
}

/** Whether numbers of a kind are unique only within the system that issued them. */
export function isOfOneSystem(kind: IdentifierKind): boolean {
  switch (kind) {
    case 'customerNumber':
    case 'orderNumber':
    case 'contractNumber':
      return true;
    case 'email':
    case 'phone':
    case 'personnummer':
    case 'organisationNumber':
      return false;
  }
}

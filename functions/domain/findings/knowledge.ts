import type { Identifier, IdentifierKind } from '../identifiers/identifier.ts';

/** An identifier that is known to be the person's, or known not to be. */
export interface KnownIdentifier extends Identifier {
  /** The system that gave the number out, where it is one that means something only there; absent: it means the same in all. */
  readonly system?: string;
}

/** What is known of the person when it is decided whose records are. */
export interface Knowledge {
  /** Identifiers that were proven, or that a system taught and staff accepted. */
  readonly verified: readonly KnownIdentifier[];
  /** Identifiers of which staff said that they are not the person's. One that is verified as well counts as verified. */
  readonly rejected: readonly KnownIdentifier[];
}

/** What is known of the person within one system: two companies, and two accounts of one, both have a customer 10. */
export function knowledgeIn({ verified, rejected }: Knowledge, system: string): Knowledge {
  return { verified: meaningIn(verified, system), rejected: meaningIn(rejected, system) };
}

/** Those of the identifiers that mean something in a system. */
export function meaningIn(all: readonly KnownIdentifier[], system: string): readonly KnownIdentifier[] {
  return all.filter((one) => one.system === undefined || one.system === system);
}

/** Whether numbers of a kind mean something only within the system that gave them out. */
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

import { identifierText, type Identifier } from '../identifiers/identifier.ts';
import { compareNames } from '../mail/sender/person-name.ts';
import { compareAddresses } from './compare-address.ts';

/**
 * How something in a record compares with what is known of the person. `unclear`: the two may mean the same. `unknown`:
 * nothing is known of the person that it could be compared with.
 */
export type Compared = 'agrees' | 'unclear' | 'differs' | 'unknown';

/** What a record says of whom it is about. `name` and `address` are `null` if it does not say so. */
export interface Told {
  readonly name: string | null;
  readonly address: string | null;
  readonly identifiers: readonly Identifier[];
}

/** What is known of the person of a case, without what is being judged. */
export interface KnownOfPerson {
  readonly names: readonly string[];
  readonly addresses: readonly string[];
  /** Identifiers that the person stated or proved. */
  readonly identifiers: readonly Identifier[];
}

interface Beside {
  readonly name: { readonly value: string; readonly compared: Compared } | null;
  readonly address: { readonly value: string; readonly compared: Compared } | null;
  /** The identifiers of the record, each once. */
  readonly identifiers: readonly { readonly identifier: Identifier; readonly compared: Compared }[];
}

/** Lays what a record says beside what is known of the person. */
export function besidePerson({ name, address, identifiers }: Told, person: KnownOfPerson): Beside {
  return {
    name: name === null ? null : { value: name, compared: nameBeside(name, person.names) },
    address: address === null ? null : { value: address, compared: addressBeside(address, person.addresses) },
    identifiers: [...new Map(identifiers.map((one) => [identifierText(one), one])).values()].map((identifier) => ({
      identifier,
      compared: identifierBeside(identifier, person.identifiers),
    })),
  };
}

function nameBeside(name: string, known: readonly string[]): Compared {
  const said = known.map((one) => compareNames(name, one));
  if (said.includes('same')) return 'agrees';
  if (said.includes('unclear')) return 'unclear';
  return said.includes('different') ? 'differs' : 'unknown';
}

function addressBeside(address: string, known: readonly string[]): Compared {
  const said = known.map((one) => compareAddresses(address, one));
  if (said.includes('agrees')) return 'agrees';
  if (said.includes('unclear')) return 'unclear';
  return said.includes('differs') ? 'differs' : 'unknown';
}

/** Identifiers are normalised, so two spellings of one number are equal. */
function identifierBeside(identifier: Identifier, known: readonly Identifier[]): Compared {
  const ofKind = known.filter(({ kind }) => kind === identifier.kind);
  if (ofKind.length === 0) return 'unknown';
  return ofKind.some(({ value }) => value === identifier.value) ? 'agrees' : 'differs';
}

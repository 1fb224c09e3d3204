import { identifierText, type Identifier } from '../identifiers/identifier.ts';
import { compareNames } from '../mail/sender/person-name.ts';
import { compareAddresses } from './compare-address.ts';

/**
 * The result of comparing a name, an address or an identifier of a record with what is known of the person. `unclear`:
 * both may mean the same. `unknown`: no such fact is known of the person.
 */
export type Compared = 'agrees' | 'unclear' | 'differs' | 'unknown';

/** What a record says about its person. `name` and `address` are `null` if the record does not contain them. */
export interface Told {
  readonly name: string | null;
  readonly address: string | null;
  readonly identifiers: readonly Identifier[];
}

/** What is known of the person of a case. The identifier that staff are judging is left out. */
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

/** Compares what a record says with what is known of the person. */
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

import type { Identifier } from './identifier.ts';

/**
 * What staff see of an identifier in lists. The shown characters usually distinguish two identifiers, but do not
 * suffice to use one.
 */
export function mask(identifier: Identifier): string {
  const { kind, value } = identifier;
  switch (kind) {
    case 'email': {
      const at = value.lastIndexOf('@');
      return `${value.slice(0, 1)}•••${value.slice(at)}`;
    }
    case 'phone':
      return `${value.slice(0, 3)}•••${value.slice(-2)}`;
    case 'personnummer':
      return `${value.slice(0, 8)}-••••`;
    case 'organisationNumber':
      // The organisation number of a sole trader is the owner's personnummer.
      return `${value.slice(0, 6)}-••••`;
    case 'customerNumber':
    case 'orderNumber':
    case 'contractNumber':
      return value.length <= 2 ? '••' : `${value.slice(0, 1)}•••${value.slice(-1)}`;
  }
}

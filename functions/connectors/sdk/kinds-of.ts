import type { IdentifierKind } from '#domain/identifiers/identifier.ts';
import type { ConnectorDeclaration } from './connector.ts';

/** The kinds of identifier that a connector has to do with. */
export interface ConnectorKinds {
  /** The kinds that the connector can search for. */
  readonly accepts: readonly IdentifierKind[];
  /** The kinds that its search accepts or that a record of the system can contain. */
  readonly reads: readonly IdentifierKind[];
}

/** The kinds of identifier that the search of a connector needs to be told. */
export function kindsOf({
  accepts,
  identifying,
}: Pick<ConnectorDeclaration, 'accepts' | 'identifying'>): ConnectorKinds {
  const held = Object.values(identifying).flatMap((fields) => Object.values(fields).flatMap(({ kinds }) => kinds));
  return { accepts: [...accepts], reads: [...new Set([...accepts, ...held])].toSorted() };
}

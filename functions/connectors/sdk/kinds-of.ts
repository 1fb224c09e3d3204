import type { IdentifierKind } from '#domain/identifiers/identifier.ts';
import type { ConnectorDeclaration } from './connector.ts';

export interface ConnectorKinds {
  /** The kinds that the connector can search for. */
  readonly accepts: readonly IdentifierKind[];
  /**
   * `accepts`, and the kinds that identifying fields of the connector's records can contain. Identifiers of these kinds
   * decide whether a record belongs to the person.
   */
  readonly reads: readonly IdentifierKind[];
}

/**
 * The kinds of identifier that a search with this connector needs. The order for a search names no value of another
 * kind (`casework/search/order-searches.ts`).
 */
export function kindsOf({
  accepts,
  identifying,
}: Pick<ConnectorDeclaration, 'accepts' | 'identifying'>): ConnectorKinds {
  const held = Object.values(identifying).flatMap((fields) => Object.values(fields).flatMap(({ kinds }) => kinds));
  return { accepts: [...accepts], reads: [...new Set([...accepts, ...held])].toSorted() };
}

import type { AnyConnector } from '#connectors/sdk/connector.ts';
import type { IdentifierKind } from '#domain/identifiers/identifier.ts';
import type { Organisation } from '#domain/organisation/organisation.ts';

/** Gives the kinds of identifier that a system can be searched by; none if staff search it by hand. */
export type AcceptsOf = (system: Organisation['systems'][number]) => readonly IdentifierKind[];

/** Makes an `AcceptsOf` that knows the given connectors. */
export function acceptsOf(connectors: readonly AnyConnector[]): AcceptsOf {
  return (system) =>
    system.kind === 'connector' ? (connectors.find(({ id }) => id === system.connector)?.accepts ?? []) : [];
}

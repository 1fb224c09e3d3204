import type { AnyConnector } from '#connectors/sdk/connector.ts';
import type { Resources } from '#domain/findings/annotation.ts';
import { manualResources } from '#domain/findings/manual.ts';
import type { Organisation } from '#domain/organisation/organisation.ts';

type System = Organisation['systems'][number];

/** Gives the kinds of record of a system: those that its connector declares, and those that staff enter by hand. */
export type ResourcesOf = (system: System) => Resources;

/** Makes a `ResourcesOf` that knows the given connectors. */
export function resourcesOf(connectors: readonly AnyConnector[]): ResourcesOf {
  return (system) => {
    const connector = system.kind === 'connector' ? connectors.find(({ id }) => id === system.connector) : undefined;
    return { ...connector?.resources, ...manualResources };
  };
}

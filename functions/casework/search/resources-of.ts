import type { AnyConnector } from '#connectors/sdk/connector.ts';
import type { Resources } from '#domain/findings/annotation.ts';
import { manualResources } from '#domain/findings/manual.ts';
import type { Organisation } from '#domain/organisation/organisation.ts';

type System = Organisation['systems'][number];

/** What a system can hold: what its connector declares, and what staff write down of it. */
export type ResourcesOf = (system: System) => Resources;

/** `ResourcesOf` for the connectors that there are. */
export function resourcesOf(connectors: readonly AnyConnector[]): ResourcesOf {
  return (system) => {
    const connector = system.kind === 'connector' ? connectors.find(({ id }) => id === system.connector) : undefined;
    return { ...connector?.resources, ...manualResources };
  };
}

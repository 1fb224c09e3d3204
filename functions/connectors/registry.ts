import type { AnyConnector } from './sdk/connector.ts';

/**
 * Every connector of the product, by its id. `infra/organisation.yaml` can name only these. Each connector has its own
 * `import()`, because a search function loads only the one that it uses.
 */
const load: Readonly<Record<string, () => Promise<AnyConnector>>> = {
  hubspot: async () => (await import('./hubspot/connector.ts')).hubspot,
  scrive: async () => (await import('./scrive/connector.ts')).scrive,
  fortnox: async () => (await import('./fortnox/connector.ts')).fortnox,
  mailchimp: async () => (await import('./mailchimp/connector.ts')).mailchimp,
};

/** Loads the connector with this id. `undefined` if there is none. */
export async function loadConnector(id: string): Promise<AnyConnector | undefined> {
  return Object.hasOwn(load, id) ? await load[id]?.() : undefined;
}

/** Loads all connectors. */
export async function loadConnectors(): Promise<readonly AnyConnector[]> {
  return await Promise.all(Object.values(load).map((one) => one()));
}

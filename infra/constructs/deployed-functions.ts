import { Stack } from 'aws-cdk-lib';
import { Construct } from 'constructs';
import type { ConnectorSystem, Organisation } from '#domain/organisation/organisation.ts';
import { functions, searchFunctionName, type FunctionName, type FunctionSpec, type Place } from '#infra/system.ts';
import { DeployedFunction } from './deployed-function.ts';
import { connectorKinds, connectorSystems } from './described-organisation.ts';
import type { Grantable } from './place.ts';

export interface DeployedFunctionsProps {
  readonly organisation: Organisation;
  /** By the name of each handler: the folder with its bundle. */
  readonly bundles: ReadonlyMap<string, string>;
  /** The places (resources such as a bucket, see `place.ts`) that exist once in the deployment. */
  readonly places: Readonly<Record<Exclude<Place, SystemPlace>, Grantable>>;
  /**
   * Returns the place of a given system, for example the secret with the credentials for it. Only the search function
   * of that system gets access.
   */
  readonly placeOf: (place: SystemPlace, system: ConnectorSystem) => Grantable;
  /** The origin of the presigned URLs with which people download answers. */
  readonly exportsOrigin: string;
  /** The base URL of the portal, without a trailing slash. */
  readonly portal: string;
}

/** The places that exist once for each system: its secret, its findings, and the orders for its searches. */
export type SystemPlace = Extract<Place, 'system-secret' | 'system-findings' | 'system-orders'>;

type SharedName = Exclude<FunctionName, 'search-system'>;

/**
 * Creates every Lambda function of `infra/system.ts`. A function gets access only to the places in its grants.
 * `search-system` becomes several functions: one for each system that has a connector.
 */
export class DeployedFunctions extends Construct {
  readonly searches: readonly DeployedFunction[];
  readonly #shared: ReadonlyMap<string, DeployedFunction>;

  constructor(scope: Construct, id: string, props: DeployedFunctionsProps) {
    super(scope, id);
    const systems = connectorSystems(props.organisation);
    this.searches = systems.map((system) => this.#search(system, props));
    this.#shared = new Map(
      sharedNames().map((name) => {
        const spec: FunctionSpec = functions[name];
        const deployed = new DeployedFunction(this, name, { name, spec, bundle: bundleOf(spec, props) });
        for (const [place, actions] of byPlace(spec)) {
          if (isOfSystem(place)) throw new Error(`${name} searches no system, so it cannot be granted ${place}`);
          props.places[place].bind(deployed, actions);
        }
        for (const variable of spec.environment) deployed.set(variable, this.#value(variable, props));
        return [name, deployed];
      }),
    );
  }

  /**
   * The function with this name in `infra/system.ts`. Throws for `search-system`, because that entry becomes one
   * function for each system.
   */
  named(name: FunctionName): DeployedFunction {
    const found = this.#shared.get(name);
    if (found === undefined) throw new Error(`${name} stands for several functions`);
    return found;
  }

  /** Every function, with the name of its entry in `infra/system.ts`. */
  *all(): Generator<{ readonly entry: FunctionName; readonly deployed: DeployedFunction }, void> {
    for (const name of sharedNames()) yield { entry: name, deployed: this.named(name) };
    for (const deployed of this.searches) yield { entry: 'search-system', deployed };
  }

  #search(system: ConnectorSystem, props: DeployedFunctionsProps): DeployedFunction {
    const spec: FunctionSpec = functions['search-system'];
    const name = searchFunctionName(system.id);
    const deployed = new DeployedFunction(this, name, { name, spec, bundle: bundleOf(spec, props) });
    for (const [place, actions] of byPlace(spec))
      (isOfSystem(place) ? props.placeOf(place, system) : props.places[place]).bind(deployed, actions);
    deployed.set('CONNECTOR', system.connector);
    deployed.set('SETTINGS', JSON.stringify(system.settings));
    deployed.set('PRIVATE_NETWORKS', JSON.stringify(system.privateNetworks ?? []));
    return deployed;
  }

  #value(
    variable: FunctionSpec['environment'][number],
    { organisation, exportsOrigin, portal }: DeployedFunctionsProps,
  ): string {
    switch (variable) {
      case 'EXPORTS_ORIGIN':
        return exportsOrigin;
      case 'PORTAL_URL':
        return portal;
      case 'SEARCH_FUNCTIONS':
        return Stack.of(this).toJsonString(
          Object.fromEntries(
            connectorSystems(organisation).map(({ id }, index) => [id, this.searches[index]?.lambda.functionName]),
          ),
        );
      case 'CONNECTOR_KINDS':
        return JSON.stringify(connectorKinds(organisation));
      case 'CONNECTOR':
      case 'SETTINGS':
      case 'PRIVATE_NETWORKS':
        throw new Error(`only the search function of a system has ${variable}`);
    }
  }
}

function bundleOf({ handler }: FunctionSpec, { bundles }: DeployedFunctionsProps): string {
  const bundle = bundles.get(handler);
  if (bundle === undefined) throw new Error(`the handler ${handler} was not bundled`);
  return bundle;
}

function isOfSystem(place: Place): place is SystemPlace {
  return place === 'system-secret' || place === 'system-findings' || place === 'system-orders';
}

function sharedNames(): readonly SharedName[] {
  return Object.keys(functions).filter((name): name is SharedName => name in functions && name !== 'search-system');
}

/** The granted actions of a function, grouped by place: `bind` is called once for each place. */
function byPlace({ grants }: FunctionSpec): ReadonlyMap<Place, readonly string[]> {
  const actions = new Map<Place, string[]>();
  for (const { on, action } of grants) {
    const known = actions.get(on) ?? [];
    if (!known.includes(action)) known.push(action);
    actions.set(on, known);
  }
  return actions;
}

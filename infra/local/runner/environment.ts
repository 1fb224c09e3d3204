import { bound, functions, searchFunctionName, type FunctionName, type FunctionSpec } from '#infra/system.ts';
import { region } from '../aws/region.ts';
import { connectorKinds } from '#infra/constructs/described-organisation.ts';
import type { ConnectorSystem, Organisation } from '#domain/organisation/organisation.ts';

/**
 * One function that the runner starts: its name, its handler, and, for a search function, the system that it searches.
 */
export interface DeployedFunction {
  readonly name: string;
  readonly spec: FunctionSpec;
  readonly system?: ConnectorSystem;
}

/**
 * Lists the functions to start: the functions of `infra/system.ts`, and a search function for each system that has a
 * connector.
 */
export function deployedFunctions(organisation: Organisation): readonly DeployedFunction[] {
  const names = Object.keys(functions).filter((name): name is FunctionName => name in functions);
  return names.flatMap((name): DeployedFunction[] =>
    name === 'search-system'
      ? connectorSystems(organisation).map((system) => ({
          name: searchFunctionName(system.id),
          spec: functions[name],
          system,
        }))
      : [{ name, spec: functions[name] }],
  );
}

export function connectorSystems(organisation: Organisation): readonly ConnectorSystem[] {
  return organisation.systems.filter((system) => system.kind === 'connector');
}

/**
 * How a connector reaches its vendor or stand-in: its secret, and `settings` that override the settings of the same
 * names in the description of the organisation.
 */
export interface Vendor {
  readonly settings: unknown;
  readonly secret: unknown;
}

/**
 * The URLs of the services that a function may use, the ARN of the workflow, and the hash of the description in force.
 */
export interface Addresses {
  readonly s3: string;
  readonly dynamodb: string;
  readonly ses: string;
  readonly smsVoice: string;
  readonly secretsManager: string;
  readonly stepFunctions: string;
  readonly portal: string;
  readonly workflowArn: string;
  readonly organisation: string;
}

export const names = {
  table: 'utdrag',
  caseSecret: 'utdrag/case-secret',
  buckets: {
    findings: 'utdrag-findings',
    exports: 'utdrag-exports',
    anchors: 'utdrag-anchors',
    mail: 'utdrag-mail',
    configuration: 'utdrag-configuration',
  },
} as const;

/**
 * The environment variables of a function: the variables that `infra/system.ts` gives it, its access key, and the URLs
 * of the local services. In the cloud Lambda sets the access key, and the AWS SDK knows the URLs.
 */
export function environmentOf(
  deployed: DeployedFunction,
  organisation: Organisation,
  addresses: Addresses,
  vendors: ReadonlyMap<string, Vendor>,
  key: { readonly accessKeyId: string; readonly secretAccessKey: string },
): Record<string, string> {
  const { spec, system } = deployed;
  const values: Readonly<Record<string, string>> = {
    TABLE: names.table,
    FINDINGS_BUCKET: names.buckets.findings,
    EXPORTS_BUCKET: names.buckets.exports,
    ANCHORS_BUCKET: names.buckets.anchors,
    MAIL_BUCKET: names.buckets.mail,
    CONFIGURATION_BUCKET: names.buckets.configuration,
    ORGANISATION: addresses.organisation,
    CASE_SECRET: names.caseSecret,
    SYSTEM_SECRET: system?.secret ?? '',
    WORKFLOW_ARN: addresses.workflowArn,
    PORTAL_URL: addresses.portal,
    EXPORTS_ORIGIN: addresses.s3,
    SEARCH_FUNCTIONS: JSON.stringify(
      Object.fromEntries(connectorSystems(organisation).map(({ id }) => [id, searchFunctionName(id)])),
    ),
    CONNECTOR_KINDS: JSON.stringify(connectorKinds(organisation)),
    CONNECTOR: system?.connector ?? '',
    PRIVATE_NETWORKS: JSON.stringify(system?.privateNetworks ?? []),
    SETTINGS: JSON.stringify(
      system === undefined ? {} : { ...system.settings, ...settingsOf(vendors.get(system.connector)) },
    ),
  };
  const wanted = [...new Set([...spec.grants.flatMap(({ on }) => bound[on]), ...spec.environment])];
  return {
    ...Object.fromEntries(wanted.map((name) => [name, values[name] ?? ''])),
    AWS_REGION: region,
    AWS_ACCESS_KEY_ID: key.accessKeyId,
    AWS_SECRET_ACCESS_KEY: key.secretAccessKey,
    AWS_ENDPOINT_URL_S3: addresses.s3,
    AWS_ENDPOINT_URL_DYNAMODB: addresses.dynamodb,
    AWS_ENDPOINT_URL_SESV2: addresses.ses,
    AWS_ENDPOINT_URL_PINPOINT_SMS_VOICE_V2: addresses.smsVoice,
    AWS_ENDPOINT_URL_SECRETS_MANAGER: addresses.secretsManager,
    AWS_ENDPOINT_URL_SFN: addresses.stepFunctions,
    POWERTOOLS_LOG_LEVEL: 'INFO',
  };
}

function settingsOf(vendor: Vendor | undefined): Readonly<Record<string, unknown>> {
  const settings = vendor?.settings;
  return typeof settings === 'object' && settings !== null && !Array.isArray(settings) ? { ...settings } : {};
}

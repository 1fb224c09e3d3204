import { execFile } from 'node:child_process';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { promisify } from 'node:util';
import * as z from 'zod';
import { oncePerRun } from './once-per-run.ts';

export const root = path.resolve(import.meta.dirname, '../..');

const resourceSchema = z.object({
  Type: z.string(),
  Properties: z.record(z.string(), z.unknown()).default({}),
  DependsOn: z.unknown().optional(),
  DeletionPolicy: z.string().optional(),
  UpdateReplacePolicy: z.string().optional(),
  Metadata: z.looseObject({ 'aws:cdk:path': z.string(), 'aws:asset:path': z.string().optional() }),
});
export type Resource = z.infer<typeof resourceSchema>;

export const templateSchema = z.object({
  Parameters: z.record(z.string(), z.object({ Default: z.unknown().optional() })).default({}),
  Resources: z.record(z.string(), resourceSchema),
  Outputs: z.record(z.string(), z.object({ Value: z.unknown() })).default({}),
});
export type StackTemplate = z.infer<typeof templateSchema>;

const statementSchema = z.object({
  Effect: z.enum(['Allow', 'Deny']),
  Action: z.union([z.string().transform((one) => [one]), z.array(z.string())]),
  Resource: z.unknown().transform((value) => (Array.isArray(value) ? (value as unknown[]) : [value])),
  Principal: z.unknown().optional(),
  Condition: z.unknown().optional(),
});
export type Statement = z.infer<typeof statementSchema>;

const stackNames = ['UtdragRecords', 'UtdragService', 'UtdragConsole'] as const;
export type StackName = (typeof stackNames)[number];

export interface SynthesisedCloud {
  readonly templates: Readonly<Record<StackName, StackTemplate>>;
  /**
   * What the AwsSolutions rules (cdk-nag) object to and the code accepts: the path of the construct, the rule, and the
   * reason.
   */
  readonly accepted: readonly { readonly path: string; readonly finding: string; readonly reason: string }[];
}

/**
 * Runs `infra/app.ts` as the CDK command line does, with the AwsSolutions rules. If the synthesis fails, the promise
 * rejects with the output. `context` replaces values in the context of `cdk.json`.
 */
export async function synthesiseCloud(context: Readonly<Record<string, unknown>> = {}): Promise<SynthesisedCloud> {
  const settings = z
    .object({ context: z.record(z.string(), z.unknown()) })
    .parse(JSON.parse(await readFile(path.join(root, 'cdk.json'), 'utf8')));
  const folder = await mkdtemp(path.join(tmpdir(), 'utdrag-cloud-'));
  try {
    await promisify(execFile)(process.execPath, ['infra/app.ts'], {
      cwd: root,
      env: {
        ...process.env,
        CDK_OUTDIR: folder,
        CDK_CONTEXT_JSON: JSON.stringify({
          ...settings.context,
          'aws:cdk:enable-path-metadata': true,
          ...context,
        }),
      },
    });
    return await readCloud(folder);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

// No server listens at this address, so an attempt to use the network fails.
const offline = Object.fromEntries(
  ['http_proxy', 'https_proxy', 'HTTP_PROXY', 'HTTPS_PROXY'].map((name) => [name, 'http://127.0.0.1:9']),
);

export interface DeployedCloud {
  readonly cloud: SynthesisedCloud;
  /** The folder of the synthesis, with the bundles. */
  readonly folder: string;
  /** All that the synthesis printed. */
  readonly printed: string;
}

/**
 * Runs the CDK command line with `cdk.json`, without network and credentials. A synthesis takes 15 seconds, so all
 * tests of a run use the same one.
 */
export async function deployedCloud(): Promise<DeployedCloud> {
  const folder = await oncePerRun('cloud', async (output) => {
    const toolkit = path.join(root, 'node_modules/aws-cdk/bin/cdk');
    const bin = [path.dirname(process.execPath), path.join(root, 'node_modules/.bin')].join(path.delimiter);
    const { stdout, stderr } = await promisify(execFile)(
      process.execPath,
      [toolkit, 'synth', '--no-notices', '--quiet', '--output', output],
      {
        cwd: root,
        env: {
          ...offline,
          PATH: `${bin}${path.delimiter}${process.env['PATH']}`,
          HOME: output,
          AWS_EC2_METADATA_DISABLED: 'true',
          NODE_COMPILE_CACHE: process.env['NODE_COMPILE_CACHE'],
        },
      },
    );
    await writeFile(path.join(output, 'printed.txt'), stdout + stderr);
  });
  return { cloud: await readCloud(folder), folder, printed: await readFile(path.join(folder, 'printed.txt'), 'utf8') };
}

/** Reads the templates and the accepted findings that a synthesis wrote into a folder. */
async function readCloud(folder: string): Promise<SynthesisedCloud> {
  const read = async (file: string): Promise<unknown> => JSON.parse(await readFile(path.join(folder, file), 'utf8'));
  const [records, service, console, ...metadata] = await Promise.all([
    read('UtdragRecords.template.json'),
    read('UtdragService.template.json'),
    read('UtdragConsole.template.json'),
    ...stackNames.map(async (name) => await read(`${name}.metadata.json`)),
  ]);
  return {
    templates: {
      UtdragRecords: templateSchema.parse(records),
      UtdragService: templateSchema.parse(service),
      UtdragConsole: templateSchema.parse(console),
    },
    accepted: metadata.flatMap(acceptedIn),
  };
}

const metadataSchema = z.record(z.string(), z.array(z.object({ type: z.string(), data: z.unknown() })));

function acceptedIn(metadata: unknown): SynthesisedCloud['accepted'] {
  return Object.entries(metadataSchema.parse(metadata)).flatMap(([where, entries]) =>
    entries
      .filter(({ type }) => type === 'aws:cdk:acknowledged-rules')
      .flatMap(({ data }) => Object.entries(z.record(z.string(), z.string()).parse(data)))
      .map(([finding, reason]) => ({ path: where, finding, reason })),
  );
}

/** Returns the resources of one type, by their logical ids. */
export function ofType(template: StackTemplate, type: string): readonly (readonly [string, Resource])[] {
  return Object.entries(template.Resources).filter(([, resource]) => resource.Type === type);
}

/**
 * Returns the value at a path inside another value, such as `dig(condition, 'StringEquals', 'kms:ViaService')`;
 * `undefined` if the path does not exist.
 */
export function dig(value: unknown, ...names: readonly (string | number)[]): unknown {
  return names.reduce<unknown>(
    (inner, name) =>
      typeof inner === 'object' && inner !== null ? (inner as Readonly<Record<string, unknown>>)[name] : undefined,
    value,
  );
}

/**
 * As `dig`, but always returns a list. A single value becomes a list of one value, and an absent value an empty list.
 */
export function listAt(value: unknown, ...names: readonly (string | number)[]): readonly unknown[] {
  const found = dig(value, ...names);
  if (found === undefined) return [];
  return Array.isArray(found) ? (found as unknown[]) : [found];
}

/** Returns the statements of a policy resource. The resource may be any type of policy. */
export function statementsOf(resource: Resource): readonly Statement[] {
  return z.array(statementSchema).parse(dig(resource.Properties, 'PolicyDocument', 'Statement'));
}

/**
 * Turns a value of a template, such as an ARN with `Fn::Join`, into one text. A reference to a resource becomes `<path
 * of its construct>`; a pseudo parameter becomes its name, such as `<AWS::Region>`.
 */
export function textOf(cloud: SynthesisedCloud, stack: StackName, value: unknown): string {
  if (typeof value === 'string') return value;
  const [name, argument] = Object.entries(z.record(z.string(), z.unknown()).parse(value))[0] ?? ['nothing', undefined];
  switch (name) {
    case 'Ref':
      return `<${pathOf(cloud, stack, argument)}>`;
    case 'Fn::GetAtt':
      return `<${pathOf(cloud, stack, dig(argument, 0))}>`;
    case 'Fn::Join':
      return listAt(argument, 1)
        .map((part) => textOf(cloud, stack, part))
        .join(z.string().parse(dig(argument, 0)));
    case 'Fn::GetStackOutput': {
      const { StackName: from, OutputName: output } = z
        .object({ StackName: z.enum(stackNames), OutputName: z.string() })
        .parse(argument);
      return textOf(cloud, from, cloud.templates[from].Outputs[output]?.Value);
    }
    default:
      throw new Error(`the template has a value that this reader does not know: ${JSON.stringify(value)}`);
  }
}

function pathOf(cloud: SynthesisedCloud, stack: StackName, logicalId: unknown): string {
  const id = z.string().parse(logicalId);
  return cloud.templates[stack].Resources[id]?.Metadata['aws:cdk:path'] ?? id;
}

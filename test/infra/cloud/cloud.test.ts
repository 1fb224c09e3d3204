import { execFile } from 'node:child_process';
import { readdir } from 'node:fs/promises';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { promisify } from 'node:util';
import { beforeAll, describe, expect, it } from 'vitest';
import { functions } from '#infra/system.ts';
import { deployedCloud, ofType, type SynthesisedCloud } from '../../support/synthesised-cloud.ts';
import { functionTests } from './functions.ts';
import { operationTests } from './operation.ts';
import { recordTests } from './records.ts';

const run = promisify(execFile);
let folder: string;
let printed: string;
let cloud: SynthesisedCloud;

beforeAll(async () => {
  ({ folder, printed, cloud } = await deployedCloud());
}, 180_000);

describe('cdk synth', () => {
  it('succeeds without network and credentials, and warns of nothing', () => {
    expect(printed).toContain('Successfully synthesized');
    expect(printed).not.toMatch(/warning|error/i);
  });

  it('bundles each handler with the files that it can load, and Node loads them as they are', async () => {
    const bundles = ofType(cloud.templates.UtdragService, 'AWS::Lambda::Function').map(
      ([, { Metadata, Properties }]) => ({
        bundle: path.join(folder, Metadata['aws:asset:path'] ?? 'no asset'),
        name: String(Properties['Handler']).replace(/\.handler$/, ''),
      }),
    );
    expect(bundles.length).toBeGreaterThanOrEqual(Object.keys(functions).length);
    const modules = new Map(bundles.map(({ bundle, name }) => [bundle, path.join(bundle, `${name}.mjs`)]));
    for (const [bundle, module] of modules) {
      const files = await readdir(bundle);
      expect(files).toContain(path.basename(module));
      expect(files.filter((file) => file.endsWith('.mjs') && !files.includes(`${file}.map`))).toEqual([]);
    }
    const load = [...modules.values()]
      .map((module) => pathToFileURL(module).href)
      .map(
        (url) =>
          `if (typeof (await import(${JSON.stringify(url)})).handler !== 'function') throw new Error('no handler');`,
      )
      .join('\n');
    const { stderr } = await run(process.execPath, ['--input-type=module', '--eval', load], {
      cwd: folder,
      env: {
        NODE_COMPILE_CACHE: process.env['NODE_COMPILE_CACHE'],
        AWS_REGION: 'eu-west-1',
        TABLE: 'table',
        FINDINGS_BUCKET: 'bucket',
        EXPORTS_BUCKET: 'bucket',
        ANCHORS_BUCKET: 'bucket',
        MAIL_BUCKET: 'bucket',
        CONFIGURATION_BUCKET: 'bucket',
        ORGANISATION: '0'.repeat(64),
        CASE_SECRET: 'secret',
        SYSTEM_SECRET: 'secret',
        WORKFLOW_ARN: 'arn:aws:states:eu-west-1:111122223333:stateMachine:x',
        PORTAL_URL: 'https://portal.example.org',
        EXPORTS_ORIGIN: 'https://bucket.example.org',
        SEARCH_FUNCTIONS: '{}',
        CONNECTOR_KINDS: '{}',
        CONNECTOR: 'hubspot',
        SETTINGS: '{}',
        PRIVATE_NETWORKS: '[]',
      },
    });
    expect(stderr).toBe('');
  });
});

// All these tests use one synthesis, because a synthesis takes most of the time.
functionTests(() => cloud);
describe('records', () => recordTests(() => cloud));
operationTests(() => cloud);

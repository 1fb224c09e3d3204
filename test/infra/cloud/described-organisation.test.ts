import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { parse, stringify } from 'yaml';
import { organisationSchema } from '#domain/organisation/organisation.ts';
import { conflictLines, describedOrganisation } from '#infra/constructs/described-organisation.ts';
import { ofType, root, synthesiseCloud } from '../../support/synthesised-cloud.ts';

const folder = mkdtempSync(path.join(tmpdir(), 'utdrag-organisation-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const demo = organisationSchema.parse(parse(readFileSync(path.join(root, 'infra/organisation.yaml'), 'utf8')));
const connected = demo.systems.filter((system) => system.kind === 'connector');

/** Writes a file with the demo organisation after one change. */
function changed(name: string, change: object): string {
  const file = path.join(folder, `${name}.yaml`);
  writeFileSync(file, stringify({ ...demo, ...change }));
  return file;
}

describe('the description of the organisation that is deployed', () => {
  it('is read with the hash of its content, whatever its layout', () => {
    const original = describedOrganisation('infra/organisation.yaml');
    expect(original.hash).toMatch(/^[0-9a-f]{64}$/);
    expect(describedOrganisation(changed('same', {})).hash).toBe(original.hash);
    expect(describedOrganisation(changed('renamed', { name: 'Another name' })).hash).not.toBe(original.hash);
  });

  it('is refused with every mistake and its place', () => {
    const [first, ...others] = demo.systems;
    const file = changed('wrong', {
      policy: { ...demo.policy, downloadDays: 0 },
      systems: [{ ...first, connector: 'No Such' }, ...others],
    });
    expect(() => describedOrganisation(file)).toThrow(/has mistakes:\n(.*\n)*.*policy\.downloadDays: .+/);
    expect(() => describedOrganisation(file)).toThrow(/systems\[0\]\.connector: /);
  });

  it('is refused when a connector does not exist, its settings are wrong, or two systems share a secret', () => {
    const [hubspot, scrive, fortnox, ...others] = connected;
    const manual = demo.systems.filter(({ kind }) => kind === 'manual');
    const file = changed('systems', {
      systems: [
        { ...hubspot, connector: 'nothing' },
        { ...scrive, settings: { historyLanguage: 'xx' } },
        { ...fortnox, secret: scrive?.secret, deletion: { scheduled: true, freeze: 'automatic' } },
        ...others,
        ...manual,
      ],
    });
    expect(() => describedOrganisation(file)).toThrow(/systems\[0\]\.connector: there is no connector of this name/);
    expect(() => describedOrganisation(file)).toThrow(/systems\[1\]\.settings\.historyLanguage: /);
    expect(() => describedOrganisation(file)).toThrow(/systems\[2\]\.secret: another system has this secret/);
    expect(() => describedOrganisation(file)).toThrow(/systems\[2\]\.deletion\.freeze: .* expected manual/);
  });

  it('is refused when an address in the settings lies in a network that the system does not name, or may never be reached', () => {
    const [hubspot, scrive, ...others] = connected;
    const manual = demo.systems.filter(({ kind }) => kind === 'manual');
    const withNetworks = (first: object, second: object): string =>
      changed('networks', { systems: [{ ...hubspot, ...first }, { ...scrive, ...second }, ...others, ...manual] });
    const wrong = withNetworks(
      { settings: { baseUrl: 'https://10.1.2.3' }, privateNetworks: ['loopback', '10.2.0.0/16'] },
      { settings: { baseUrl: 'https://169.254.169.254' } },
    );
    expect(() => describedOrganisation(wrong)).toThrow(/systems\[0\]\.privateNetworks: does not name the network/);
    expect(() => describedOrganisation(wrong)).toThrow(/systems\[1\]\.settings\.baseUrl: must not be a link-local/);
    const never = withNetworks({ privateNetworks: ['169.254.0.0/16'] }, { privateNetworks: ['0.0.0.0/0'] });
    expect(() => describedOrganisation(never)).toThrow(/systems\[0\]\.privateNetworks\[0\]: must be loopback or/);
    expect(() => describedOrganisation(never)).toThrow(/systems\[1\]\.privateNetworks\[0\]: must be loopback or/);
    const right = withNetworks({ settings: { baseUrl: 'https://10.1.2.3' }, privateNetworks: ['10.1.0.0/16'] }, {});
    expect(describedOrganisation(right).organisation.systems[0]).toMatchObject({ privateNetworks: ['10.1.0.0/16'] });
  });

  it('is accepted despite conflicts with the law, with a line for each: where, the article and what is done instead', () => {
    const file = changed('wishes', { promises: { feeOncePerYear: true } });
    const [title, line, ...more] = conflictLines('wishes.yaml', describedOrganisation(file));
    expect(more).toEqual([]);
    expect(title).toMatch(/^wishes\.yaml conflicts with the law/);
    expect(line).toMatch(
      /promises\.feeOncePerYear \(Art\. 12\(5\), 15\(3\)\): .*The date of a request is no reason for a fee/,
    );
    expect(conflictLines('same.yaml', describedOrganisation(changed('same', {})))).toEqual([]);
  });

  it('ends the synthesis with the list of mistakes', async () => {
    const file = changed('synthesis', { policy: { ...demo.policy, secondPerson: 'sometimes' } });
    await expect(synthesiseCloud({ organisation: file })).rejects.toThrow(/policy\.secondPerson: /);
  }, 120_000);

  it('decides which systems, mailboxes and secrets there are', async () => {
    const system = connected.find(({ id }) => id === 'scrive');
    const activities = demo.activities.filter(({ systems }) => systems.includes('scrive'));
    const file = changed('fewer', {
      controllers: demo.controllers.map((controller) => ({
        ...controller,
        identity: undefined,
        email: 'privacy@example.com',
        mailboxes: ['gdpr@example.org'],
      })),
      systems: [system],
      activities: activities.map((activity) => ({ ...activity, systems: ['scrive'] })),
    });
    // The rules for every template are checked with the deployed organisation.
    const unchecked = { '@aws-cdk/core:validateAgainstDefaultRules': false };
    const { templates } = await synthesiseCloud({ organisation: file, ...unchecked });
    const service = JSON.stringify(templates.UtdragService);
    expect(service.match(/"FunctionName":"utdrag-search-[a-z-]+"/g)).toEqual(['"FunctionName":"utdrag-search-scrive"']);
    expect(service).toContain('"Recipients":["privacy@example.com","gdpr@example.org"]');
    const secrets = ofType(templates.UtdragRecords, 'AWS::SecretsManager::Secret').map(
      ([, one]) => one.Properties['Name'],
    );
    expect(secrets.filter((name) => name !== undefined)).toEqual([system?.secret]);
  }, 120_000);
});

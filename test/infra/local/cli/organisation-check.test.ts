import { execFile } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { promisify } from 'node:util';
import { afterAll, describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import * as z from 'zod';
import { organisationSchema } from '#domain/organisation/organisation.ts';
import { organisationCheck } from '#infra/local/cli/organisation-check.ts';
import { schemaPrint } from '#infra/local/cli/schema-print.ts';

const root = path.resolve(import.meta.dirname, '../../../..');
const demo = path.join(root, 'infra/organisation.yaml');
const made = (name: string): string => path.join(root, `test/domain/organisation/organisations/${name}.yaml`);
const folder = mkdtempSync(path.join(tmpdir(), 'organisation-check-'));
afterAll(() => rmSync(folder, { recursive: true }));

const verdictSchema = z.strictObject({
  ok: z.boolean(),
  file: z.string(),
  problems: z.array(z.strictObject({ path: z.string(), message: z.string() })),
  warnings: z.array(
    z.strictObject({
      row: z.string(),
      path: z.string(),
      article: z.string(),
      ...Object.fromEntries(
        ['title', 'policy', 'law', 'product'].map((part) => [part, z.strictObject({ sv: z.string(), en: z.string() })]),
      ),
    }),
  ),
});

/** Runs the command. Returns its one parsed line and its exit code. */
async function check(file: string): Promise<{ code: number; verdict: z.infer<typeof verdictSchema> }> {
  const lines: string[] = [];
  const code = await organisationCheck([file], (line) => lines.push(line));
  expect(lines).toHaveLength(1);
  return { code, verdict: verdictSchema.parse(JSON.parse(lines[0] ?? '')) };
}

/** The demo description with one change, as a file. */
function changed(from: string, to: string): string {
  const text = readFileSync(demo, 'utf8');
  expect(text).toContain(from);
  const file = path.join(folder, 'changed.yaml');
  writeFileSync(file, text.replace(from, to));
  return file;
}

describe('utdrag organisation check', () => {
  it('says that the demo description is correct and has no conflicts', async () => {
    expect(await check(demo)).toEqual({ code: 0, verdict: { ok: true, file: demo, problems: [], warnings: [] } });
  });

  it('lists conflicts with the law, each with its place and article, and still says ok', async () => {
    const { code, verdict } = await check(made('webbhotell'));
    expect(code).toBe(0);
    expect(verdict.ok).toBe(true);
    expect(verdict.warnings.map(({ row, path: place }) => `${row} ${place}`)).toContain(
      'newsletters-on-contract promises.newslettersOnContract',
    );
  });

  it.each([
    ['a mistake of the file', 'downloadDays: 14', 'downloadDays: 0', 'policy.downloadDays'],
    ['a connector that is not there', 'connector: scrive', 'connector: telegraf', 'systems[1].connector'],
    ['a public body', 'jurisdiction: SE', 'publicBody: true\n    jurisdiction: SE', 'controllers[0].publicBody'],
    ['broken YAML', 'schema: organisation/1', 'schema: [organisation/1', 'line'],
  ])('refuses %s with its place', async (_, from, to, place) => {
    const { code, verdict } = await check(changed(from, to));
    expect(code).toBe(1);
    expect(verdict).toMatchObject({ ok: false, warnings: [] });
    expect(verdict.problems[0]?.path).toContain(place);
    expect(verdict.problems[0]?.message).not.toBe('');
  });

  it('lists all mistakes at once, of every kind, but none that only follows from another', async () => {
    const text = readFileSync(demo, 'utf8');
    const file = path.join(folder, 'many.yaml');
    const wrong = [
      ['downloadDays: 14', 'downloadDays: 0'],
      ['timeZone: Europe/Stockholm', 'timeZone: Europe/Nowhere'],
      ['country: US', 'country: UX'],
      ['manager: staff-b04e', 'manager: staff-gone'],
      ['connector: scrive', 'connector: telegraf'],
      ['    connector: fortnox', '    connecter: fortnox'],
      ['systems: [hubspot', 'systems: [hubspott, hubspot'],
    ] as const;
    for (const [from] of wrong) expect(text).toContain(from);
    writeFileSync(
      file,
      wrong.reduce((all, [from, to]) => all.replace(from, to), text),
    );
    const { verdict } = await check(file);
    const places = verdict.problems.map(({ path: place }) => place.replaceAll(/\[\d+\]/g, '[]'));
    expect(new Set(places)).toEqual(
      new Set([
        'policy.downloadDays',
        'controllers[].timeZone',
        'activities[].recipients[].country',
        'people[].manager',
        'systems[].connector',
        'systems[]',
        'activities[].systems[]',
      ]),
    );
    const connector = verdict.problems.filter(({ message }) =>
      message.startsWith('there is no connector of this name: expected one of hubspot, '),
    );
    expect(connector.map(({ path: place }) => place)).toEqual(['systems[1].connector']);
    const unknown = verdict.problems.filter(({ message }) => message === 'there is no system with this id');
    expect(unknown).toHaveLength(1);
  });

  it.each(['UK', 'EU', 'XX', 'SU'])('refuses %s, which is no country, and accepts countries', async (code) => {
    const { verdict } = await check(changed('country: US', `country: ${code}`));
    expect(verdict.problems).toMatchObject([{ message: expect.stringContaining('there is no country') }]);
    for (const right of ['GB', 'SE', 'TW'])
      expect((await check(changed('country: US', `country: ${right}`))).code).toBe(0);
  });

  it('says that a missing file cannot be read', async () => {
    const { code, verdict } = await check(path.join(folder, 'nothing.yaml'));
    expect(code).toBe(1);
    expect(verdict.problems).toEqual([{ path: 'the file', message: 'it cannot be read' }]);
  });

  it('has a help text, and is known to the command line', async () => {
    const lines: string[] = [];
    expect(await organisationCheck(['--help'], (line) => lines.push(line))).toBe(0);
    expect(lines.join()).toMatch(/warnings/);
    await expect(organisationCheck([], () => undefined)).rejects.toThrow('usage');
    const { stdout } = await promisify(execFile)(process.execPath, [
      path.join(root, 'infra/local/cli/utdrag.ts'),
      'organisation',
      'check',
      demo,
    ]);
    expect(JSON.parse(stdout)).toMatchObject({ ok: true });
  });
});

describe('The JSON Schema of a description', () => {
  const kept: unknown = JSON.parse(readFileSync(path.join(root, 'infra/organisation.schema.json'), 'utf8'));

  it('beside the description is what the command prints; `schema print organisation` makes it again', async () => {
    const lines: string[] = [];
    expect(await schemaPrint(['organisation'], (line) => lines.push(line))).toBe(0);
    expect(kept).toEqual(JSON.parse(lines.join('\n')));
  });

  it('requires what must be stated and nothing that has a default, and is named in the first line of the file', () => {
    expect(kept).toMatchObject({
      additionalProperties: false,
      required: ['schema', 'name', 'controllers', 'policy', 'systems', 'activities'],
    });
    expect(readFileSync(demo, 'utf8').split('\n')[0]).toBe(
      '# yaml-language-server: $schema=./organisation.schema.json',
    );
  });

  it('accepts the demo and the invented organisations, and refuses what the system refuses', () => {
    const schema = z.fromJSONSchema(kept as Parameters<typeof z.fromJSONSchema>[0]);
    for (const file of [demo, made('koncern'), made('vard'), made('webbhotell')])
      expect(schema.safeParse(parse(readFileSync(file, 'utf8'))).error?.issues ?? []).toEqual([]);
    const right: unknown = parse(readFileSync(demo, 'utf8'));
    for (const wrong of [{ name: 1 }, { publicBody: true }, { unknown: true }, { controllers: [] }]) {
      const description = { ...(right as object), ...wrong };
      expect(schema.safeParse(description).success).toBe(false);
      expect(organisationSchema.safeParse(description).success).toBe(false);
    }
  });
});

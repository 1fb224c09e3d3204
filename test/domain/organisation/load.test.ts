import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { recipientsOf } from '#domain/organisation/activity.ts';
import { loadConnectors } from '#connectors/registry.ts';
import { parseOrganisation } from '#domain/organisation/load.ts';

const connectors = await loadConnectors();

const demo = readFileSync(new URL('../../../infra/organisation.yaml', import.meta.url), 'utf8');

function problemsOf(text: string): readonly { path: string; message: string }[] {
  const parsed = parseOrganisation(text);
  return parsed.ok ? [] : parsed.problems;
}

describe('the description of the demo organisation', () => {
  const parsed = parseOrganisation(demo);
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.problems));
  const { organisation } = parsed;

  it('is complete: an activity names every system, and every activity names its recipients', () => {
    expect(organisation.controllers.map(({ id }) => id)).toEqual(['nordvik']);
    const served = organisation.activities.flatMap(({ systems }) => systems);
    expect(organisation.systems.filter(({ id }) => !served.includes(id))).toEqual([]);
    expect(organisation.systems.length).toBeGreaterThan(4);
    for (const activity of organisation.activities)
      for (const { country, safeguard } of recipientsOf(activity))
        if (country === 'US') expect(safeguard).toBeDefined();
  });

  it('gives each connector settings that it accepts, and names every category of data that the connector finds', () => {
    for (const system of organisation.systems) {
      if (system.kind !== 'connector') continue;
      const connector = connectors.find(({ id }) => id === system.connector);
      if (connector === undefined) throw new Error(`there is no connector ${system.connector}`);
      connector.originsOf(system.settings);
      const told = organisation.activities
        .filter(({ systems }) => systems.includes(system.id))
        .flatMap(({ categories }) => categories);
      const found = Object.values(connector.resources).flatMap(({ fields, otherFields }) =>
        [...Object.values(fields), ...(otherFields === undefined ? [] : [otherFields])].map(({ category }) => category),
      );
      expect([...new Set(found)].filter((category) => !told.includes(category))).toEqual([]);
    }
  });

  it('has a hash that depends on its content, not on comments and layout', () => {
    const commented = parseOrganisation(`# another comment\n${demo}\n`);
    expect(commented).toMatchObject({ ok: true, hash: parsed.hash });
    const changed = parseOrganisation(demo.replace('downloadDays: 14', 'downloadDays: 13'));
    expect(changed.ok && changed.hash !== parsed.hash).toBe(true);
    expect(parsed.hash).toMatch(/^[0-9a-f]{64}$/);
  });
});

describe('an organisation description with mistakes', () => {
  it.each([
    ['an unknown field', demo.replace('policy:\n', 'policy:\n  publicBody: true\n'), 'policy'],
    ['a missing field', demo.replace('    email: dataskydd@nordvik.example\n', ''), 'controllers[0].email'],
    ['a bad address', demo.replace('dataskydd@nordvik.example', 'dataskydd'), 'controllers[0].email'],
    ['a wrong check digit', demo.replace('455012-3071', '455012-3072'), 'controllers[0].organisationNumber'],
    ['an unknown time zone', demo.replace('Europe/Stockholm', 'Europe/Nordvik'), 'controllers[0].timeZone'],
    ['an unknown jurisdiction', demo.replace('jurisdiction: SE', 'jurisdiction: XX'), 'controllers[0].jurisdiction'],
    [
      'a text without its English',
      demo.replace('sv: Nyhetsbrev, en: Newsletter }', 'sv: Nyhetsbrev }'),
      'activities[3].name.en',
    ],
    ['a system that no activity names', demo.replace('systems: [mailchimp]', 'systems: [hubspot]'), 'systems[3].id'],
    [
      'an activity of an unknown system',
      demo.replace('systems: [scrive]', 'systems: [scrive, telex]'),
      'activities[1].systems[1]',
    ],
    ['an id twice', demo.replace('- id: fortnox', '- id: scrive'), 'systems[2].id'],
    ['another version', demo.replace('organisation/1', 'organisation/2'), 'schema'],
    ['an empty file', '', 'the file'],
    ['a list', '- 1\n', 'the file'],
  ])('%s is reported with its place', (_, text, path) => {
    expect(text).not.toBe(demo);
    expect(problemsOf(text).map((problem) => problem.path)).toContain(path);
  });

  it.each([
    ['a key that stands twice', 'schema: organisation/1\nschema: organisation/1\n', 'line 2, column 1'],
    ['broken YAML', 'schema: [organisation/1\n', 'line 2, column 1'],
    ['a tag that YAML does not know', 'schema: !!js/function "return 1"\n', 'line 1, column 9'],
    ['two documents', 'schema: organisation/1\n---\nschema: organisation/1\n', 'line 2, column 1'],
  ])('%s is reported with line and column', (_, text, path) => {
    const [problem] = problemsOf(text);
    expect(problem?.path).toBe(path);
    expect(problem?.message).not.toBe('');
  });

  it('a text of few lines cannot expand without limit', () => {
    const bomb = ['a: &a [1,1,1,1,1,1,1,1,1]'];
    for (let index = 0; index < 12; index += 1) {
      const [from, to] = [String.fromCodePoint(97 + index), String.fromCodePoint(98 + index)];
      bomb.push(`${to}: &${to} [*${from},*${from},*${from},*${from},*${from},*${from},*${from},*${from},*${from}]`);
    }
    expect(problemsOf(bomb.join('\n'))[0]?.message).toMatch(/alias/i);
  });

  it('keys named like properties that every object has do no harm', () => {
    expect(problemsOf(`${demo}__proto__:\n  polluted: true\n`).length).toBeGreaterThan(0);
    expect(Object.hasOwn(Object.prototype, 'polluted')).toBe(false);
  });
});

// Systems that contradict each other. The screening counts what the package delivers.
import { describe, expect, it } from 'vitest';
import { jsonOf, textOf } from '#test/answer/unpack.ts';
import { contact } from '../rig.ts';
import { asas, bos, caseOf, dataFiles, onOneRig, system as systemOf, textOfAll } from '../searched-case.ts';

onOneRig();

/** A system with one card for each personnummer, all with the person's address. */
const system = (id: string, numbers: readonly string[], how: { readonly failsFirst?: boolean } = {}) =>
  systemOf(id, [numbers.map((number, index) => ({ id: String(index), email: contact, number }))], how);

describe('A system that answers after another one was delivered', () => {
  it('and has another personnummer is disputed: its record is in no answer, staff see it, and the delivered record stays', async () => {
    const early = system('fortnox', [asas]);
    const late = system('hubspot', [bos], { failsFirst: true });
    const { search, answer, command, counted } = await caseOf([early, late]);
    await search(early);
    await search(late);
    const first = await answer(1);
    expect(textOf(first, 'systems/fortnox/card.json')).toContain(asas);
    expect(jsonOf(first, 'manifest.json')).toMatchObject({ systems: [{ outcome: 'found' }, { outcome: 'failed' }] });

    await command({ type: 'retry-system', system: 'hubspot' });
    await search(late);
    const second = await answer(2);
    expect(dataFiles(second)).toEqual([]);
    expect(textOfAll(second)).not.toContain(bos);
    expect(jsonOf(second, 'manifest.json')).toMatchObject({
      systems: [
        { id: 'fortnox', outcome: 'found', deliveredIn: 1, disputed: 0 },
        { id: 'hubspot', outcome: 'nothing-held', records: 0, disputed: 1 },
      ],
    });
    expect(textOf(second, 'index.html')).toContain('hittade 1 post som kan handla om dig.');
    expect(await counted()).toEqual([
      { id: 'fortnox', outcome: 'found', records: 1, disputed: 0 },
      { id: 'hubspot', outcome: 'nothing-held', records: 0, disputed: 1 },
    ]);
  });
});

describe('A system that contradicts itself', () => {
  it('makes the only record of another system disputed too, and the counts equal what is delivered', async () => {
    const connectors = [system('fortnox', [asas, bos]), system('hubspot', [asas])];
    const { search, answer, counted } = await caseOf(connectors);
    for (const connector of connectors) await search(connector);
    const files = await answer(1);
    expect(dataFiles(files)).toEqual([]);
    for (const one of [asas, bos]) expect(textOfAll(files)).not.toContain(one);
    const numbers = [
      { id: 'fortnox', outcome: 'nothing-held', records: 0, disputed: 2 },
      { id: 'hubspot', outcome: 'nothing-held', records: 0, disputed: 1 },
    ];
    expect(await counted()).toEqual(numbers);
    expect(jsonOf(files, 'manifest.json')).toMatchObject({ systems: numbers });
  });
});

describe('The screening', () => {
  it('reads no page again if only one system returned records', async () => {
    const connectors = [system('fortnox', [asas]), system('hubspot', [])];
    const { search, answer, counted, readings } = await caseOf(connectors);
    for (const connector of connectors) await search(connector);
    expect(textOf(await answer(1), 'systems/fortnox/card.json')).toContain(asas);
    expect(readings()).toBe(0);
    expect(await counted()).toMatchObject([{ records: 1 }, { outcome: 'nothing-held' }]);
  });

  it('reads the pages of each system twice if several returned records', async () => {
    const connectors = [system('fortnox', [asas]), system('hubspot', [asas])];
    const { search, answer, counted, readings } = await caseOf(connectors);
    for (const connector of connectors) await search(connector);
    await answer(1);
    expect(readings()).toBe(4);
    expect(await counted()).toMatchObject([{ records: 1 }, { records: 1 }]);
  });
});

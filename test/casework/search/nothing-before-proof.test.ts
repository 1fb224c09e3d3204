// A person who has proven only a mailbox learns nothing about a system that needs a stronger proof.
import { describe, expect, it } from 'vitest';
import { jsonOf, textOf } from '#test/answer/unpack.ts';
import { contact } from '../rig.ts';
import { caseOf, dataFiles, onOneRig, system, textOfAll } from '../searched-case.ts';

onOneRig();

describe('The package after a weak proof', () => {
  it.each([
    ['records', [{ id: '777', email: contact, name: 'canary' }]],
    ['nothing but a disputed record', [{ id: '777', email: 'bo.ek@example.net', bill: contact, name: 'canary' }]],
  ])('only says that a system that needs a stronger proof, and has %s, is not ready', async (_, rows) => {
    const connectors = [system('fortnox', [rows]), system('hubspot', [[{ id: '1', email: contact }]])];
    const { searchAll, answer } = await caseOf(connectors, ['fortnox']);
    await searchAll();
    const files = await answer(1);
    expect(jsonOf(files, 'manifest.json')).toMatchObject({
      systems: [
        { id: 'fortnox', outcome: 'pending', reasonCode: 'examined-further', records: 0, possible: 0, disputed: 0 },
        { id: 'hubspot', outcome: 'found', records: 1 },
      ],
      withheld: [],
    });
    expect(dataFiles(files).filter((name) => name.includes('fortnox'))).toEqual([]);
    expect(textOfAll(files)).not.toContain('canary');
    expect(textOf(files, 'index.html')).not.toContain('som kan handla om dig');
  });

  it('says the same of a system that needs a stronger proof and whose search has not ended', async () => {
    const connectors = [system('fortnox', [[]]), system('hubspot', [[{ id: '1', email: contact }]])];
    const { search, command, answer } = await caseOf(connectors, ['fortnox']);
    await search(connectors[1]!);
    await command({ type: 'reach-cut-off', round: 1 });
    expect(jsonOf(await answer(1), 'manifest.json')).toMatchObject({
      systems: [{ id: 'fortnox', outcome: 'pending', reasonCode: 'examined-further' }, { id: 'hubspot' }],
    });
  });
});

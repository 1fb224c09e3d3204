// Staff adopt a disputed or possible record. The tests check what its system then returns, and what the package
// contains.
import { randomUUID } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { searchOf } from '#domain/case/state.ts';
import { nextStep, searchesDue } from '#domain/case/waits.ts';
import type { Identifier } from '#domain/identifiers/identifier.ts';
import { decide, itemOf, items, records, reviewed, send, type Case } from '../reviewed-case.ts';
import { contact } from '../rig.ts';
import { bos, onOneRig, system, textOfAll, type Row } from '../searched-case.ts';

onOneRig();

const mine: Row = { id: '1', email: contact, name: 'Åsa Berg' };
/** Somebody else's card with the address of the person, so it is disputed. */
const shared: Row = { id: '8', bill: contact, number: bos, name: 'Företaget AB', documents: ['Avtal'] };
const note: Row = { resource: 'part', id: '81', partOf: '8', name: 'Zorns faktura', documents: ['Kvitto'] };
const alike: Row = { id: '3', email: 'asa.b@y.example', name: 'Å. Berg' };

const due = async (of: Case) => searchesDue(searchOf(await of.rig.state(of.caseId))!);
/** Makes the searches that are due, accepts the identifiers that the test names, and screens. */
async function searchedAgain(of: Case, accepts?: (identifier: Identifier) => boolean): Promise<void> {
  await of.searchAll(accepts);
  await of.screen();
}

describe('A disputed record that staff adopt', () => {
  const crm = () => system('hubspot', [[mine, shared], [note]], { asksForParts: true });

  it('is in the answer with its part and both documents, and only its system is searched again', async () => {
    const of = await reviewed([crm(), system('fortnox', [[{ id: '7', email: contact }]])]);
    expect(await records(of)).toEqual(['1 own open', '7 own open', '8 disputed open']);
    await decide(of, { '1': 'release', '7': 'release', '8': 'adopt' });
    expect(await due(of)).toEqual([{ system: 'hubspot', wave: 2 }]);
    expect(nextStep(await of.rig.state(of.caseId))).toBe('search');
    await searchedAgain(of, () => false);
    // What nobody has seen is open. Earlier decisions stay. The document of the record was stored before.
    expect(await records(of)).toEqual(['1 own', '7 own', '8 adopted', '81 part open']);
    await decide(of, { '81': 'release' });
    const text = textOfAll(await of.release());
    for (const held of ['Företaget AB', 'Zorns faktura', 'content of Avtal', 'content of Kvitto'])
      expect(text).toContain(held);
  });

  it('is removed from the answer with everything that came with it if the adoption is undone', async () => {
    const of = await reviewed([crm()]);
    const before = await items(of);
    const adoption = await decide(of, { '1': 'release', '8': 'adopt' });
    await searchedAgain(of, () => false);
    expect(await records(of)).toHaveLength(3);
    await send(of, { commandId: randomUUID(), undo: adoption });
    expect(await due(of)).toEqual([]);
    await of.screen();
    expect(await items(of)).toMatchObject(before.map(({ id, version, tie }) => ({ id, version, tie, open: true })));
    await decide(of, { '1': 'release', '8': 'reject' });
    const text = textOfAll(await of.release());
    for (const gone of ['Företaget AB', 'Zorns faktura', 'content of', 'Kvitto', bos]) expect(text).not.toContain(gone);
  });

  it('is not named in the log by any value of the vendor', async () => {
    const of = await reviewed([system('hubspot', [[mine, { ...shared, id: 'bolag@x.example' }]])]);
    await decide(of, { 'bolag@x.example': 'adopt' });
    await searchedAgain(of, () => false);
    expect([...(await of.rig.casework.log.read(of.caseId))].join()).not.toMatch(/bolag|Företaget/);
  });
});

describe('A possible record that staff adopt', () => {
  it('needs no further decision if nothing came with it, and several in one request cause one search', async () => {
    const of = await reviewed([system('hubspot', [[mine, alike, { id: '4', name: 'Åsa B' }]])]);
    await decide(of, { '1': 'release', '3': 'adopt', '4': 'adopt' });
    expect(await due(of)).toEqual([{ system: 'hubspot', wave: 2 }]);
    await searchedAgain(of, () => false);
    expect(await records(of)).toEqual(['1 own', '3 adopted', '4 adopted']);
    const text = textOfAll(await of.release());
    expect(text).toContain('Å. Berg');
    expect(text).toContain('Åsa B');
  });

  it('is open again with the documents that nobody has seen, and so are its parts', async () => {
    const part: Row = { ...note, partOf: '3' };
    const of = await reviewed([
      system('hubspot', [[part], [mine, { ...alike, documents: ['Avtal'] }]], { asksForParts: true }),
    ]);
    expect(await itemOf(of, '3')).toMatchObject({ documents: [], missing: [{ title: 'Avtal', reason: null }] });
    const adoption = await decide(of, { '1': 'release', '3': 'adopt' });
    await searchedAgain(of, () => false);
    expect(await records(of)).toEqual(['1 own', '3 adopted open', '81 part open']);
    await decide(of, { '3': 'release', '81': 'release' });
    await send(of, { commandId: randomUUID(), undo: adoption });
    await of.screen();
    // The release of the adopted record does not count for the record that is only possible again.
    expect(await records(of)).toEqual(['1 own open', '3 possible open']);
    await decide(of, { '1': 'release', '3': 'adopt' });
    await searchedAgain(of, () => false);
    expect(await records(of)).toEqual(['1 own', '3 adopted', '81 part']);
    const text = textOfAll(await of.release());
    for (const held of ['Å. Berg', 'Zorns faktura', 'content of Avtal', 'content of Kvitto'])
      expect(text).toContain(held);
  });

  it('teaches no identifier by itself: staff decide on each', async () => {
    const of = await reviewed([system('hubspot', [[mine, alike]])]);
    await decide(of, { '1': 'release', '3': 'adopt' });
    await of.searchAll();
    const { learned } = searchOf(await of.rig.state(of.caseId))!;
    expect(learned.map(({ identifier: { kind }, decision, disputed }) => [kind, decision, disputed])).toEqual([
      ['email', null, false],
    ]);
  });

  it('is open again if its system does not return it again, after each repeated search', async () => {
    const of = await reviewed([system('hubspot', (search) => [search === 1 ? [mine, alike] : [mine]])]);
    await decide(of, { '1': 'release', '3': 'adopt' });
    await searchedAgain(of, () => false);
    expect(await itemOf(of, '3')).toMatchObject({ open: true, notGivenAgain: true, tie: { how: 'possible' } });
    await decide(of, { '3': 'adopt' });
    await searchedAgain(of, () => false);
    expect(await itemOf(of, '3')).toMatchObject({ open: true, notGivenAgain: true });
    await decide(of, { '3': 'reject' });
    expect(await records(of)).toEqual(['1 own', '3 possible']);
    expect(textOfAll(await of.release())).not.toContain('Å. Berg');
  });

  it('is open again if its system cannot be searched, and the case continues', async () => {
    let searches = 0;
    const of = await reviewed([
      system('hubspot', () => {
        searches += 1;
        return [[mine, alike]];
      }),
    ]);
    expect(searches).toBe(1);
    await decide(of, { '1': 'release', '3': 'adopt' });
    await of.command({
      type: 'answer-search',
      system: 'hubspot',
      wave: 2,
      learned: [],
      result: 'failed',
      records: 0,
      files: 0,
      possible: 0,
      reason: 'unavailable',
    });
    await of.screen();
    expect(await itemOf(of, '3')).toMatchObject({ open: true, notGivenAgain: true });
  });
});

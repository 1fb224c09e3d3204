// Staff are told of delivered records that no longer count as the person's.
import { describe, expect, it } from 'vitest';
import { textOf } from '#test/answer/unpack.ts';
import { contact, start } from '../rig.ts';
import { asas, bos, caseOf, onOneRig, system } from '../searched-case.ts';

onOneRig();

describe('A delivered record that no longer counts as the person\u2019s', () => {
  it('is told to staff once, after an identifier in it is rejected', async () => {
    const only = system('fortnox', [[{ id: '777', email: contact, customer: '777', number: bos }]]);
    const { search, answer, next, decide, alerts, letters } = await caseOf([only]);
    await search(only);
    expect(textOf(await answer(1), 'systems/fortnox/card.json')).toContain(bos);
    await next(2);
    expect(await alerts()).toEqual([]);
    await decide(({ kind }) => (kind === 'personnummer' ? false : undefined));
    await next(2);
    await next(2);
    expect(await alerts()).toEqual(['delivered-not-theirs/1/fortnox/1']);
    expect((await letters()).filter((letter) => letter.startsWith('STAFF/'))).toEqual([
      'STAFF/delivered-not-theirs/1/fortnox/1',
    ]);
  });

  it('is not told once the answer was taken back', async () => {
    const only = system('fortnox', [[{ id: '777', email: contact, customer: '777', number: bos }]]);
    const { search, answer, next, decide, alerts, command } = await caseOf([only]);
    await search(only);
    await answer(1);
    await command({ type: 'record-breach', awareAt: start, round: 1, text: 't' });
    await decide(({ kind }) => (kind === 'personnummer' ? false : undefined));
    await next(2);
    expect((await alerts()).filter((key) => key.startsWith('delivered-not-theirs'))).toEqual([]);
  });

  it('is told if the record of another system that answers later contradicts it', async () => {
    const early = system('fortnox', [[{ id: '1', email: contact, number: bos }]]);
    const late = system('hubspot', [[{ id: '3', email: contact, number: asas }]], { failsFirst: true });
    const { search, answer, next, decide, alerts, command } = await caseOf([early, late]);
    await search(early);
    await search(late);
    await answer(1);
    await command({ type: 'retry-system', system: 'hubspot' });
    await search(late);
    await decide(({ value }) => (value === bos ? false : undefined));
    await next(2);
    expect(await alerts()).toEqual(['delivered-not-theirs/1/fortnox/1']);
  });
});

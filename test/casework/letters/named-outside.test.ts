import { expect, it } from 'vitest';
import { agreed, at, give, openIn } from '../desk.ts';
import { Office } from '../office.ts';

it('A mail contains the code of its letter, as before, and its name', async () => {
  const office = new Office();
  const caseId = await openIn(office);
  const [first] = office.sent.filter(({ headers }) => headers['X-Utdrag-Case'] === caseId);
  expect(first?.headers).toMatchObject({ 'X-Utdrag-Letter': 'M1', 'X-Utdrag-Letter-Name': 'acknowledgement' });
});

it('The sending of a letter is one command, with the id that it had before letters had names', async () => {
  const office = new Office();
  const caseId = await openIn(office);
  const { seen } = (await office.state(caseId)).common;
  expect([...seen].filter((id) => id.startsWith('letter/M1/'))).toEqual([
    expect.stringMatching(/^letter\/M1\/intend\/./),
    'letter/M1/sent/1',
  ]);
});

it.each(['M30', 'by-post'])('A letter is recorded as posted by its code and by its name (%s)', async (letter) => {
  const office = new Office();
  const caseId = await openIn(office);
  const address = ['Åsa Berg', 'Exempelgatan 2', '111 22 Stockholm'];
  await agreed(office, caseId, { type: 'move-to-post', address, reason: 'wish', registered: true });
  expect(await give(office, caseId, { type: 'record-posted', letter: 'M31' }, at(1))).toMatch(/^out-of-order/);
  expect(await give(office, caseId, { type: 'record-posted', letter }, at(1))).toBe('ok');
  expect((await office.state(caseId)).common.letters.get('by-post')?.sentAt).not.toBeNull();
});

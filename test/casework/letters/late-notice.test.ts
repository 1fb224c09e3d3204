import { describe, expect, it } from 'vitest';
import { commitCommand } from '#casework/commit/commit-command.ts';
import { settle } from '#casework/commit/settle.ts';
import type { Settling } from '#casework/commit/casework.ts';
import { withFaults } from '#test/support/memory-stores/faults.ts';
import { openIn } from '../desk.ts';
import { unfollowed } from '../followed.ts';
import { Office, staff } from '../office.ts';

/** A case whose extension staff decide on its last day, while the mail service fails. Returns that day. */
async function extending(): Promise<[Office, string, string]> {
  const office = new Office();
  const caseId = await openIn(office);
  const { due } = (await office.state(caseId)).common;
  const alone = { ...office.casework, log: unfollowed(office.casework.log) };
  const down: Settling = { ...withFaults(alone, { call: 'post.send' }), report: () => undefined };
  const command = { type: 'extend', category: 'complexity', text: 'words' } as const;
  const at = `${due}T20:00:00.000Z`;
  await commitCommand(down, caseId, { commandId: 'extend', by: staff('erik'), command }, at);
  await settle(down, caseId, at);
  return [office, caseId, due];
}

describe('The notice of an extension, sent by a step that began on the last day', () => {
  it('extends the period if it is sent on that day, counted from the sending', async () => {
    const [office, caseId, due] = await extending();
    const sent = `${due}T21:40:00.000Z`;
    await settle({ ...office.casework, now: () => sent }, caseId, `${due}T21:30:00.000Z`);
    const state = await office.state(caseId);
    expect(state.common.extended).toBe(true);
    expect(state.common.letters.get('extension/1')?.sentAt).toBe(sent);
  });

  it('is not sent the next morning by the same step, and nothing is extended (Art. 12(3))', async () => {
    const [office, caseId, due] = await extending();
    const morning = new Date(Date.parse(`${due}T21:30:00.000Z`) + 10 * 60 * 60_000).toISOString();
    await settle({ ...office.casework, now: () => morning }, caseId, `${due}T21:30:00.000Z`);
    expect(await office.state(caseId)).toMatchObject({ common: { extended: false, due } });
    expect(office.letters(caseId).filter((letter) => letter.startsWith('M4/'))).toEqual([]);
  });

  it('uses the time that is passed to it if the clock was moved ahead of the machine’s clock', async () => {
    const [office, caseId, due] = await extending();
    const given = `${due}T21:30:00.000Z`;
    await settle({ ...office.casework, now: () => '2020-01-01T00:00:00.000Z' }, caseId, given);
    expect((await office.state(caseId)).common.letters.get('extension/1')?.sentAt).toBe(given);
  });
});

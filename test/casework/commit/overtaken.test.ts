import { expect, it } from 'vitest';
import { commitCommand } from '#casework/commit/commit-command.ts';
import { sendLetter } from '#casework/letters/send-letter.ts';
import { readCommit } from '#domain/case/log/commit.ts';
import { conflicts, withFaults } from '#test/support/memory-stores/faults.ts';
import { at, openIn } from '../desk.ts';
import { unfollowed } from '../followed.ts';
import { Office } from '../office.ts';

it('A commit that another process overtakes is decided and dated by the time of its next attempt', async () => {
  const office = new Office();
  const caseId = await openIn(office);
  const overtaken = (times: number) => ({ ...withFaults(office.casework, conflicts(times)), now: () => at(33) });
  const by = { kind: 'staff', id: 'erik' } as const;
  const extend = { type: 'extend', category: 'number', text: 't' } as const;
  // The command was in time when it was given, and too late when it could be written (Art. 12(3)).
  const extending = { commandId: 'extend', by, command: extend } as const;
  expect(await commitCommand(overtaken(2), caseId, extending, at(30))).toMatchObject({
    ok: false,
    rule: 'notice-too-late',
  });
  const note = { type: 'note', text: 't' } as const;
  expect(await commitCommand(overtaken(1), caseId, { commandId: 'note', by, command: note }, at(30))).toMatchObject({
    ok: true,
  });
  expect(readCommit(office.commits.get(caseId)?.at(-1) ?? '').events).toMatchObject([
    { type: 'note-added', at: at(33) },
  ]);
});

it('A letter whose sending began in time is not sent if it would be handed over too late', async () => {
  const office = new Office();
  const caseId = await openIn(office);
  const by = { kind: 'staff', id: 'erik' } as const;
  const extend = { type: 'extend', category: 'number', text: 't' } as const;
  const alone = { ...office.casework, log: unfollowed(office.casework.log) };
  expect(await commitCommand(alone, caseId, { commandId: 'e', by, command: extend }, at(2))).toMatchObject({
    ok: true,
  });
  const letter = { letter: { kind: 'extension', n: 1 }, to: 'person' } as const;
  await sendLetter({ ...alone, now: () => at(40) }, caseId, letter, at(30));
  expect((await office.state(caseId)).common.letters.has('extension/1')).toBe(false);
});

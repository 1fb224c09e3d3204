import { expect, it } from 'vitest';
import { commitCommand } from '#casework/commit/commit-command.ts';
import { sendLetter } from '#casework/letters/send-letter.ts';
import { readCommit } from '#domain/case/log/commit.ts';
import { at, openIn } from '../desk.ts';
import { Office } from '../office.ts';

it('A commit that was overtaken is decided and dated by the time at which it is tried again', async () => {
  const office = new Office();
  const caseId = await openIn(office);
  const { log } = office.casework;
  let conflicts = 2;
  const overtaken = {
    ...office.casework,
    log: {
      ...log,
      append: async (...input: Parameters<typeof log.append>) =>
        (conflicts -= 1) >= 0 ? ('conflict' as const) : await log.append(...input),
    },
    now: () => at(33),
  };
  const by = { kind: 'staff', id: 'erik' } as const;
  const extend = { type: 'extend', category: 'number', text: 't' } as const;
  // In time when it was given, and too late when it could be written (Art. 12(3)).
  expect(await commitCommand(overtaken, caseId, { commandId: 'extend', by, command: extend }, at(30))).toMatchObject({
    ok: false,
    rule: 'notice-too-late',
  });
  conflicts = 1;
  const note = { type: 'note', text: 't' } as const;
  expect(await commitCommand(overtaken, caseId, { commandId: 'note', by, command: note }, at(30))).toMatchObject({
    ok: true,
  });
  expect(readCommit(office.commits.get(caseId)?.at(-1) ?? '').events).toMatchObject([
    { type: 'note-added', at: at(33) },
  ]);
});

it('A letter that is begun in time and handed over too late is not sent: it goes by the time at which it goes', async () => {
  const office = new Office();
  const caseId = await openIn(office);
  const by = { kind: 'staff', id: 'erik' } as const;
  const extend = { type: 'extend', category: 'number', text: 't' } as const;
  expect(await commitCommand(office.casework, caseId, { commandId: 'e', by, command: extend }, at(2))).toMatchObject({
    ok: true,
  });
  const letter = { letter: { kind: 'extension', n: 1 }, to: 'person' } as const;
  await sendLetter({ ...office.casework, now: () => at(40) }, caseId, letter, at(30));
  expect((await office.state(caseId)).common.letters.has('extension/1')).toBe(false);
});

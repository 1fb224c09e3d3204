import { codedId } from '#domain/case/letters/coded-letter.ts';
import { codeOf, owedLetters } from '#domain/case/letters/letters.ts';
import { describe, expect, it } from 'vitest';
import { sendCode } from '#casework/subject/subject-actions.ts';
import { readViews } from '#domain/review/views.ts';
import { letter } from '#handlers/staff-api/letter.ts';
import type { Member } from '#handlers/staff/member.ts';
import { withFaults } from '#test/support/memory-stores/faults.ts';
import { agreed, openIn } from '../../casework/desk.ts';
import { now, Office } from '../../casework/office.ts';

const erik: Member = { id: 'erik', roles: new Set(['case-worker']), email: undefined };
const address = ['Åsa Berg', 'Exempelgatan 2', '111 22 Stockholm'];

/** A case that owes its letters and a code, as when the mail service does not respond. */
async function withCode(post: boolean): Promise<{ office: Office; caseId: string; code: string }> {
  const office = new Office();
  const { post: unreachable } = withFaults(office.casework, { call: 'post.send' });
  Object.assign(office.casework, { post: unreachable, report: () => undefined });
  const caseId = await openIn(office);
  if (post) await agreed(office, caseId, { type: 'move-to-post', address, reason: 'wish', registered: true });
  await sendCode(office.casework, caseId, 'identity', now);
  const challenge = (await office.state(caseId)).common.challenges.at(-1)?.id ?? '';
  return { office, caseId, code: office.casework.keys.oneTimeCode(caseId, challenge) };
}

async function printed({ office, caseId }: { office: Office; caseId: string }, code = 'M23') {
  const owed = owedLetters(await office.state(caseId), now).find(({ letter: { kind } }) => codeOf(kind) === code);
  if (owed === undefined) throw new Error(`no ${code} is owed`);
  return await letter(office.casework, office, erik, caseId, codedId(owed.letter), now);
}

describe('A letter that staff print', () => {
  it('is one that goes by post, with its code and the address that it is sent to', async () => {
    const case_ = await withCode(true);
    const { statusCode, body = '' } = await printed(case_);
    expect(statusCode).toBe(200);
    expect(body.replaceAll(/\D/g, '')).toContain(case_.code);
    for (const line of address) expect(body).toContain(line);
    // It shows the address and the code, so the view is recorded.
    expect(readViews(await case_.office.views.read(case_.caseId))).toMatchObject([
      { by: 'erik', seen: { kind: 'printed-letter', letter: 'M23/identity-1' } },
    ]);
  });

  it('is found by its name as well as by its code', async () => {
    const { office, caseId } = await withCode(true);
    const challenge = (await office.state(caseId)).common.challenges.at(-1)?.id ?? '';
    for (const id of [`M23/${challenge}`, `one-time-code/${challenge}`])
      expect((await letter(office.casework, office, erik, caseId, id, now)).statusCode).toBe(200);
    for (const id of ['M31', 'refusal', 'one-time-code'])
      expect((await letter(office.casework, office, erik, caseId, id, now)).statusCode).toBe(404);
  });

  it.each(['M1', 'M23'])(
    'is none that is mailed (%s): its link and its code are only for the reader of the mailbox',
    async (code) => {
      const case_ = await withCode(false);
      const { statusCode, body = '' } = await printed(case_, code);
      expect(statusCode).toBe(404);
      expect(await case_.office.views.read(case_.caseId)).toEqual([]);
      expect(body).not.toMatch(new RegExp(`${case_.code}|key=`));
    },
  );
});

// What the function logs about refused commands.
import { randomUUID } from 'node:crypto';
import type { APIGatewayProxyEventV2WithJWTAuthorizer } from 'aws-lambda';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { logger } from '#handlers/log.ts';
import { command } from '#handlers/staff-api/command.ts';
import type { Member } from '#handlers/staff/member.ts';
import type { StaffMeans } from '#casework/staff/staff-means.ts';
import { openIn } from '../../casework/desk.ts';
import { now, Office } from '../../casework/office.ts';

const caseWorker: Member = { id: 'erik', roles: new Set(['case-worker']), email: undefined };
const approver: Member = { id: 'karin', roles: new Set(['approver']), email: undefined };
const words = 'asa.berg@example.org has moved to Exempelgatan 2';

afterEach(() => vi.restoreAllMocks());

/** The status and the log lines of one command. */
async function given(member: Member, body: Record<string, unknown>, path?: string) {
  const lines: unknown[] = [];
  vi.spyOn(logger, 'info').mockImplementation(
    (...[message, details]) => void lines.push({ message, ...Object(details) }),
  );
  const office = new Office();
  const caseId = await openIn(office);
  const { seq } = (await office.state(caseId)).common;
  const event = {
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ commandId: randomUUID(), expectedSeq: seq, ...body }),
  } as unknown as APIGatewayProxyEventV2WithJWTAuthorizer;
  const answer = await command(office.casework, {} as StaffMeans, member, path ?? caseId, event, now);
  return { caseId, status: answer.statusCode, lines };
}

const message = 'a command was refused';

describe('The log of the staff API', () => {
  it('says who sent which command, and the rule that refused it', async () => {
    const early = await given(caseWorker, { type: 'approve-search' });
    expect(early.status).toBe(409);
    expect(early.lines).toEqual([
      {
        message,
        caseId: early.caseId,
        by: 'erik',
        command: 'approve-search',
        rule: expect.stringMatching(/^[a-z-]+$/),
      },
    ]);
  });

  it('says so if the role is missing, if the case has changed, and if the case does not exist', async () => {
    const role = await given(caseWorker, { type: 'release', round: 1, sheet: '0'.repeat(64), preview: '0'.repeat(64) });
    expect(role.lines).toEqual([{ message, caseId: role.caseId, by: 'erik', command: 'release', rule: 'forbidden' }]);
    const old = await given(approver, { type: 'extend', category: 'complexity', reason: words, expectedSeq: 999 });
    expect(old.lines).toEqual([{ message, caseId: old.caseId, by: 'karin', command: 'extend', rule: 'case-moved-on' }]);
    const gone = await given(caseWorker, { type: 'note', text: words }, '0000-0000-0000-0000');
    expect(gone.lines).toEqual([
      { message, caseId: '0000-0000-0000-0000', by: 'erik', command: 'note', rule: 'not-found' },
    ]);
  });

  it('contains no word of the command, nor anything else that was sent', async () => {
    const sent: Record<string, unknown>[] = [
      { type: 'extend', category: 'complexity', reason: words, expectedSeq: 999 },
      { type: words },
      { type: 'note', text: words, [words]: words },
    ];
    for (const body of sent) {
      const { status, lines } = await given(approver, body, body['text'] === undefined ? undefined : words);
      expect(status).toBeGreaterThanOrEqual(400);
      expect(lines).toHaveLength(1);
      expect(JSON.stringify(lines)).not.toMatch(/asa\.berg|Exempelgatan/);
    }
  });

  it('has no such line for a command that was carried out', async () => {
    const noted = await given(caseWorker, { type: 'note', text: words });
    expect([noted.status, noted.lines]).toEqual([200, []]);
  });
});

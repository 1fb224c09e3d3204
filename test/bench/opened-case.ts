// A case that was searched and waits for staff.
import { randomBytes, randomUUID } from 'node:crypto';
import { commitCommand } from '#casework/commit/commit-command.ts';
import { checkRequest, openRequest } from '#casework/intake/open-request.ts';
import type { Command } from '#domain/case/command.ts';
import type { OpenedCase } from '#domain/case/state.ts';
import { sha256 } from '#domain/canonical/canonical.ts';
import type { StaffApi } from './staff-api.ts';

/** A case with ten commits. Staff can decide on `count` learned identifiers, named `learned-0` and so on. */
export async function openCase(
  { casework, organisation, hash }: StaffApi,
  identifiers: number,
  result: 'found' | 'nothing-held' = 'found',
): Promise<string> {
  const now = new Date().toISOString();
  const contact = { kind: 'email' as const, value: `${randomUUID()}@example.org` };
  const request = {
    controller: 'nordvik',
    rights: ['access' as const],
    language: 'sv' as const,
    identifiers: [contact],
  };
  const checked = checkRequest(organisation, request, now);
  if (!checked.ok) throw new Error('the request of the bench is not right');
  const of = { channel: 'api', receivedAt: now, route: 'bench', idempotencyKey: randomUUID(), hold: null } as const;
  const opened = await openRequest(casework, hash, checked.checked, of, randomBytes(32).toString('hex'), now);
  if (!opened.ok) throw new Error(opened.code);
  const { caseId } = opened;
  const systems = [{ id: 'hubspot', mode: 'automatic', level: 'contact-point', special: false }] as const;
  const learned = Array.from({ length: identifiers }, (_, index) => ({
    kind: 'email' as const,
    hash: sha256(`learned-${index}`),
    weight: 'own' as const,
    disputed: false,
  }));
  const found = { result, records: result === 'found' ? 1 : 0, files: 0, possible: 0 } as const;
  const commands: readonly Command[] = [
    { type: 'plan-search', systems },
    { type: 'approve-search' },
    { type: 'start-searches', searches: [{ system: 'hubspot', wave: 1 }] },
    { type: 'answer-search', system: 'hubspot', wave: 1, learned, ...found },
  ];
  const give = async (command: Command): Promise<OpenedCase> => {
    const by = { kind: 'workflow', id: 'bench' } as const;
    const acted = await commitCommand(
      casework,
      caseId,
      { commandId: randomUUID(), by, command },
      new Date().toISOString(),
    );
    if (!acted.ok) throw new Error(`${command.type}: ${acted.code}`);
    return acted.state;
  };
  const { common } = await give({ type: 'issue-code', purpose: 'identity' });
  await give({ type: 'count-try', purpose: 'identity' });
  await give({ type: 'prove-identity', challenge: common.challenges.at(-1)?.id ?? '' });
  for (const command of commands) await give(command);
  return caseId;
}

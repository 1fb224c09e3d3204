import { codeTarget } from '#domain/case/code-rules.ts';
import { refuse } from '#domain/case/refusals/refuse.ts';
import type { Actor, Purpose } from '#domain/case/vocabulary.ts';
import { act } from './act.ts';
import type { Casework } from './casework.ts';
import { contactOf } from './contact-of.ts';
import { loadCase, type Acted } from './commit-command.ts';

/**
 * Sends a code for the purpose, within what one address gets in a day over all its cases: nobody's mailbox is flooded,
 * and opening many cases buys no more guesses.
 */
export async function issueCode(
  casework: Casework,
  caseId: string,
  asked: { readonly commandId: string; readonly by: Actor; readonly purpose: Purpose },
  now: string,
): Promise<Acted> {
  const { commandId, by, purpose } = asked;
  const { state, head } = await loadCase(casework, caseId);
  // The same asking again takes nothing from the day's codes.
  if (state.status !== 'absent' && state.seen.has(commandId)) return { ok: true, state, head };
  const profile = await casework.profiles.get(caseId);
  const most = casework.organisation.policy.codesPerAddressAndDay;
  const target = state.status === 'absent' ? undefined : codeTarget(state, purpose, now);
  const address = profile === undefined || target === undefined ? profile?.contact : contactOf(profile, target.hash);
  if (address !== undefined && !(await casework.codes.take(casework.keys.personHash(address), now, most))) {
    return refuse('codes-of-the-address-sent');
  }
  return await act(casework, caseId, { commandId, by, command: { type: 'issue-code', purpose } }, now);
}

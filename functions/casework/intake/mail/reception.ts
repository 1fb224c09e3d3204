import type { Why } from '#domain/mail/why.ts';
import type { Casework } from '../../commit/casework.ts';
import { loadCase } from '../../commit/commit-command.ts';
import { raiseAtOnce } from './raise.ts';
import type { ReceivedMail } from './receive-mail.ts';

/** The route of a mail, from which the number of its case is derived (`CaseKeys.caseId`). */
export const emailRoute = 'email';

/** The result for one mail. */
export interface Reception {
  readonly outcome: 'opened' | 'held' | 'attached' | 'no-request';
  /** The case that the mail opened, or to which it was added. */
  readonly caseId?: string;
  readonly why: Why | 'received-before';
  /**
   * Whether the caller destroys the raw mail. The caller destroys a mail if it is infected, a bounce report or a copy
   * of our own letter. The caller also destroys a mail that was added to a case whose data are erased, unless another
   * case lists it.
   */
  readonly mail: 'keep' | 'destroy';
}

/**
 * The result for a mail that has opened a case before; `undefined` if the mail has opened no case. The first delivery
 * may have failed before staff were told of everything in the mail, so `raiseAtOnce` is repeated.
 */
export async function receivedBefore(
  casework: Casework,
  { messageId, verdicts }: Pick<ReceivedMail, 'messageId' | 'verdicts'>,
  now: string,
): Promise<Reception | undefined> {
  const caseId = casework.keys.caseId(emailRoute, messageId);
  const { state } = await loadCase(casework, caseId);
  if (state === undefined) return undefined;
  const profile = await casework.profiles.get(caseId);
  if (profile !== undefined) await raiseAtOnce(casework, profile, now);
  const { hold } = state.common.facts;
  return {
    outcome: hold === null ? 'opened' : 'held',
    caseId,
    why: 'received-before',
    mail: verdicts.virus === 'FAIL' ? 'destroy' : 'keep',
  };
}

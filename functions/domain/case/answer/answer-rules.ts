import { availableUntil } from './availability.ts';
import { checkTried } from '../identity/code-rules.ts';
import type { AnswerCommand } from '../command.ts';
import { isConfirmed, notConfirmed } from '../contact/confirmed-contact.ts';
import { events, outOfOrder, type Decision, type Given } from '../decision.ts';
import { keyOf } from '../letters/letter.ts';
import { isPosted, owedLetter } from '../letters/owed-letters.ts';
import { lastPackage } from './packages.ts';
import { dayOfOver, isRefusedInWords } from '../decisions/part-refusals.ts';
import { refuse } from '../refusals/refuse.ts';
import { provesNobody, readByOthers } from '../contact/shared-contact.ts';
import type { OpenedCase } from '../state.ts';
import { suffices } from '../vocabulary.ts';

/** How long a letter that was intended is left to the process that intended it, before another sends it. */
export const letterLeaseMilliseconds = 20_000;

/**
 * How long a letter waits after attempt number `attempt`, from 1. It doubles: 20 s, 40 s, 80 s, up to about six hours, so
 * that a code is tried four times while it lives, and a letter that nobody takes does not fill the log.
 */
export function letterWait(attempt: number): number {
  return letterLeaseMilliseconds * 2 ** (Math.min(attempt, 11) - 1);
}

/** Minutes that a granted download address lives. */
export const downloadMinutes = 5;

/** Decides what goes out: the answer of a round, its downloads, every letter. */
export function decideAnswer(state: OpenedCase, given: Given<AnswerCommand>): Decision {
  const { command, first, second, now } = given;
  switch (command.type) {
    case 'screen': {
      if (state.status !== 'gathering' || state.round !== command.round) return outOfOrder(state);
      const { round, settled } = command;
      return events({ type: 'screened', ...second, round, settled });
    }
    case 'release': {
      if (state.status !== 'reviewing' || state.round !== command.round) return outOfOrder(state);
      if (state.mandate?.accepted === false) return refuse('mandate-not-accepted');
      const others = readByOthers(state);
      if (others !== undefined) return provesNobody(others);
      if (isRefusedInWords(state)) return refuse('refused-in-words-only');
      const until = dayOfOver(state, now);
      if (until !== undefined) return refuse('refusal-is-over', { until });
      return state.approvals.some(({ id }) => id === first.by.id)
        ? refuse('second-person-releases')
        : events({ type: 'release-approved', ...first, round: command.round });
    }
    case 'start-assembly':
      if (isRefusedInWords(state)) return refuse('refused-in-words-only');
      return state.status === 'released' && state.round === command.round
        ? events({ type: 'assembly-started', ...first, round: command.round })
        : outOfOrder(state);
    case 'record-assembly': {
      if (state.status !== 'assembling' || state.round !== command.round) return outOfOrder(state);
      const { type: _, attempt, ...assembled } = command;
      // A later decision has overtaken this package, and another one is being made.
      if (attempt !== lastPackage(state)?.attempt) return outOfOrder(state);
      const planned = new Map(state.snapshot.systems.map((system) => [system.id, system]));
      if (assembled.systems.some(({ id }) => !planned.has(id))) return refuse('system-outside-plan');
      const { level } = state.snapshot;
      const full = assembled.systems.filter(({ records, files }) => records + files > 0);
      if (full.some(({ id }) => !suffices(level, planned.get(id)?.level ?? 'strong')))
        return refuse('answer-needs-stronger-proof');
      return events({ type: 'assembled', ...first, ...assembled });
    }
    case 'deliver':
      if (isRefusedInWords(state)) return refuse('refused-in-words-only');
      return state.status === 'assembled' && state.round === command.round
        ? events({ type: 'delivered', ...second, round: command.round, days: command.days })
        : outOfOrder(state);
    case 'grant-download':
      return grantDownload(state, { ...given, command });
    case 'intend-letter':
      return intendLetter(state, { ...given, command });
    case 'record-letter': {
      const { letter, attempt } = command;
      const kept = state.letters.get(keyOf(letter));
      if (kept === undefined) return outOfOrder(state);
      if (kept.sentAt !== null) return events();
      return events({ type: 'letter-sent', ...second, letter, attempt });
    }
    case 'record-failed-letter': {
      const { letter, attempt } = command;
      const kept = state.letters.get(keyOf(letter));
      if (kept === undefined) return outOfOrder(state);
      // Another process has taken it over, or has sent it: what became of this attempt tells nothing any more.
      if (kept.sentAt !== null || kept.attempt !== attempt) return events();
      return events({ type: 'letter-failed', ...second, letter, attempt });
    }
    case 'record-posted': {
      const { letter } = command;
      const owed = owedLetter(state, letter, now);
      if (owed === undefined) return outOfOrder(state);
      if (!isPosted(state, owed, now)) return refuse('letter-goes-by-mail');
      if (state.circumstances.has('protected-identity')) return refuse('nothing-posted-to-protected');
      const attempt = (state.letters.get(keyOf(letter))?.attempt ?? 0) + 1;
      return events(
        { type: 'letter-intended', ...second, letter, attempt },
        { type: 'letter-sent', ...second, letter, attempt },
      );
    }
  }
}

function grantDownload(
  state: OpenedCase,
  given: Given<Extract<AnswerCommand, { readonly type: 'grant-download' }>>,
): Decision {
  const { command, first, now } = given;
  const delivery = state.deliveries.find(({ round }) => round === command.round);
  if (
    delivery === undefined ||
    delivery.revoked ||
    availableUntil(state, delivery, now) <= now ||
    state.purged ||
    state.undecided.size > 0
  )
    return refuse('nothing-to-fetch');
  const others = readByOthers(state);
  if (others !== undefined) return provesNobody(others);
  const tried = checkTried(state, command.challenge, 'download', now);
  if (!tried.ok) return refuse(tried.code);
  if (!isConfirmed(state, tried.challenge.to)) return notConfirmed;
  return events({
    type: 'download-granted',
    ...first,
    grant: command.challenge,
    round: command.round,
    expiresAt: new Date(Date.parse(now) + downloadMinutes * 60_000).toISOString(),
  });
}

function intendLetter(
  state: OpenedCase,
  given: Given<Extract<AnswerCommand, { readonly type: 'intend-letter' }>>,
): Decision {
  const { command, second, now } = given;
  const { letter } = command;
  const kept = state.letters.get(keyOf(letter));
  if (kept !== undefined && kept.sentAt !== null) return refuse('letter-sent');
  const leaseEnds =
    kept === undefined
      ? 0
      : Date.parse(kept.intendedAt) + (kept.failedAt === null ? letterLeaseMilliseconds : letterWait(kept.attempt));
  if (leaseEnds > Date.parse(now)) return refuse('letter-being-sent');
  if (owedLetter(state, letter, now) === undefined) return outOfOrder(state);
  return events({ type: 'letter-intended', ...second, letter, attempt: (kept?.attempt ?? 0) + 1 });
}

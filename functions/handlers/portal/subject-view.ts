import { subjectStatus } from '#casework/subject-actions.ts';
import { mayIssueCode, openChallenge } from '#domain/case/code-rules.ts';
import type { Challenge, OpenedCase } from '#domain/case/state.ts';
import { searchesDue } from '#domain/case/waits.ts';
import { daysBetween, localDate } from '#domain/clock/deadline.ts';
import type { Language } from '#domain/language.ts';
import type { Organisation } from '#domain/organisation/organisation.ts';
import type { CaseView, CodeState, Codes } from '#web/portal/view.ts';

/** What the page of a case shows at `now` (ISO 8601). */
export function subjectView(state: OpenedCase, organisation: Organisation, language: Language, now: string): CaseView {
  const status = subjectStatus(state, now);
  const { facts } = state;
  const { timeZone } = facts;
  const ended = status.status === 'refused' || status.status === 'closed';
  const delivered = status.status === 'ready' && status.pending.length === 0;
  return {
    reference: status.reference,
    status: status.status,
    controller: organisation.controllers.find(({ id }) => id === facts.controller)?.name ?? organisation.name,
    rights: facts.rights,
    timeZone,
    received: facts.receivedLocalDate,
    due: status.due,
    extended: status.extended,
    daysLeft: ended || delivered ? undefined : daysBetween(localDate(now, timeZone), status.due),
    machineWorks: status.status !== 'ready' && machineWorks(state),
    identity: codes(state, 'identity', now),
    download: codes(state, 'download', now),
    answers: state.purged
      ? []
      : status.answers
          .filter(({ availableUntil }) => availableUntil > now)
          .map(({ round, deliveredAt, availableUntil }) => ({
            round,
            delivered: localDate(deliveredAt, timeZone),
            until: localDate(availableUntil, timeZone),
          }))
          .reverse(),
    pending: status.pending.map(
      (system) => organisation.systems.find(({ id }) => id === system)?.title[language] ?? system,
    ),
  };
}

/** Whether the next thing to happen is a machine's: nobody is waited for. */
function machineWorks(state: OpenedCase): boolean {
  switch (state.status) {
    case 'planning':
    case 'released':
    case 'assembling':
    case 'assembled':
      return true;
    case 'gathering':
      return searchesDue(state).length > 0;
    case 'held':
    case 'identifying':
    case 'approving-search':
    case 'reviewing':
    case 'delivered':
    case 'refused':
    case 'closed':
      return false;
  }
}

function codes(state: OpenedCase, purpose: Challenge['purpose'], now: string): Codes {
  return { latest: latestCode(state, purpose, now), more: mayIssueCode(state, purpose, now) };
}

function latestCode(state: OpenedCase, purpose: Challenge['purpose'], now: string): CodeState {
  const open = openChallenge(state, purpose, now);
  if (open.ok) return { kind: 'open', sentAt: open.challenge.issuedAt, validUntil: open.challenge.expiresAt };
  switch (open.code) {
    case 'no-code':
      return { kind: 'none' };
    case 'code-expired':
      return { kind: 'over', why: 'expired' };
    case 'code-used':
      return { kind: 'over', why: 'used' };
    case 'too-many-tries':
      return { kind: 'over', why: 'too-many-tries' };
  }
}

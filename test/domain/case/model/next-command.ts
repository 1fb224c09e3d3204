import type { Command } from '#domain/case/command.ts';
import { isCalledUnsafe } from '#domain/case/contact/confirmed-contact.ts';
import { provenLevel } from '#domain/case/identity/proofs.ts';
import { lacksContact } from '#domain/case/lifecycle/hold-rules.ts';
import { isUndecided } from '#domain/case/search/learned-rules.ts';
import { isBlocked, outcomeOf } from '#domain/case/search/outcome.ts';
import { type CaseState, contactAt, hasEnded, type OpenedCase, type Search } from '#domain/case/state.ts';
import { type Actor, suffices } from '#domain/case/vocabulary.ts';
import { nextStep, searchesDue } from '#domain/case/waits.ts';
import { weights } from '#domain/identifiers/weight.ts';
import { commands, ref, staff, subject, workflow } from '../case-book.ts';
import { anyPlan, counts, identifiers, number, pick, systemIds, type Dice } from './choices.ts';

/** The colleagues who are never locked out, after those who may be. */
export const people = ['ada', 'bo', 'cy', 'dora'].map(staff);

export type Step = readonly [command: Command, by: Actor];

/** The correct next step. With `settled`, the one that brings the case to its end. */
export function nextCommand(state: CaseState, now: string, dice: Dice, settled = false): Step | undefined {
  const [a, b, c, d] = dice;
  if (state === undefined) return undefined;
  const first = hasEnded(state) ? undefined : decidedFirst(state, a);
  if (first !== undefined) return first;
  const { stage } = state;
  switch (stage.kind) {
    case 'refused':
    case 'closed':
      return undefined;
    case 'held':
      return outOfHold(state, now, a);
    case 'identifying':
      return proof(state, now, settled, b);
    case 'planning':
      return [anyPlan(a), workflow];
    case 'approving-search':
      return [{ type: 'approve-search' }, allowed(state, a)];
    case 'gathering':
      return gathering(state, stage.search, [a, b, c, d], settled);
    case 'reviewing': {
      if (readByOthers(state) && (settled || b % 2 === 0)) return proofOf(state, settled, b);
      if (state.common.mandate?.accepted === false)
        return [
          { type: 'record-mandate', kind: 'trustee', accepted: true, answerTo: 'representative' },
          allowed(state, a),
        ];
      const fresh = people.find(
        ({ id }) => !state.common.lockedOut.has(id) && stage.screening.approvals.every((one) => one.id !== id),
      );
      // The decisions of staff on records before the release, and their withdrawal.
      const delivered = new Set(
        stage.search.systems.flatMap(({ id, deliveredIn }) => (deliveredIn === null ? [] : [id])),
      );
      const decided = state.common.review.findLast(
        ({ undone, entries }) =>
          !undone &&
          entries.some((entry) => {
            switch (entry.do) {
              case 'release':
              case 'mask':
              case 'withhold':
                return !delivered.has(entry.system);
              default:
                return true;
            }
          }),
      );
      if (decided !== undefined && b % 4 === 1)
        return [{ type: 'undo-review', decision: decided.command }, allowed(state, a)];
      if (b % 6 === 0) {
        const on = { item: String(c % 5).repeat(32), version: '0'.repeat(16), system: 'crm' };
        const decision = `decision-${state.common.seq}`;
        const entry = { do: c % 3 === 0 ? 'adopt' : 'release', ...on } as const;
        return [{ type: 'decide-review', decision, entries: [entry] }, allowed(state, a)];
      }
      return [commands.release(stage.search.round), fresh ?? allowed(state, a)];
    }
    case 'released':
      return [{ type: 'start-assembly', round: stage.search.round }, workflow];
    case 'assembling':
      // The last look finds something in the package.
      if (!settled && c % 7 === 0) {
        const attempt = state.common.packages.at(-1)?.attempt ?? 1;
        return [{ type: 'stop-assembly', round: stage.search.round, attempt, paths: ['index.html'] }, workflow];
      }
      // A workflow that would put everything into the answer is stopped.
      return [
        commands.assembled(
          stage.search.round,
          !settled && d % 3 === 0 ? systemIds : mayLeave(stage.screening.snapshot),
          state.common.packages.at(-1)?.attempt,
        ),
        workflow,
      ];
    case 'assembled':
      return [commands.deliver(stage.search.round), workflow];
    case 'delivered':
      return [{ type: 'close' }, workflow];
  }
}

const eId: Command = { type: 'prove-with', method: 'e-id', identifier: number };
/** Ties a proof to the person, whatever was stated. */
const passport: Command = { type: 'prove-with', method: 'document-check', identifier: number, text: 'text-1' };

function proofOf(state: OpenedCase, settled: boolean, die: number): Step {
  return settled || die % 3 === 0 ? [passport, allowed(state, die)] : [eId, subject];
}

function allowed(state: OpenedCase, die: number): Actor {
  const open = people.filter(({ id }) => !state.common.lockedOut.has(id));
  return pick(open, die);
}

function readByOthers(state: OpenedCase): boolean {
  const { circumstances, proofs } = state.common;
  if ((provenLevel(state) ?? 'contact-point') !== 'contact-point') return false;
  if (proofs.length === 0) return circumstances.has('shared-mailbox') || circumstances.has('shared-phone');
  return circumstances.has(proofs[0]?.method === 'sms-code' ? 'shared-phone' : 'shared-mailbox');
}

/** What two people must decide before anything continues: who is protected, and where the answer is sent. */
function decidedFirst(state: OpenedCase, die: number): Step | undefined {
  const open = state.common.proposals.find(
    ({ state: standing, decision }) =>
      standing === 'open' &&
      (decision.kind === 'decide-circumstance'
        ? state.common.undecided.has(decision.circumstance)
        : decision.kind === 'change-contact' && state.stage.kind === 'held' && state.common.undecided.size === 0),
  );
  const second = people.find(({ id }) => id !== open?.by.id && !state.common.lockedOut.has(id));
  if (open !== undefined && second !== undefined) return [{ type: 'approve-proposal', proposal: open.id }, second];
  const [circumstance] = state.common.undecided;
  if (circumstance === undefined) return undefined;
  const contact = pick(['goes-on', 'called-back'] as const, die);
  return [
    { type: 'decide-circumstance', circumstance, applies: die % 3 > 0, text: 'text-1', contact },
    allowed(state, die),
  ];
}

function outOfHold(state: OpenedCase, now: string, die: number): Step {
  const person = allowed(state, die);
  if (!state.common.facts.rights.includes('access') || state.common.facts.matter !== 'request')
    return [{ type: 'end', ending: 'carried-out', text: 'text-1' }, person];
  if (state.common.facts.hold === 'mandate-unchecked' && state.common.mandate?.accepted !== true)
    return [
      { type: 'record-mandate', kind: 'trustee', accepted: true, answerTo: pick(['person', 'representative'], die) },
      person,
    ];
  if (
    (state.common.mandate?.answerTo === 'person' || lacksContact(state)) &&
    contactAt(state.common, now).hash === state.common.facts.contact.hash
  )
    return [{ type: 'change-contact', to: ref('the-person@example.org'), oldIsLost: false }, person];
  return [{ type: 'lift-hold' }, person];
}

function proof(state: OpenedCase, now: string, settled: boolean, die: number): Step {
  if (readByOthers(state) && (settled || die % 2 === 0)) return proofOf(state, settled, die);
  // No code is sent to a mailbox that was called unsafe, so the person comes to the desk.
  if (isCalledUnsafe(state.common, contactAt(state.common, now)))
    return [{ type: 'prove-with', method: 'document-check', identifier: number, text: 't' }, allowed(state, die)];
  const challenge = state.common.challenges.findLast(({ purpose }) => purpose === 'identity');
  const bySms =
    state.stage.kind === 'identifying' ? state.common.facts.claimed.find(({ kind }) => kind === 'phone') : undefined;
  if (challenge === undefined || challenge.used || challenge.expiresAt <= now)
    return die % 4 === 1 && bySms !== undefined && !state.common.circumstances.has('shared-phone')
      ? [{ type: 'issue-code', purpose: 'identity', number: bySms }, subject]
      : [{ type: 'issue-code', purpose: 'identity' }, workflow];
  if (challenge.tries === 0) return [{ type: 'count-try', purpose: 'identity' }, subject];
  return [{ type: 'prove-identity', challenge: challenge.id }, subject];
}

function mayLeave({ systems, level }: Pick<Search, 'systems' | 'level'>): string[] {
  return systems.filter((system) => suffices(level, system.level)).map(({ id }) => id);
}

function gathering(state: OpenedCase, search: Search, [a, b, c, d]: Dice, settled: boolean): Step {
  const step = nextStep(state);
  const person = allowed(state, a);
  if (step === 'close') return [{ type: 'close' }, workflow];
  if (step === 'screen') return [commands.screen(search.round), workflow];
  if (step === 'search' && (settled || a % 4 !== 0)) {
    const due = pick(searchesDue(search), a);
    const system = search.systems.find(({ id }) => id === due.system);
    if (search.wave < due.wave || system?.startedAt === null)
      return [{ type: 'start-searches', searches: [{ ...due }] }, workflow];
    const learned = settled
      ? []
      : identifiers
          .filter((_, index) => (d >> index) % 4 === 0)
          .map((one, index) => ({ ...one, weight: pick(weights, c + index), disputed: (c + index) % 5 === 0 }));
    return [{ type: 'answer-search', ...due, learned, ...(settled ? counts(0, 'found') : counts(c)) }, workflow];
  }
  const open = search.learned.find(isUndecided);
  if (open !== undefined && c % 3 === 0)
    return [
      {
        type: 'decide-identifiers',
        identifiers: search.learned.filter(isUndecided).map(({ identifier: { hash } }) => ({ identifier: hash })),
        accept: !settled && b % 2 === 0,
      },
      person,
    ];
  if (open !== undefined)
    return [{ type: 'decide-identifier', identifier: open.identifier.hash, accept: !settled && b % 2 === 0 }, person];
  const outcomes = search.systems.map((system) => ({ system, now: outcomeOf(system, search) }));
  const stopped = outcomes.find(
    (one) => isBlocked(one.system, search) && (one.now.outcome !== 'failed' || one.system.givenUp),
  );
  const pending = outcomes.find((one) => one.now.outcome === 'pending' && one.now.reason === 'manual-search');
  if (pending !== undefined && (settled || b % 3 !== 0))
    return [
      {
        type: 'record-manual-result',
        system: pending.system.id,
        ...(settled ? counts(0, 'found') : counts(c)),
        sealed: 'text-1',
      },
      person,
    ];
  const broken = outcomes.find((one) => one.now.outcome === 'failed' && !one.system.givenUp);
  if (broken !== undefined && (settled || b % 2 === 0))
    return d % 3 === 0
      ? [{ type: 'give-up-system', system: broken.system.id, text: 'text-1' }, person]
      : [{ type: 'retry-system', system: broken.system.id }, person];
  if (stopped !== undefined && (settled || c % 2 === 0)) return proofOf(state, settled, b);
  return [
    { type: 'reach-cut-off', round: search.round },
    { kind: 'clock', id: 'watch' },
  ];
}

import { keyOf } from '#domain/case/letters/letter-key.ts';
import assert from 'node:assert/strict';
import { extensionNotice } from '#domain/case/clock/clock-of.ts';
import { changesInForce } from '#domain/case/contact/contact-history.ts';
import type { CaseEvent } from '#domain/case/events.ts';
import { owedLetters } from '#domain/case/letters/letters.ts';
import { contactAt, hasEnded, searchOf, type CaseState, type OpenedCase } from '#domain/case/state.ts';
import type { Circumstance, HoldReason } from '#domain/case/vocabulary.ts';
import type { Method } from '#domain/identity-methods/methods.ts';
import { dateOf, height, type Model } from './model.ts';
import { checkEnd } from './state-promises.ts';

const proves: Readonly<Record<Method, number>> = {
  'email-code': 0,
  'sms-code': 0,
  login: 1,
  'e-id': 2,
  // The case if its address is the registered one.
  'letter-code': 2,
  'document-check': 2,
  override: 2,
};
const speaksAtOnce: readonly (HoldReason | null)[] = [
  null,
  'mandate-unchecked',
  'right-handled-by-staff',
  'attachment-not-opened',
];

const protective = new Set<Circumstance>(['child', 'guardian', 'protected-identity', 'threatened']);
const stopped = new Set<CaseEvent['type']>([
  'search-planned',
  'search-approved',
  'search-started',
  'identifier-decided',
  'screened',
  'release-approved',
  'assembly-started',
  'delivered',
  'download-granted',
  'moved-to-post',
  'contact-confirmed',
  'refused',
  'fee-announced',
  'hold-lifted',
  'redirected',
]);

/** Letters that contain the answer, announce it, or demand a fee. */
const stoppedLetters = new Set<string>(['fee', 'answer-ready', 'supplement-ready', 'by-post']);

/** Whether an event leads to the answer, or commits the controller to the person. */
function commits(event: CaseEvent): boolean {
  switch (event.type) {
    case 'letter-intended':
      return stoppedLetters.has(event.letter.kind);
    case 'case-closed':
      return event.ending !== 'withdrawn' && event.ending !== 'answered' && event.ending !== 'carried-out';
    case 'identity-proven':
      return event.method === 'override';
    case 'fee-answered':
      return event.answer === 'no-answer';
    default:
      return stopped.has(event.type);
  }
}

/**
 * Checks the events of one accepted command: each must be allowed after the events before. The model learns from it.
 */
export function watch(model: Model, before: CaseState, after: OpenedCase, events: readonly CaseEvent[]): void {
  for (const event of events) {
    assert.ok(event.at >= model.latest, 'an event that is dated before the one it follows');
    model.latest = event.at;
    if (event.by.kind === 'staff') assert.ok(!model.lockedOut.has(event.by.id), 'somebody who is locked out');
    see(model, event, before, after, events);
  }
}

function see(
  model: Model,
  event: CaseEvent,
  before: CaseState,
  after: OpenedCase,
  together: readonly CaseEvent[],
): void {
  const alone = model.opened?.rules.soleHandler === true || model.opened?.rules.secondPerson === 'never';
  // Where the answer is sent, if a member of staff says so: two people must decide it.
  const byTwo = (): void => {
    if (alone || event.by.kind !== 'staff') return;
    assert.ok(
      together.some(({ type }) => type === 'decision-approved'),
      'where the answer goes on one word',
    );
  };
  if (model.undecided.size > 0) assert.ok(!commits(event), `${event.type} before somebody was protected`);
  switch (event.type) {
    case 'case-opened':
      model.opened = event;
      model.silent = !speaksAtOnce.includes(event.hold);
      Object.assign(model, { due: event.due, receiptDue: event.due, extendedDue: event.extendedDue });
      return;
    case 'hold-lifted':
      model.silent = false;
      return;
    case 'receipt-corrected':
      assert.ok(event.receivedAt <= (model.opened?.at ?? ''));
      Object.assign(model, { receiptDue: event.due, extendedDue: event.extendedDue });
      model.noticeInTime = noticeSent(model);
      return;
    case 'staff-locked-out':
      model.lockedOut.add(event.staff);
      model.approvals.delete(event.staff);
      return;
    case 'staff-let-in':
      assert.ok(model.lockedOut.delete(event.staff), 'somebody who was not locked out is let in');
      return;
    case 'circumstance-marked':
      model.circumstances[event.present ? 'add' : 'delete'](event.circumstance);
      model.everMarked.add(event.circumstance);
      if (event.present && protective.has(event.circumstance)) model.undecided.add(event.circumstance);
      if (!event.present) {
        assert.ok(event.by.kind !== 'staff' || !model.undecided.has(event.circumstance), 'a mark taken away undecided');
        model.undecided.delete(event.circumstance);
      }
      model.writtenTo = contactAt(after.common, event.at).hash;
      return;
    case 'circumstance-decided':
      assert.ok(model.undecided.delete(event.circumstance), 'decided what was not open');
      if (!event.applies) model.circumstances.delete(event.circumstance);
      model.writtenTo = contactAt(after.common, event.at).hash;
      return;
    case 'code-issued': {
      const dayAgo = Date.parse(event.at) - 86_400_000;
      const lately = model.issued.filter(
        ({ purpose, at, by, challenge, expiresAt }) =>
          purpose === event.purpose &&
          // Codes that we send on our own do not count among those that the person requests, and the reverse.
          (by.kind === 'subject') === (event.by.kind === 'subject') &&
          Date.parse(at) > dayAgo &&
          at <= event.at &&
          // A code that expired before it was sent does not count among the codes of the day.
          (expiresAt > event.at || model.sent.has(`one-time-code/${challenge}`)),
      );
      assert.ok(lately.length < 5, 'a sixth code in a day');
      model.issued.push(event);
      model.via.set(event.challenge, event.via);
      assert.ok(event.to !== null);
      model.codeTo.set(event.challenge, event.to);
      if (event.purpose === 'download') assert.ok(isConfirmed(model, event.challenge), 'a code to an address unproven');
      // A person who proved the number and not the address gets the answer only by the number.
      if (event.purpose === 'download' && model.proofs[0]?.method === 'sms-code')
        assert.ok(event.registered || isShown(model, event.to.hash), 'a download code to what is not proven');
      if (event.registered) model.registered.add(event.challenge);
      return;
    }
    case 'code-tried': {
      const tries = (model.tries.get(event.challenge) ?? 0) + 1;
      assert.ok(tries <= 5, 'a sixth try');
      model.tries.set(event.challenge, tries);
      return;
    }
    case 'identity-proven':
      assert.equal(
        height[event.level],
        event.method === 'letter-code' && !model.registered.has(event.challenge ?? '') ? 0 : proves[event.method],
      );
      if (event.challenge !== null) useCode(model, event.challenge);
      // A letter may reach one person although a mailbox or a telephone reaches several.
      for (const [shared, via] of readBySeveral)
        if (event.challenge !== null && model.circumstances.has(shared))
          assert.notEqual(model.via.get(event.challenge), via);
      if (event.method === 'sms-code') {
        assert.equal(before?.stage.kind, 'identifying', 'a number that is not the first proof');
        assert.ok(
          model.opened?.claimed.some(({ hash }) => hash === event.identifier.hash),
          'a number nobody stated',
        );
      }
      if (event.method === 'override') assert.ok(together.some(({ type }) => type === 'decision-approved'));
      assert.ok(!model.silent, 'a proof of a sender that nobody has looked at');
      model.proofs.push(event);
      model.level = provenHeight(model);
      for (const [asking, about] of model.resting) if (about === 'identity') model.resting.delete(asking);
      return;
    case 'asked':
      assert.ok(!model.silent);
      if (event.suspends) model.resting.set(event.asking, event.about);
      return;
    case 'asking-answered':
      model.resting.delete(event.asking);
      return;
    case 'identifier-decided':
      if (event.accepted) model.accepted.add(event.identifier.hash);
      else model.accepted.delete(event.identifier.hash);
      for (const { identifier } of event.withdrawn ?? []) model.accepted.delete(identifier.hash);
      model.level = provenHeight(model);
      return;
    case 'moved-to-post':
      byTwo();
      assert.ok(!model.circumstances.has('protected-identity'));
      return;
    case 'search-planned':
      for (const system of event.systems) model.plan.set(system.id, system);
      return;
    case 'search-started':
      assert.ok(model.level >= 0, 'a search for somebody who has proven nothing');
      return;
    case 'system-answered':
      assert.doesNotMatch(JSON.stringify(event), /dataskydd|visselbl|penningtv/);
      return;
    case 'screened':
      model.approvals.clear();
      return;
    // What was approved before was another answer.
    case 'review-decided': {
      assert.equal(before?.stage.kind, 'reviewing');
      model.approvals.clear();
      const searched = searchOf(before)?.systems.filter(({ mode }) => mode === 'automatic') ?? [];
      const hasParts = event.entries.some((one) => one.do === 'reject' && one.parts === true);
      const isAdopted = event.entries.some((one) => one.do === 'adopt');
      const isWithdrawn = event.withdrawn !== undefined;
      const isMoved = isAdopted || hasParts || isWithdrawn;
      assert.equal(after.stage.kind, isMoved ? 'gathering' : 'reviewing', 'decided, and nothing follows');
      for (const one of event.entries)
        if (one.do === 'adopt' && searched.some(({ id }) => id === one.system))
          assert.ok(searchOf(after)?.adoptions.at(-1)?.systems.includes(one.system), 'adopted, and not searched again');
      return;
    }
    case 'review-undone':
      assert.match(before?.stage.kind ?? '', /^(reviewing|gathering)$/);
      model.approvals.clear();
      return;
    case 'assembly-stopped':
      assert.equal(after.stage.kind, 'reviewing', 'a package that must not be delivered');
      model.approvals.clear();
      return;
    case 'release-approved': {
      assert.ok(!readByOthers(model), 'released on the code of a shared mailbox');
      assert.ok(!model.approvals.has(event.by.id), 'released twice by one person');
      model.approvals.add(event.by.id);
      const enough = model.approvals.size >= (alone ? 1 : approvalsAsked(model, before));
      assert.equal(after.stage.kind, enough ? 'released' : 'reviewing');
      return;
    }
    case 'assembled':
      for (const { id, records, files } of event.systems)
        if (records + files > 0) assert.ok(model.level >= height[model.plan.get(id)?.level ?? 'strong'], 'a leak');
      return;
    case 'delivered':
      assert.ok(model.level >= 0);
      return;
    case 'delivery-revoked':
      model.revoked.add(event.round);
      return;
    case 'download-granted':
      assert.ok(model.level >= 0 && !model.purged && !model.revoked.has(event.round));
      assert.ok(!readByOthers(model), 'fetched on the code of a shared mailbox');
      assert.ok(isConfirmed(model, event.grant), 'fetched by whoever reads an address unproven');
      useCode(model, event.grant);
      return;
    case 'contact-changed':
      if (event.from.hash !== event.to.hash) byTwo();
      model.awaited = undefined;
      return;
    case 'contact-code-awaited': {
      const change = after.common.contactChanges.at(-1);
      model.awaited = change?.to.hash;
      assert.ok(
        !changesInForce(after.common, '9999-01-01T00:00:00.000Z').includes(change as never),
        'a change without its code',
      );
      return;
    }
    case 'contact-code-entered': {
      const { hash = '' } = model.codeTo.get(event.challenge) ?? {};
      assert.ok(event.signedIn || hash === model.awaited, 'confirmed by whoever has the link');
      if (event.signedIn) model.confirmed.add(hash);
      useCode(model, event.challenge);
      return;
    }
    case 'contact-confirmed':
      byTwo();
      assert.equal(event.by.kind, 'staff');
      model.confirmed.add(event.contact.hash);
      return;
    case 'letter-intended':
      if (model.silent && !hasEnded(after)) assert.equal(event.letter.kind, 'staff-alert');
      return;
    case 'letter-failed':
      assert.ok(!model.sent.has(keyOf(event.letter)), 'a letter that was sent has failed');
      return;
    case 'letter-returned':
      assert.ok(model.sent.has(keyOf(event.letter)), 'a letter that was never sent came back');
      return;
    case 'letter-sent':
      assert.ok(!model.sent.has(keyOf(event.letter)), 'a letter sent twice');
      model.sent.set(keyOf(event.letter), event.at);
      model.noticeInTime = noticeSent(model);
      return;
    case 'extended':
      assert.ok(dateOf(event.at) <= model.receiptDue, 'an extension after the last day');
      assert.equal(event.due, model.extendedDue);
      model.extensions += 1;
      return;
    case 'decision-proposed':
      model.proposals.set(event.proposal, { by: event.by.id, decision: event.decision });
      return;
    case 'decision-approved':
      if (!alone) assert.notEqual(event.by.id, model.proposals.get(event.proposal)?.by, 'decided alone');
      return;
    case 'refusal-taken-back':
      // The person who released the answer had seen another one.
      model.approvals.clear();
      assert.ok(
        after.stage.kind !== 'released' && after.stage.kind !== 'assembling' && after.stage.kind !== 'assembled',
      );
      return;
    case 'refused': {
      if (event.items.length > 0) {
        model.approvals.clear();
        assert.ok(
          after.stage.kind !== 'released' && after.stage.kind !== 'assembling' && after.stage.kind !== 'assembled',
        );
      }
      if (event.scope === 'whole') assert.ok(together.some(({ type }) => type === 'decision-approved'));
      // What is found in part during a valid extension is not late.
      assert.equal(event.late, dateOf(event.at) > (event.scope === 'part' ? model.due : model.receiptDue));
      const owed = owedLetters(after, event.at).map(({ letter }) => keyOf(letter));
      const isTold = event.scope === 'whole' || (!model.silent && model.undecided.size === 0);
      if (isTold) assert.ok(owed.includes(`refusal/${after.common.refusals.length}`));
      if (event.late) assert.ok(owed.includes(`staff-alert/late-refusal/${after.common.refusals.length}`));
      return;
    }
    case 'fee-announced':
      assert.ok(together.some(({ type }) => type === 'decision-approved'));
      assert.ok(event.answerBy > dateOf(event.at), 'no time to answer');
      return;
    case 'case-closed':
      model.statusBeforeEnd = before?.stage.kind ?? '';
      model.undoUntil = event.undoUntil;
      checkEnd(after, event);
      return;
    case 'reopened':
      // If an answer was withdrawn, a new one is made.
      if (model.revoked.size === 0 || after.stage.kind !== 'gathering')
        assert.equal(after.stage.kind, model.statusBeforeEnd);
      if (model.undoUntil !== null) assert.ok(dateOf(event.at) <= model.undoUntil);
      assert.ok(!model.purged);
      return;
    case 'legal-hold-set':
      model.legalHold = true;
      return;
    case 'legal-hold-lifted':
      model.legalHold = false;
      return;
    case 'breach-recorded':
      assert.equal(Date.parse(event.notifyBy) - Date.parse(event.awareAt), 72 * 3_600_000);
      assert.ok(event.awareAt <= event.at);
      if (event.round !== null) assert.ok(model.revoked.has(event.round) || together.length > 2);
      return;
    case 'material-purged':
      assert.ok(!model.legalHold, 'purged under a legal hold');
      assert.ok(hasEnded(before), 'purged while it lives');
      model.purged = true;
      return;
    default:
  }
}

function useCode(model: Model, challenge: string): void {
  assert.ok(!model.usedCodes.has(challenge), 'a code used twice');
  assert.ok((model.tries.get(challenge) ?? 0) > 0, 'a code that was never tried');
  model.usedCodes.add(challenge);
}

const showsAddress: ReadonlySet<string> = new Set(['email-code', 'sms-code', 'login']);

function isConfirmed(model: Model, challenge: string): boolean {
  const to = model.codeTo.get(challenge);
  return to?.kind === 'postalAddress' || isShown(model, to?.hash ?? '');
}

/** Confirmed, or shown by the first proof, and not by a stranger before staff identified the person. */
function isShown({ confirmed, proofs: [first, ...later] }: Model, hash: string): boolean {
  if (confirmed.has(hash)) return true;
  if (first === undefined || !showsAddress.has(first.method) || first.identifier.hash !== hash) return false;
  const isOther = later.some(({ by, identifier }) => by.kind === 'staff' && identifier.hash !== hash);
  return first.identifier.kind !== 'email' || !isOther;
}

const readBySeveral = [
  ['shared-mailbox', 'email'],
  ['shared-phone', 'sms'],
] as const;

function readByOthers(model: Model): boolean {
  if (model.level >= height.account) return false;
  const byNumber = model.proofs.some(({ method }) => method === 'sms-code');
  // A mailbox that others read does no harm if the code is sent to a proven number.
  return model.circumstances.has(byNumber ? 'shared-phone' : 'shared-mailbox');
}

function noticeSent(model: Model): boolean {
  return Array.from({ length: model.extensions }, (_, index) => model.sent.get(keyOf(extensionNotice(index)))).some(
    (at) => at !== undefined && dateOf(at) <= model.receiptDue,
  );
}

/** How many people must release what was screened, if nobody may handle everything alone. */
/** The highest level of the proofs of one person. An e-ID whose number nothing ties to the person adds nothing. */
function provenHeight({ proofs, accepted }: Model): number {
  const seenTo = new Set<Method>(['letter-code', 'document-check', 'override']);
  return Math.max(
    -1,
    ...proofs
      .filter(
        ({ identifier: { hash }, method }) =>
          hash === proofs[0]?.identifier.hash || seenTo.has(method) || accepted.has(hash),
      )
      .map(({ level }) => height[level]),
  );
}

function approvalsAsked(model: Model, before: CaseState): number {
  if (model.opened?.rules.secondPerson === 'always') return 2;
  if (model.everMarked.has('protected-identity') || model.everMarked.has('threatened')) return 2;
  const shown = before?.stage.kind === 'reviewing' ? before.stage.screening.snapshot.systems : [];
  const sensitive = shown.filter(({ id }) => model.plan.get(id)?.special === true);
  return sensitive.some(({ replies }) => replies.some(({ result }) => result === 'found')) ? 2 : 1;
}

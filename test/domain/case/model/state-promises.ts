import { keyOf } from '#domain/case/letters/letter-key.ts';
import assert from 'node:assert/strict';
import { caseDates } from '#domain/case/clock/clock-of.ts';
import { checkTried } from '#domain/case/identity/code-rules.ts';
import type { EventOf } from '#domain/case/events.ts';
import { isBlocked, outcomeOf } from '#domain/case/search/outcome.ts';
import { type LetterName, owedLetters } from '#domain/case/letters/letters.ts';
import { asLiving, searchOf, contactAt, type OpenedCase } from '#domain/case/state.ts';
import type { Ending } from '#domain/case/vocabulary.ts';
import { isAtStandstill } from '#domain/case/circumstances/standstill.ts';
import { isOver, nextStep, searchesDue, waitNames } from '#domain/case/waits.ts';
import { height, type Model } from './model.ts';

const letterOf: Readonly<Record<Ending, LetterName | null>> = {
  answered: null,
  'carried-out': null,
  'cannot-find': 'cannot-identify',
  'not-proven': 'identity-not-proven',
  'no-answer': 'no-reply',
  withdrawn: 'withdrawal-confirmed',
  joined: 'joined',
  deceased: 'deceased',
  forwarded: 'forwarded',
  'not-a-request': null,
};
const endLetters = new Set<string | null>(Object.values(letterOf));
const onlyWhileItLives = new Set<string>(['identity-request', 'clarification-request', 'extension', 'fee', 'delay']);

/** After the end only the letter about that end is owed, and nothing is demanded from the person any more. */
export function checkEnd(after: OpenedCase, event: EventOf<'case-closed'>): void {
  const owed = owedLetters(after, event.at).filter(({ to }) => to === 'person');
  const kind = letterOf[event.ending];
  const expected = kind === null ? [] : [`${kind}/${after.common.closings.length}`];
  assert.deepEqual(
    owed.filter((one) => endLetters.has(one.letter.kind)).map(({ letter }) => keyOf(letter)),
    expected,
  );
  assert.ok(owed.every((one) => !onlyWhileItLives.has(one.letter.kind)));
  if (event.ending === 'not-a-request') assert.deepEqual(owed, []);
  if (event.ending !== 'answered' || after.stage.kind !== 'closed') return;
  assert.ok(after.stage.systems.every(({ deliveredIn }) => deliveredIn !== null));
}

/** What is true in every state. */
export function checkState(model: Model, state: OpenedCase, now: string): void {
  model.due = model.noticeInTime ? model.extendedDue : model.receiptDue;
  assert.equal(state.common.due, model.due);
  assert.equal(state.common.extended, model.noticeInTime);
  const dates = caseDates(state.common);
  assert.equal(dates.unsuspendedDue, state.common.due);
  assert.equal(dates.lastDayForNotice, model.receiptDue);
  if (model.resting.size > 0) assert.equal(dates.due, null);
  else assert.ok(dates.due !== null && dates.due >= state.common.due, 'a suspension brought the date forward');
  if (model.silent && state.stage.kind === 'held')
    assert.ok(
      owedLetters(state, now).every(({ to }) => to === 'staff'),
      'a letter to a sender that is held',
    );
  // However long the decision takes, no letter is sent to another place.
  if (model.undecided.size > 0)
    for (const later of [model.latest, '9000-01-01T00:00:00.000Z'])
      assert.equal(
        contactAt(state.common, later).hash,
        model.writtenTo,
        'written to elsewhere before somebody was protected',
      );
  for (const purpose of ['identity', 'download', 'contact'] as const) {
    const open = state.common.challenges.filter(({ id }) => checkTried(state, id, purpose, now).ok);
    assert.ok(open.length <= 1, 'two codes that work');
  }
  checkSystems(model, state);
}

/** Every planned system is present once, with one outcome, and no search looks better than it was. */
function checkSystems(model: Model, state: OpenedCase): void {
  const search = searchOf(state);
  const list = search?.systems ?? (state.stage.kind === 'closed' ? state.stage.systems : []);
  if (list.length > 0)
    assert.deepEqual(
      list.map(({ id }) => id),
      [...model.plan.keys()],
    );
  for (const { id, deliveredIn, replies } of list)
    if (deliveredIn !== null && replies.some(({ result }) => result === 'found' || result === 'withheld'))
      assert.ok(model.level >= height[model.plan.get(id)?.level ?? 'strong'], 'delivered without a proof');
  // What the person was told is never withdrawn silently: a search by hand that was delivered has a result.
  for (const { mode, deliveredIn, replies } of list)
    if (mode === 'manual' && deliveredIn !== null) assert.ok(replies.length > 0, 'delivered and yet not answered');
  if (search === undefined || asLiving(state) === undefined) return;
  // A driver that waits is woken exactly when there is something else to do.
  if (isAtStandstill(state)) {
    for (const wait of waitNames) assert.equal(isOver(wait, state), false);
    assert.equal(nextStep(state), 'wait');
  } else {
    assert.equal(isOver('Review', state), nextStep(state) !== 'review');
    assert.equal(isOver('AwaitAnswers', state), nextStep(state) !== 'wait');
  }
  for (const system of search.systems) {
    const outcome = outcomeOf(system, search);
    assert.match(outcome.outcome, /^(found|nothing-held|withheld|failed|pending)$/);
    if (system.replies.some(({ result }) => result === 'failed')) assert.equal(outcome.outcome, 'failed');
    if (system.replies.length === 0) assert.equal(outcome.outcome, 'pending');
    if (isBlocked(system, search)) assert.match(outcome.outcome, /^(failed|pending)$/);
    if (state.stage.kind !== 'delivered') continue;
    assert.notEqual(system.deliveredIn, null);
    assert.match(
      outcome.outcome,
      system.givenUp ? /^(found|nothing-held|withheld|failed)$/ : /^(found|nothing-held|withheld)$/,
    );
  }
  if (state.stage.kind === 'delivered') assert.deepEqual(searchesDue(search), []);
}

// When a case will owe something only because time passes.
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { unsentCodes } from '#domain/case/identity/unsent-code.ts';
import { leaseEnd } from '#domain/case/letters/decide.ts';
import { keyOf } from '#domain/case/letters/letter-key.ts';
import { channelOf, owedLetters } from '#domain/case/letters/letters.ts';
import { nextOwed } from '#domain/case/next-owed.ts';
import { contactAt, withCommon, type OpenedCase } from '#domain/case/state.ts';
import { CaseBook, identify, openCommand, ref, rules, start, subject } from './case-book.ts';
import { histories } from './model/history.ts';

const later = (at: string, milliseconds: number): string => new Date(Date.parse(at) + milliseconds).toISOString();
const minute = 60_000;
const day = 24 * 60 * minute;

/**
 * Everything that the system can do for a case at an instant: letters with their receivers, codes, the contact point.
 */
function owedAt(state: OpenedCase, at: string): ReadonlySet<string> {
  const letters = owedLetters(state, at).flatMap((owed) => {
    const kept = state.common.letters.get(keyOf(owed.letter));
    if (kept !== undefined && leaseEnd(kept) > Date.parse(at)) return [];
    return [`${keyOf(owed.letter)} ${JSON.stringify(channelOf(state, owed, at))}`];
  });
  const codes = unsentCodes(state, at).map(({ id }) => `code ${id}`);
  return new Set([...letters, ...codes, `contact ${contactAt(state.common, at).hash}`]);
}

/** Instants at which something may change: those in the state, some that follow from them, and some round ones. */
function instants(state: OpenedCase, now: string): readonly string[] {
  const { letters, challenges, contactChanges, post, refusals, closings } = state.common;
  const text = JSON.stringify([[...letters.values()], challenges, contactChanges, post, refusals, closings]);
  const named = text.match(/\d{4}-\d\d-\d\dT[\d:.]+Z/g) ?? [];
  const waits = [0, 20_000, 40_000, 10 * minute, 20 * minute, 40 * minute, day];
  const derived = [...new Set(named)].flatMap((at) => waits.map((wait) => later(at, wait)));
  const round = [1, minute, 25 * 60 * minute, 14 * day, 90 * day].map((wait) => later(now, wait));
  return [...derived, ...round].flatMap((at) => [later(at, -1), at]);
}

describe('The next instant at which a case owes something', () => {
  it('is never later than an instant at which it owes more than before', { timeout: 240_000 }, async () => {
    let [looked, grown] = [0, 0];
    await histories(fc.constant(rules), 60, (whole, now) => {
      // Without the daily look, which would hide a forgotten instant.
      const state = withCommon(whole, { executions: 0 });
      const next = nextOwed(state, now) ?? '9999';
      if (next < '9999') grown += 1;
      if (next <= now) throw new Error('not later');
      const before = owedAt(state, now);
      for (const at of instants(state, now)) {
        if (at <= now || at >= next) continue;
        looked += 1;
        for (const owed of owedAt(state, at)) if (!before.has(owed)) throw new Error(`${owed} at ${at}, next ${next}`);
      }
    });
    expect(looked).toBeGreaterThan(10_000);
    expect(grown).toBeGreaterThan(100);
  });

  it('is a day later at the latest for a case with a workflow, and never for a held or an ended one', () => {
    const book = new CaseBook();
    book.do(openCommand(), { by: subject });
    expect(nextOwed(book.opened, start)).toBeUndefined();
    book.do({ type: 'record-execution', n: 1 });
    expect(nextOwed(book.opened, start)).toBe(later(start, day));
    book.do({ type: 'end', ending: 'withdrawn', text: null }, { by: subject });
    expect(nextOwed(book.opened, book.now)).toBeUndefined();
  });

  it('is the end of the lease on a letter, the expiry of an unsent code, or the end of the wait of a new contact point', () => {
    const book = new CaseBook();
    book.do(openCommand(), { by: subject });
    book.do({ type: 'intend-letter', letter: { kind: 'acknowledgement' } });
    expect(nextOwed(book.opened, book.now)).toBe(later(book.now, 20_000));
    book.do({ type: 'record-letter', letter: { kind: 'acknowledgement' }, attempt: 1 });
    expect(nextOwed(book.opened, book.now)).toBeUndefined();
    book.do({ type: 'issue-code', purpose: 'identity' }, { by: subject });
    expect(nextOwed(book.opened, book.now)).toBe(later(book.now, 10 * minute));
    const moving = new CaseBook();
    moving.do(openCommand(), { by: subject });
    identify(moving);
    moving.do(
      { type: 'change-contact', to: ref('new@example.org'), oldIsLost: false, codeEntered: true },
      { by: subject },
    );
    const [change] = moving.opened.common.contactChanges;
    expect(nextOwed(withCommon(moving.opened, { executions: 0 }), moving.now)).toBe(change?.effectiveAt);
    expect(change?.effectiveAt).toBe(later(moving.now, rules.contactChangeDays * day));
  });
});

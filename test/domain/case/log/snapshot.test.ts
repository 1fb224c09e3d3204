// The state of a case as text. That a snapshot and the commits after it fold to the same state as the whole log is
// checked for every random history (`test/domain/case/model/history.ts`).
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, it } from 'vitest';
import { fold, foldOn } from '#domain/case/log/commit.ts';
import { readSnapshot, snapshotOf } from '#domain/case/log/snapshot.ts';
import { CaseBook, caseIn, openCommand } from '../case-book.ts';

/** The logs of the cases in the latest golden log. */
function goldenLogs(): string[][] {
  const file = path.join(import.meta.dirname, '../../../golden/log-v4.jsonl');
  const lines = readFileSync(file, 'utf8').trimEnd().split('\n');
  return [...Map.groupBy(lines, (line) => (JSON.parse(line) as { caseId: string }).caseId).values()];
}

it('Every state of the golden log is read back unchanged, and folds with the later commits to the same end', () => {
  let read = 0;
  for (const texts of goldenLogs()) {
    const whole = fold(texts);
    for (let cut = 1; cut <= texts.length; cut += 1) {
      const { state, head } = fold(texts.slice(0, cut));
      if (state === undefined) throw new Error('a case without a beginning');
      const before = readSnapshot(snapshotOf(state, head), head);
      expect(before).toStrictEqual({ state, head });
      if (before !== undefined) expect(foldOn(before, texts.slice(cut))).toStrictEqual(whole);
      read += 1;
    }
  }
  expect(read).toBeGreaterThan(100);
});

it('A snapshot of another commit, or one that cannot be read, is ignored', () => {
  const { opened, head } = caseIn.gathering();
  const snapshot = snapshotOf(opened, head);
  expect(readSnapshot(snapshot, head)?.state).toEqual(opened);
  expect(readSnapshot(snapshot, { ...head, hash: '0'.repeat(64) })).toBeUndefined();
  expect(readSnapshot(snapshot, { ...head, seq: head.seq + 1 })).toBeUndefined();
  for (const state of ['', '{', 'null', '[]', '{"common":{}}', snapshot.state.slice(0, -1)])
    expect(readSnapshot({ ...snapshot, state }, head)).toBeUndefined();
  const other = new CaseBook();
  other.do(openCommand());
  // The text of the state of an earlier commit.
  expect(readSnapshot({ ...snapshot, state: snapshotOf(other.opened, other.head).state }, head)).toBeUndefined();
});

import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { tableWrites } from '#infra/local/runner/table-writes.ts';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

/** Whether the promise has resolved after the timers have run for this long. */
async function resolvedAfter(promise: Promise<void>, milliseconds: number): Promise<boolean> {
  let resolved = false;
  void promise.then(() => (resolved = true));
  await vi.advanceTimersByTimeAsync(milliseconds);
  return resolved;
}

test('all who wait are told soon after a write', async () => {
  const writes = tableWrites();
  const [first, second] = [writes.after(0), writes.after(0)];
  expect(await resolvedAfter(first, 500)).toBe(false);
  writes.note();
  expect(writes.count()).toBe(1);
  expect(await resolvedAfter(first, 20)).toBe(true);
  expect(await resolvedAfter(second, 0)).toBe(true);
});

test('a write before the wait counts if it was not seen yet', async () => {
  const writes = tableWrites();
  writes.note();
  expect(await resolvedAfter(writes.after(0), 20)).toBe(true);
  expect(await resolvedAfter(writes.after(1), 500)).toBe(false);
});

test('without a write the wait ends after a second, because what a case shows also depends on the clock', async () => {
  const waiting = tableWrites().after(0);
  expect(await resolvedAfter(waiting, 900)).toBe(false);
  expect(await resolvedAfter(waiting, 200)).toBe(true);
});

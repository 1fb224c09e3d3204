// Logs of released versions. Each must always fold to the state that was recorded with it.
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { sha256 } from '#domain/canonical/canonical.ts';
import { headLine, verifyAudit } from '#domain/case/log/audit.ts';
import { DamagedLog, fold, makeCommit, noCommits, readCommit } from '#domain/case/log/commit.ts';
import { keyOf } from '#domain/case/letters/letter-key.ts';
import { owedLetters } from '#domain/case/letters/letters.ts';
import { eventSchema } from '#domain/case/events.ts';
import { asToday } from '#test/golden/steps.ts';
import { CaseBook, caseIn, gather, openCommand, plain, start } from '../case-book.ts';

const folder = path.join(import.meta.dirname, '../../../golden');
const versions = readdirSync(folder).flatMap((file) => /^(log-v\d+)\.jsonl$/.exec(file)?.[1] ?? []);
const logs = versions.map((version) => {
  const lines = readFileSync(path.join(folder, `${version}.jsonl`), 'utf8')
    .trimEnd()
    .split('\n');
  const byCase = Map.groupBy(lines, (line) => (JSON.parse(line) as { caseId: string }).caseId);
  const states = JSON.parse(readFileSync(path.join(folder, `${version}.state.json`), 'utf8')) as Record<
    string,
    unknown
  >;
  return { version, lines, byCase, states };
});

/** SHA-256 of each log that was released. */
const texts: Readonly<Record<string, string>> = {
  'log-v1': 'a4ec373dd643ad1136474fccc71f20f0ab6ec77fa695853767279fd48611ad2e',
  'log-v2': 'e0866038b3fe8a974f465305f2f481d79530533faaa54781b1d45f28c3cead66',
  // Written after 0.2.0, when letters had codes and no names.
  'log-v3': 'c0d0ef4e033eab68b7f60df41d16f323b38e60c201207f7983829f5fdaef8153',
};

/** The types of the stored commits, before any upcaster. */
function typesIn(line: string): string[] {
  const { events } = JSON.parse(line) as { events: { type: string; v: number }[] };
  return events.map(({ type, v }) => `${type}@${v}`);
}

describe.each(logs)('The golden log $version', ({ version, byCase, states }) => {
  it('folds to the states that were recorded when it was released', () => {
    expect(byCase.size).toBeGreaterThan(0);
    expect([...byCase.keys()]).toEqual(Object.keys(states));
    for (const [caseId, texts] of byCase) expect(plain(fold(texts).state)).toEqual(states[caseId]);
  });

  it('folds to the states from before the form of a state changed, and loses no fact of them', () => {
    const file = path.join(folder, 'before', `${version}.state.json`);
    if (!existsSync(file)) return;
    const before = JSON.parse(readFileSync(file, 'utf8')) as Record<string, unknown>;
    expect(Object.keys(before)).toEqual([...byCase.keys()]);
    for (const [caseId, texts] of byCase) expect(plain(fold(texts).state)).toEqual(asToday(before[caseId]));
  });

  it('never owes a letter that it says was sent', () => {
    for (const texts of byCase.values())
      for (let length = 1; length <= texts.length; length += 1) {
        const { state } = fold(texts.slice(0, length));
        if (state === undefined) throw new Error('a case without a beginning');
        const sent = texts
          .slice(0, length)
          .flatMap((text) => readCommit(text).events)
          .flatMap((event) => (event.type === 'letter-sent' ? [keyOf(event.letter)] : []));
        const owed = owedLetters(state, state.common.latestAt).map(({ letter }) => keyOf(letter));
        expect(owed.filter((key) => sent.includes(key))).toEqual([]);
      }
  });

  it('is a chain that can be verified', async () => {
    for (const [caseId, texts] of byCase) {
      const { head } = fold(texts);
      const lines = [...texts, headLine({ caseId, ...head, anchoredAt: start })];
      const verdict = await verifyAudit(lines.map((line) => `${line}\n`).join(''));
      expect(verdict).toEqual({ ok: true, commits: texts.length });
    }
  });
});

describe('The golden logs', () => {
  it('contain every type of event that can be stored, in each of its versions', () => {
    const wanted = eventSchema.options.flatMap(({ shape }) =>
      Array.from({ length: shape.v.value }, (_, index) => `${shape.type.value}@${index + 1}`),
    );
    const seen = new Set(logs.flatMap(({ lines }) => lines.flatMap(typesIn)));
    expect([...seen].toSorted()).toEqual(wanted.toSorted());
  });

  it('never change after their release', () => {
    const released = logs.filter(({ version }) => version in texts);
    expect(released.map(({ version }) => version)).toEqual(Object.keys(texts));
    for (const { version, lines } of released) expect(sha256(lines.join('\n'))).toBe(texts[version]);
  });

  it('have states that were recorded before the form of a state changed', () => {
    expect(readdirSync(path.join(folder, 'before')).toSorted()).toEqual(
      Object.keys(texts).map((version) => `${version}.state.json`),
    );
  });

  it('contain cases that ended, and one that is open', () => {
    const statuses = logs.flatMap(({ byCase }) => [...byCase.values()].map((texts) => fold(texts).state?.stage.kind));
    expect(statuses).toEqual(expect.arrayContaining(['closed', 'refused', 'reviewing']));
  });
});

describe('A log', () => {
  const { texts } = caseIn.closed();

  it('in which a commit is missing, or two are swapped, is damaged', () => {
    for (let index = 0; index < texts.length - 1; index += 1) {
      expect(() => fold(texts.toSpliced(index, 1))).toThrow(DamagedLog);
      expect(() => fold(texts.with(index, texts[index + 1]!).with(index + 1, texts[index]!))).toThrow(DamagedLog);
    }
  });

  it('in which a commit was rewritten is damaged', () => {
    const rewritten = texts.with(0, texts[0]!.replace('"sv"', '"en"'));
    expect(() => fold(rewritten)).toThrow('commit 2 does not follow');
  });

  it('with an event that cannot follow says which one, and repeats nothing of its content', () => {
    const book = new CaseBook();
    gather(book);
    const again = readCommit(book.texts[0]!).events;
    const commit = makeCommit(book.caseId, book.head, 'x', again);
    expect(() => fold([...book.texts, commit.text])).toThrow('case-opened twice');
    const early = makeCommit(book.caseId, noCommits, 'x', readCommit(book.texts[1]!).events);
    expect(() => fold([early.text])).toThrow('code-issued before case-opened');
  });

  it('contains only declared fields: another field is refused when it is written and when it is read', () => {
    const book = new CaseBook();
    book.do(openCommand());
    const [event] = book.events;
    const named = { ...event, name: 'Anna' } as never;
    expect(() => makeCommit(book.caseId, noCommits, 'x', [named])).toThrow();
    expect(() => fold([book.texts[0]!.replace('"channel"', '"name":"Anna","channel"')])).toThrow();
    expect(() => makeCommit(book.caseId, noCommits, 'x', [])).toThrow();
  });
});

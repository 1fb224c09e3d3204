import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { headLine, verifyAudit } from '#domain/case/log/audit.ts';
import { canonical, sha256 } from '#domain/canonical/canonical.ts';

const event = fc.record({
  type: fc.constantFrom('case-opened', 'code-issued', 'search-approved', 'system-answered', 'letter-sent'),
  v: fc.constant(1),
  at: fc
    .date({ min: new Date('2026-01-01'), max: new Date('2027-01-01'), noInvalidDate: true })
    .map((date) => date.toISOString()),
  by: fc.record({ kind: fc.constantFrom('subject', 'staff', 'workflow', 'clock'), id: fc.uuid() }),
  note: fc.string({ unit: 'grapheme', maxLength: 12 }),
  records: fc.nat(),
});

const plan = fc.record({
  caseId: fc.uuid(),
  commits: fc.array(fc.record({ commandId: fc.uuid(), events: fc.array(event, { minLength: 1, maxLength: 3 }) }), {
    minLength: 1,
    maxLength: 8,
  }),
});

/** The lines of a log, each without its line feed. */
function linesOf({
  caseId,
  commits,
}: {
  caseId: string;
  commits: { commandId: string; events: object[] }[];
}): string[] {
  let prevHash = '0'.repeat(64);
  const lines = commits.map(({ commandId, events }, index) => {
    const line = canonical({ caseId, seq: index + 1, commandId, prevHash, events });
    prevHash = sha256(line);
    return line;
  });
  return [...lines, headLine({ caseId, seq: lines.length, hash: prevHash, anchoredAt: '2026-11-22T10:00:00.000Z' })];
}

function text(lines: readonly string[]): string {
  return lines.map((line) => `${line}\n`).join('');
}

async function* chunks(bytes: Uint8Array, size: number): AsyncGenerator<Uint8Array> {
  for (let offset = 0; offset < bytes.length; offset += size) yield bytes.subarray(offset, offset + size);
}

const fixed = linesOf({
  caseId: 'c-1',
  commits: Array.from({ length: 5 }, (_, index) => ({
    commandId: `command-${index}`,
    events: [
      { type: 'note-added', v: 1, at: '2026-11-20T08:00:00.000Z', by: { kind: 'staff', id: 's-1' }, text: 'åäö 🙂' },
    ],
  })),
});

describe('the audit verdict', () => {
  it('accepts every correct log, however it is split into chunks', async () => {
    await fc.assert(
      fc.asyncProperty(plan, fc.integer({ min: 1, max: 400 }), async (made, size) => {
        const lines = linesOf(made);
        const verdict = { ok: true, commits: made.commits.length };
        expect(await verifyAudit(text(lines))).toEqual(verdict);
        expect(await verifyAudit(chunks(Buffer.from(text(lines)), size))).toEqual(verdict);
      }),
      { numRuns: 60 },
    );
  });

  it('refuses a log with any one bit changed, and names the line', async () => {
    let tried = 0;
    await fc.assert(
      fc.asyncProperty(plan, fc.array(fc.nat(), { minLength: 30, maxLength: 30 }), async (made, places) => {
        const original = Buffer.from(text(linesOf(made)));
        for (const place of places) {
          const bit = place % (original.length * 8);
          const changed = flip(original, bit);
          const line = original.subarray(0, bit >> 3).filter((byte) => byte === 0x0a).length + 1;
          const verdict = await verifyAudit(chunks(changed, 4096));
          expect(verdict).toMatchObject({ ok: false, firstBad: line });
          tried += 1;
        }
      }),
      { numRuns: 50 },
    );
    expect(tried).toBeGreaterThanOrEqual(1_500);
  });

  it('refuses every bit changed in one log', async () => {
    const original = Buffer.from(text(fixed));
    for (let bit = 0; bit < original.length * 8; bit += 1)
      if ((await verifyAudit(chunks(flip(original, bit), 65_536))).ok) expect.fail(`bit ${bit} was not noticed`);
  });

  it('refuses a log in which any line is missing, repeated or swapped with another', async () => {
    for (const [index, line] of fixed.entries()) {
      const dropped = fixed.toSpliced(index, 1);
      expect(await verifyAudit(text(dropped))).toMatchObject({ ok: false, firstBad: index + 1 });
      const repeated = fixed.toSpliced(index, 0, line);
      expect(await verifyAudit(text(repeated))).toMatchObject({ ok: false, firstBad: index + 2 });
      for (let other = index + 1; other < fixed.length; other += 1) {
        const swapped = fixed.with(index, fixed[other]!).with(other, line);
        expect(await verifyAudit(text(swapped))).toMatchObject({ ok: false, firstBad: index + 1 });
      }
    }
  });

  it('refuses a log cut off at any byte', async () => {
    const original = Buffer.from(text(fixed));
    for (let length = 0; length < original.length; length += 1) {
      const verdict = await verifyAudit(chunks(original.subarray(0, length), 65_536));
      const line = original.subarray(0, length).filter((byte) => byte === 0x0a).length + 1;
      expect(verdict).toMatchObject({ ok: false, firstBad: line });
    }
  });

  it.each([
    ['an empty log', '', 1],
    ['a head without commits', text(fixed.slice(-1)), 1],
    ['text after the head', `${text(fixed)}\n`, 7],
    ['text after the head without a line feed', `${text(fixed)}x`, 7],
    ['two heads', text([...fixed, fixed.at(-1)!]), 7],
    ['Windows line ends', text(fixed).replaceAll('\n', '\r\n'), 1],
    ['a byte order mark', `\ufeff${text(fixed)}`, 1],
    ['a space after a line', text(fixed).replace('}\n', '} \n'), 1],
    ['an empty line', text(['', ...fixed]), 1],
    ['a commit of another case', text(otherCase()), 2],
    ['a line that is no commit', text(['[]', ...fixed.slice(1)]), 1],
    ['a lone surrogate', text([fixed[0]!.replace('åäö', '\\ud800'), ...fixed.slice(1)]), 1],
    ['a key twice', text([fixed[0]!.replace('{"caseId"', '{"caseId":"c-1","caseId"'), ...fixed.slice(1)]), 1],
  ])('refuses %s', async (_, log, firstBad) => {
    expect(await verifyAudit(log)).toMatchObject({ ok: false, firstBad });
  });

  it('refuses bytes that are not UTF-8', async () => {
    const broken = Buffer.concat([Buffer.from([0xff]), Buffer.from(text(fixed))]);
    expect(await verifyAudit(chunks(broken, 100))).toMatchObject({ ok: false, firstBad: 1 });
  });

  it('blames the rewritten commit, not the one after it', async () => {
    const rewritten = fixed.with(2, fixed[2]!.replace('note-added', 'note-faked'));
    expect(await verifyAudit(text(rewritten))).toMatchObject({ ok: false, firstBad: 3 });
    const last = fixed.with(4, fixed[4]!.replace('note-added', 'note-faked'));
    expect(await verifyAudit(text(last))).toMatchObject({ ok: false, firstBad: 5 });
  });

  it('notices a head that is older or newer than the log', async () => {
    const { head } = JSON.parse(fixed.at(-1)!) as { head: { caseId: string; anchoredAt: string } };
    const older = headLine({ ...head, seq: 4, hash: sha256(fixed[3]!) });
    expect(await verifyAudit(text([...fixed.slice(0, 5), older]))).toMatchObject({ ok: false, firstBad: 6 });
    expect(await verifyAudit(text([...fixed.slice(0, 4), fixed[5]!]))).toMatchObject({ ok: false, firstBad: 5 });
  });

  it('accepts a head without our additional check, in the order of the published format', async () => {
    const { head } = JSON.parse(fixed.at(-1)!) as { head: Record<string, unknown> };
    const { caseId, seq, hash, anchoredAt } = head;
    const plain = JSON.stringify({ head: { caseId, seq, hash, anchoredAt } });
    expect(await verifyAudit(text(fixed.with(5, plain)))).toEqual({ ok: true, commits: 5 });
  });

  it('keeps only one line in memory: a line without an end is refused', async () => {
    async function* endless(): AsyncGenerator<string> {
      for (let index = 0; index < 40; index += 1) yield 'x'.repeat(1024 * 1024);
      expect.fail('read on');
    }
    expect(await verifyAudit(endless())).toMatchObject({ ok: false, firstBad: 1 });
  });
});

function flip(original: Uint8Array, bit: number): Uint8Array {
  const copy = Uint8Array.from(original);
  copy[bit >> 3]! ^= 1 << (bit & 7);
  return copy;
}

/** Commits whose hashes fit together, but the second belongs to another case. */
function otherCase(): string[] {
  const second = canonical({ ...JSON.parse(fixed[1]!), caseId: 'c-2' });
  const third = canonical({ ...JSON.parse(fixed[2]!), prevHash: sha256(second) });
  return [fixed[0]!, second, third];
}

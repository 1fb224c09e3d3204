import { Readable, Writable } from 'node:stream';
import { setTimeout as pause } from 'node:timers/promises';
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { answerLines, type LineStreams } from '#infra/local/cli/json-lines.ts';
import { Collector, runOn } from './lines.ts';

const echo = (_args: readonly string[], _out: (line: string) => void, streams: LineStreams): Promise<number> =>
  answerLines((value) => ({ ok: true, answer: { value } }), streams);
const ok = (value: unknown): string => JSON.stringify({ value });
const error = (words: string): string => JSON.stringify({ error: words });

describe('JSON Lines', () => {
  it('are answered one by one and in order, with or without a line feed at the end, from any operating system', async () => {
    expect(await runOn(echo, '1\n"två"\n')).toEqual({ code: 0, lines: [ok(1), ok('två')] });
    expect(await runOn(echo, '1\r\n2')).toEqual({ code: 0, lines: [ok(1), ok(2)] });
    expect(await runOn(echo, '\ufeff1\n')).toEqual({ code: 0, lines: [ok(1)] });
    expect(await runOn(echo)).toEqual({ code: 0, lines: [] });
  });

  it.each([
    ['an empty line', '\n', 'the line is empty'],
    ['a blank line', ' \t\r\n', 'the line is empty'],
    ['no JSON', '{"secret":\n', 'the line is not JSON'],
    ['two values', '1 2\n', 'the line is not JSON'],
    ['bytes that are no UTF-8', Buffer.from([0x22, 0xc3, 0x28, 0x22, 10]), 'the line is not UTF-8'],
    ['half of a character at the end', Buffer.from([0x22, 0xc3]), 'the line is not UTF-8'],
    ['a very long line', `"${'x'.repeat(1024 * 1024)}"\n`, 'the line is too long'],
    ['a very long last line', 'x'.repeat(3 * 1024 * 1024), 'the line is too long'],
  ])('get an error for %s, continue, and end with exit code 1', async (_, bad, words) => {
    const last = typeof bad === 'string' ? bad.endsWith('\n') : bad.at(-1) === 10;
    const after = last ? ['3\n'] : [];
    expect(await runOn(echo, '1\n', bad, ...after)).toEqual({
      code: 1,
      lines: [ok(1), error(words), ...(last ? [ok(3)] : [])],
    });
  });

  it('do not depend on how the bytes arrive', async () => {
    const line = fc.oneof(
      fc.json(),
      fc.string({ unit: 'grapheme' }).map((text) => text.replaceAll('\n', ' ')),
      fc.constant(''),
    );
    await fc.assert(
      fc.asyncProperty(
        fc.array(line, { maxLength: 8 }),
        fc.array(fc.nat(60), { maxLength: 12 }),
        async (lines, cuts) => {
          const bytes = Buffer.from(lines.map((text) => `${text}\n`).join(''));
          const at = [0, ...cuts.map((cut) => Math.min(cut, bytes.length)).toSorted((a, b) => a - b), bytes.length];
          const pieces = at.slice(1).map((end, index) => bytes.subarray(at[index], end));
          const whole = await runOn(echo, bytes);
          expect(whole.lines).toHaveLength(lines.length);
          expect(await runOn(echo, ...pieces)).toEqual(whole);
        },
      ),
      { numRuns: 300 },
    );
  });

  it('are read no faster than the answers are read, so that a million lines are never in memory', async () => {
    const chunk = Buffer.from('1\n'.repeat(10_000));
    let [read, written, ahead] = [0, 0, 0];
    function* chunks(): Generator<Buffer> {
      for (; read < 100; read += 1) {
        ahead = Math.max(ahead, read - written);
        yield chunk;
      }
    }
    const slow = new Writable({
      decodeStrings: false,
      write(text: string, _encoding, done) {
        expect(text.split('\n')).toHaveLength(10_001);
        written += 1;
        setTimeout(done, 1);
      },
    });
    expect(await answerLines(() => ({ ok: true, answer: {} }), { input: Readable.from(chunks()), output: slow })).toBe(
      0,
    );
    expect([read, written]).toEqual([100, 100]);
    // What the streams in between can contain: some chunks, however many there are.
    expect(ahead).toBeLessThan(40);
  });

  it('are answered as they come, so that another program can write a line and wait', async () => {
    const output = new Collector();
    let answeredFirst = '';
    async function* conversation(): AsyncGenerator<Buffer> {
      yield Buffer.from('1\n2');
      while (output.text === '') await pause(1);
      answeredFirst = output.text;
      yield Buffer.from('2\n');
    }
    expect(await answerLines((value) => ({ ok: true, answer: { value } }), { input: conversation(), output })).toBe(0);
    expect(answeredFirst).toBe(`${ok(1)}\n`);
    expect(output.text).toBe(`${ok(1)}\n${ok(22)}\n`);
  });

  it('end without an error if nobody reads the answers any more, and with the error if something else fails', async () => {
    const broken = (code: string): Writable =>
      new Writable({ write: (_chunk, _encoding, done) => done(Object.assign(new Error('broken'), { code })) });
    const input = (): Readable => Readable.from([Buffer.from('1\n')]);
    const answer = (): { ok: true; answer: object } => ({ ok: true, answer: {} });
    expect(await answerLines(answer, { input: input(), output: broken('EPIPE') })).toBe(1);
    await expect(answerLines(answer, { input: input(), output: broken('EIO') })).rejects.toThrow('broken');
  });
});

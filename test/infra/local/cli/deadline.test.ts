import { describe, expect, it } from 'vitest';
import { deadline } from '#infra/local/cli/deadline.ts';
import { deadlineVectors, suspensionVectors } from '../../../domain/clock/vectors.ts';
import { runOn, runOnValues, runUtdrag } from './lines.ts';

const asked = [
  ...deadlineVectors.map(({ received, jurisdiction }) => ({ received, jurisdiction })),
  ...deadlineVectors.map(({ received, jurisdiction }) => ({ received, jurisdiction, evesCountAsHolidays: true })),
  ...suspensionVectors.map(({ received, jurisdiction, suspensions }) => ({ received, jurisdiction, suspensions })),
];
const expected = [
  ...[false, true].flatMap((lenient) =>
    deadlineVectors.map(({ received, local = received.slice(0, 10), eves = {}, ...vector }) => {
      const { due, extendedDue } = { ...vector, ...(lenient ? eves : {}) };
      return {
        receivedLocalDate: local,
        due,
        extendedDue,
        lastDayForNotice: due,
        unsuspendedDue: due,
        unsuspendedExtendedDue: extendedDue,
        suspendedDays: 0,
        rule: expect.stringContaining('Regulation 1182/71') as string,
      };
    }),
  ),
  ...suspensionVectors.map(({ received, dates }) => ({
    receivedLocalDate: received.slice(0, 10),
    ...dates,
    lastDayForNotice: dates.unsuspendedDue,
    rule: expect.stringContaining(dates.due === null ? 'a reply is awaited' : 'suspended day') as string,
  })),
];

const request = { received: '2026-03-05T10:00:00+01:00', jurisdiction: 'SE' };

describe('utdrag deadline', () => {
  it('answers every vector, as a separate process [002-15]', async () => {
    const { code, stdout, stderr } = await runUtdrag(
      ['deadline'],
      asked.map((line) => JSON.stringify(line)).join('\n'),
    );
    expect(stderr).toBe('');
    const answers = stdout.split('\n');
    expect(answers.pop()).toBe('');
    expect(answers.map((line): unknown => JSON.parse(line))).toEqual(expected);
    expect(code).toBe(0);
  });

  it('uses the given zone, and ignores fields that it does not know', async () => {
    const { code, answers } = await runOnValues(deadline, [
      { received: '2025-06-30T21:30:00Z', jurisdiction: 'SE', timezone: 'Europe/Helsinki', id: 'a-1', why: null },
      { received: '2025-06-30T21:30:00Z', jurisdiction: 'SE', suspensions: [], evesCountAsHolidays: false },
    ]);
    expect(answers).toMatchObject([{ receivedLocalDate: '2025-07-01' }, { receivedLocalDate: '2025-06-30' }]);
    expect(Object.keys(answers[0] as object)).not.toContain('id');
    expect(code).toBe(0);
  });

  it.each([
    ['no object', 'secret', 'the line is not a JSON object'],
    ['a list', [request], 'the line is not a JSON object'],
    ['nothing in it', {}, 'received: must be a text; jurisdiction: must be one of SE, FI, DK, NO, DE, EU-default'],
    ['a country without rules', { ...request, jurisdiction: 'secret' }, 'jurisdiction: must be one of'],
    ['a date without a time', { ...request, received: '2026-03-05' }, 'received: must be an instant'],
    ['no offset', { ...request, received: '2026-03-05T10:00:00' }, 'received: must be an instant'],
    ['a day that does not exist', { ...request, received: '2026-02-30T10:00:00Z' }, 'received: must be an instant'],
    ['an hour that does not exist', { ...request, received: '2026-02-03T25:00:00Z' }, 'received: must be an instant'],
    ['a zone after it', { ...request, received: '2026-03-05T10:00Z[Europe/Oslo]' }, 'received: must be an instant'],
    ['a year far away', { ...request, received: '9999-12-31T10:00:00Z' }, 'received: must be an instant'],
    ['a year before any', { ...request, received: '0026-12-31T10:00:00Z' }, 'received: must be an instant'],
    ['a number', { ...request, received: 20_260_305 }, 'received: must be a text'],
    ['an unknown zone', { ...request, timezone: 'Europe/Secret' }, 'timezone: must be a zone'],
    ['a fixed offset for a zone', { ...request, timezone: '+02:00' }, 'timezone: must be a zone'],
    ['a zone of nothing', { ...request, timezone: null }, 'timezone: must be a text'],
    ['suspensions that are no list', { ...request, suspensions: {} }, 'suspensions: must be a list'],
    ['a suspension that is none', { ...request, suspensions: ['secret'] }, 'suspensions.0: must be an object'],
    [
      'a suspension without an answer',
      { ...request, suspensions: [{ asked: request.received }] },
      'suspensions.0.answered: must',
    ],
    [
      'a suspension of two texts',
      { ...request, suspensions: [{ asked: 'secret', answered: 'secret' }] },
      'suspensions.0.asked: must be an instant',
    ],
    [
      'an answer before its question',
      { ...request, suspensions: [{ asked: '2026-03-09T10:00:00+01:00', answered: '2026-03-09T09:59:00+01:00' }] },
      'suspensions.0.answered: must not be before asked',
    ],
    [
      'a question before the request',
      { ...request, suspensions: [{ asked: '2026-03-05T08:59:59Z', answered: null }] },
      'suspensions.0.asked: must not be before received',
    ],
    ['a text for yes', { ...request, evesCountAsHolidays: 'true' }, 'evesCountAsHolidays: must be true or false'],
  ])('names the field, and repeats no value: %s', async (_, line, words) => {
    const { code, answers } = await runOnValues(deadline, [request, line, request]);
    expect(code).toBe(1);
    expect(answers).toHaveLength(3);
    expect(answers[1]).toEqual({ error: expect.stringContaining(words) as string });
    expect(JSON.stringify(answers[1])).not.toMatch(/secret/i);
    expect(answers[2]).toEqual(answers[0]);
    expect(answers[0]).toMatchObject({ due: '2026-04-07' });
  });

  it('answers an unreadable line in its place', async () => {
    const { code, lines } = await runOn(deadline, `${JSON.stringify(request)}\n\n{"received":"secret\n`);
    expect(lines.slice(1)).toEqual(['{"error":"the line is empty"}', '{"error":"the line is not JSON"}']);
    expect(code).toBe(1);
  });

  it('its help describes the input and the output, and it accepts no arguments', async () => {
    const { code, stdout } = await runUtdrag(['deadline', '--help'], '');
    expect(code).toBe(0);
    for (const word of [
      'received',
      'jurisdiction',
      'timezone',
      'suspensions',
      'evesCountAsHolidays',
      'lastDayForNotice',
    ])
      expect(stdout).toContain(word);
    expect(await runUtdrag(['deadline', 'file.jsonl'], '')).toMatchObject({ code: 2, stdout });
  });

  it('is in the help of all commands, which is also printed for an unknown command', async () => {
    const { code, stdout } = await runUtdrag(['--help'], '');
    expect(code).toBe(0);
    expect(stdout).toMatch(/^ {2}deadline < /m);
    for (const words of [[], ['deadlines'], ['constructor'], ['export']]) {
      const said = words.length === 0 ? 'Name a command.' : `There is no command "${words.join(' ')}".`;
      const refused = await runUtdrag(words, '');
      expect(refused).toMatchObject({ code: 2, stdout: '' });
      expect(refused.stderr).toContain(`${said} The commands are: export verify, `);
      expect(refused.stderr.endsWith(stdout)).toBe(true);
    }
  });
});

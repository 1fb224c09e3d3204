import { Buffer } from 'node:buffer';
import * as fc from 'fast-check';
import { Temporal } from 'temporal-polyfill';
import { describe, expect, test } from 'vitest';
import { queueSchema, type CaseView } from '#api/staff.ts';
import {
  holdingDate,
  hoursUntil,
  instantOf,
  isTooLateForNotice,
  todayOf,
  wasRegisteredLater,
} from '#web/console/src/logic/dates.ts';
import { rolesIn } from '#web/console/src/logic/member.ts';
import {
  choices,
  countsOf,
  everything,
  inOrder,
  linesFor,
  loadLines,
  noticeOf,
  suspensionOf,
  wholeQueue,
} from '#web/console/src/logic/queue.ts';
import { releaseOf } from '#web/console/src/logic/release.ts';
import { filled, hundredthsIn, linesIn } from '#web/console/src/logic/typed.ts';
import { base64Of, readScan } from '#web/console/src/register/scan.ts';
import { caseOf, system } from './sample-cases.ts';
import { runs } from '#test/support/random.ts';

describe('the queue', () => {
  const line = (reference: string, daysLeft: number, more: object = {}) => ({
    reference,
    status: 'gathering',
    controller: 'nordvik',
    controllerName: 'Nordvik Marin AB',
    rights: ['access'],
    language: 'sv',
    receivedAt: '2026-11-20T09:00:00.000Z',
    timeZone: 'Europe/Stockholm',
    due: '2026-12-21',
    daysLeft,
    extended: false,
    waitingFor: '',
    failed: [],
    pending: [],
    matter: 'request',
    owner: null,
    decideBy: null,
    suspendedDue: '2026-12-21',
    proposals: 0,
    unsent: 0,
    ...more,
  });
  const { cases } = queueSchema.parse({
    next: null,
    cases: [
      line('c', 9, { owner: 'staff-b' }),
      line('a', -1, { status: 'held' }),
      line('d', 9, { receivedAt: '2026-11-19T09:00:00.000Z', controller: 'sydvik', owner: 'staff-a' }),
    ],
  });
  const shown = (part: object): string[] =>
    linesFor(inOrder(cases), { ...everything, ...part }).map(({ reference }) => reference);

  test('starts with the fewest days left; among equals, with the case that has waited longest', () => {
    expect(shown({})).toEqual(['a', 'd', 'c']);
  });

  test('starts with closed cases that still need a decision, which are never late', () => {
    const { cases: more } = queueSchema.parse({
      next: null,
      cases: [line('late', -2), line('ended', -40, { status: 'closed', waitingFor: 'unsettled' }), line('open', 3)],
    });
    expect(inOrder(more).map(({ reference }) => reference)).toEqual(['ended', 'late', 'open']);
    expect(countsOf(more)).toEqual({ open: 2, late: 1, ended: 1 });
    expect(countsOf([])).toEqual({ open: 0, late: 0, ended: 0 });
  });

  test('is filtered by status and controller together', () => {
    expect(shown({ status: 'gathering', controller: 'nordvik' })).toEqual(['c']);
    expect(shown({ status: 'held', controller: 'sydvik' })).toEqual([]);
    expect(choices(cases, ({ status }) => status)).toEqual(['gathering', 'held']);
  });

  /** A stand-in for the API with pages of these cases. The cursor of a page is its number. */
  const served = (pages: readonly (readonly string[])[]) => {
    const asked: Record<string, string>[] = [];
    const queue = async (query: Record<string, string>) => {
      asked.push(query);
      const at = Number(query['cursor'] ?? 0);
      const next = at + 1 < pages.length ? String(at + 1) : null;
      const lines = (pages[at] ?? []).map((reference) => line(reference, 3));
      return { ok: true, value: queueSchema.parse({ cases: lines, next }) } as const;
    };
    return { asked, queue };
  };
  const referencesOf = (answer: Awaited<ReturnType<typeof loadLines>>): readonly string[] =>
    answer.ok ? answer.value.lines.map(({ reference }) => reference) : [];

  test('loads more pages until there are enough lines, also past empty pages, and lists a case once that comes twice', async () => {
    const api = served([['a', 'b'], [], ['b', 'c'], ['d']]);
    const first = await loadLines(api, wholeQueue, 1);
    expect(first).toMatchObject({ ok: true, value: { next: '1' } });
    expect(referencesOf(first)).toEqual(['a', 'b']);
    const second = await loadLines(api, wholeQueue, 3, first.ok ? first.value : undefined);
    expect(referencesOf(second)).toEqual(['a', 'b', 'c']);
    const whole = await loadLines(api, wholeQueue, 100);
    expect(referencesOf(whole)).toEqual(['a', 'b', 'c', 'd']);
    expect(whole).toMatchObject({ value: { next: null } });
  });

  test('requests one’s own cases, those without an owner, the archive, or one case number', async () => {
    const api = served([['a']]);
    const wishes = [
      { ...wholeQueue, owners: 'mine' },
      { ...wholeQueue, owners: 'nobody' },
      { ...wholeQueue, list: 'archive' },
      { ...wholeQueue, owners: 'mine', reference: '1234' },
    ] as const;
    for (const wish of wishes) await loadLines(api, wish, 1);
    expect(api.asked).toEqual([
      { list: 'queue', owner: 'me' },
      { list: 'queue', owner: 'nobody' },
      { list: 'archive' },
      { reference: '1234' },
    ]);
  });

  test.each([
    [{ extended: false, daysLeft: 6 }, 'calm'],
    [{ extended: false, daysLeft: 5 }, 'near'],
    [{ extended: false, daysLeft: 0 }, 'near'],
    [{ extended: false, daysLeft: -1 }, 'over'],
    [{ extended: true, daysLeft: -1 }, 'calm'],
  ] as const)('shows the last day to extend or refuse in %o: %s', (at, said) => {
    expect(noticeOf(at)).toBe(said);
  });

  test('shows a second date only if there is a suspension', () => {
    expect(suspensionOf({ due: '2026-12-21', suspendedDue: '2026-12-21' })).toBe('none');
    expect(suspensionOf({ due: '2026-12-21', suspendedDue: '2026-12-28' })).toBe('moved');
    expect(suspensionOf({ due: '2026-12-21', suspendedDue: null })).toBe('open');
  });
});

describe('the dates of a case', () => {
  test('counts today back from the legal date and the days left, across every change to or from summer time', () => {
    const days = fc.date({
      min: new Date('2024-01-01T00:00:00Z'),
      max: new Date('2031-12-31T00:00:00Z'),
      noInvalidDate: true,
    });
    fc.assert(
      fc.property(days, fc.integer({ min: -400, max: 400 }), (day, daysLeft) => {
        const today = day.toISOString().slice(0, 10);
        const due = new Date(Date.parse(today) + daysLeft * 86_400_000).toISOString().slice(0, 10);
        expect(todayOf({ unsuspendedDue: due, daysLeft })).toBe(today);
      }),
      { numRuns: runs(10_000) },
    );
  });

  const extension = { category: 'number', due: '2027-02-22', noticeSentAt: null };
  test.each([
    [{}, { period: 'month', rest: 'none' }],
    [{ extensions: [extension] }, { period: 'notice-unsent', rest: 'none' }],
    [
      { extensions: [extension], unsuspendedDue: '2027-02-22', lastDayForNotice: '2026-12-21' },
      { period: 'extended', rest: 'none' },
    ],
    [{ suspendedDays: 3 }, { period: 'month', rest: 'over' }],
  ])('with %o are explained as %o', (part, holding) => {
    expect(holdingDate(caseOf('R-1', part))).toEqual(holding);
  });

  test('with an undecided circumstance, shows the date that is certain', () => {
    const view = { ...caseOf('R-1', { suspendedDays: null }), due: null };
    expect(holdingDate(view)).toEqual({ period: 'month', rest: 'open' });
  });

  test('the last day for a notice still counts as in time, also in an extended case', () => {
    const at = (daysLeft: number) =>
      isTooLateForNotice({ unsuspendedDue: '2027-02-22', lastDayForNotice: '2026-12-21', daysLeft });
    expect(at(63)).toBe(false);
    expect(at(62)).toBe(true);
  });

  test('the 72 hours of a breach are counted down by the hour, also after their end', () => {
    const at = Date.parse('2026-11-21T10:00:00.000Z');
    expect(hoursUntil('2026-11-24T10:00:00.000Z', at)).toBe(72);
    expect(hoursUntil('2026-11-21T10:59:59.000Z', at)).toBe(0);
    expect(hoursUntil('2026-11-21T09:59:59.000Z', at)).toBe(-1);
  });

  test('the registration is shown only if it was on another day than the receipt', () => {
    const [receivedAt, timeZone] = ['2026-11-20T09:00:00.000Z', 'Europe/Stockholm'];
    expect(wasRegisteredLater({ receivedAt, timeZone, registeredAt: '2026-11-20T15:00:00.000Z' })).toBe(false);
    expect(wasRegisteredLater({ receivedAt, timeZone, registeredAt: '2026-11-23T09:00:00.000Z' })).toBe(true);
    // 23:30 and 00:30 in Stockholm: the same day in UTC, and two days for the case.
    const midnight = { receivedAt: '2026-11-20T22:30:00.000Z', registeredAt: '2026-11-20T23:30:00.000Z' };
    expect(wasRegisteredLater({ ...midnight, timeZone })).toBe(true);
    expect(wasRegisteredLater({ ...midnight, timeZone: 'UTC' })).toBe(false);
  });
});

describe('what is typed', () => {
  test('counts as empty if it is only spaces', () => {
    expect([filled('  '), filled(' a '), linesIn(' \n\n'), linesIn('a\n \n b ')]).toEqual([
      undefined,
      'a',
      undefined,
      ['a', 'b'],
    ]);
  });

  test('as an amount of money is exact in hundredths, with comma or point', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 999_999_999 }), fc.constantFrom('.', ','), (hundredths, mark) => {
        const whole = Math.floor(hundredths / 100);
        const part = String(hundredths % 100).padStart(2, '0');
        expect(hundredthsIn(`${whole}${mark}${part}`)).toBe(hundredths);
      }),
      { numRuns: runs(10_000) },
    );
    expect(['150', '1 250', '150,5', '0,29'].map(hundredthsIn)).toEqual([15_000, 125_000, 15_050, 29]);
    expect(['', '-1', '1e3', '1,234', 'abc', '1.2.3'].map(hundredthsIn)).toEqual(Array(6).fill(undefined));
  });

  test('as a time is an instant in the time zone of the controller, or nothing', () => {
    const stockholm = 'Europe/Stockholm';
    expect(instantOf('2026-11-20T09:30', stockholm)).toBe('2026-11-20T08:30:00.000Z');
    expect(instantOf('2026-07-20T09:30', stockholm)).toBe('2026-07-20T07:30:00.000Z');
    expect(instantOf('2026-11-20T09:30', 'Europe/Helsinki')).toBe('2026-11-20T07:30:00.000Z');
    expect([instantOf('', stockholm), instantOf('soon', stockholm)]).toEqual([undefined, undefined]);
  });

  test('as a time is read like Temporal reads it, in every zone and season', () => {
    const zones = [
      'Europe/Stockholm',
      'Europe/London',
      'America/St_Johns',
      'Pacific/Apia',
      'Australia/Lord_Howe',
      'UTC',
    ];
    const minutes = fc.integer({ min: Date.UTC(2015, 0) / 60_000, max: Date.UTC(2040, 0) / 60_000 });
    const nearSwitch = fc
      .tuple(fc.integer({ min: 2015, max: 2039 }), fc.constantFrom(2, 9, 3, 10), fc.integer({ min: 0, max: 44_640 }))
      .map(([year, month, minute]) => Date.UTC(year, month) / 60_000 + minute);
    fc.assert(
      fc.property(fc.oneof(minutes, nearSwitch), fc.constantFrom(...zones), (minute, zone) => {
        const local = new Date(minute * 60_000).toISOString().slice(0, 16);
        const said = Temporal.PlainDateTime.from(local).toZonedDateTime(zone).toInstant().epochMilliseconds;
        expect([local, zone, instantOf(local, zone)]).toEqual([local, zone, new Date(said).toISOString()]);
      }),
      { numRuns: 2_000 },
    );
  });
});

describe('a scan', () => {
  test('is sent byte for byte', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 70_000, size: 'max' }), (bytes) => {
        expect(base64Of(bytes)).toBe(Buffer.from(bytes).toString('base64'));
      }),
      { numRuns: 100 },
    );
  });

  test('is refused if it is too large or of another type', async () => {
    const file = (bytes: number, type: string): File => new File([new Uint8Array(bytes)], 'scan', { type });
    expect(await readScan(file(3, 'application/pdf'))).toEqual({
      ok: true,
      scan: { mediaType: 'application/pdf', base64: 'AAAA' },
    });
    expect(await readScan(file(3, 'image/svg+xml'))).toEqual({ ok: false });
    expect(await readScan(file(4 * 1024 * 1024 + 1, 'image/png'))).toEqual({ ok: false });
  });
});

describe('what is sent with a release', () => {
  const timeline = [{ at: '2026-11-20T10:00:00.000Z', type: 'screened', by: 'workflow' }];

  test('lists what was answered before the review, and never what is missing, late or delivered before', () => {
    const systems = [
      system('hubspot', { outcome: 'found', records: 2 }),
      system('scrive', { outcome: 'withheld', reason: 'OSL 25:1' }),
      system('fortnox', { outcome: 'failed', reason: 'timeout' }),
      system('mailchimp', { deliveredIn: 1 }),
      system('butiksarkiv', { outcome: 'found', endedAt: '2026-11-20T10:00:00.001Z' }),
      system('hubspot', { outcome: 'nothing-held' }),
      system('fortnox', { outcome: 'failed', reason: 'timeout', givenUp: true }),
    ];
    expect(releaseOf({ systems, timeline, refusals: [], held: [] }).map(({ place }) => place)).toEqual([
      'now',
      'withheld',
      'missing',
      'before',
      'later',
      'now',
      'given-up',
    ]);
  });

  test('leaves out a refused kind of record of a system as long as it is refused', () => {
    const title = { sv: 'HubSpot: Kontakt', en: 'HubSpot: Contact' };
    const item = { system: 'hubspot', resource: 'contacts', title, what: '', ground: 'others-rights', law: null };
    const refusal = (standing: 'in-force' | 'taken-back'): CaseView['refusals'][number] => ({
      refusal: 1,
      scope: 'part',
      ground: 'others-rights',
      late: false,
      at: '2026-11-20T09:00:00.000Z',
      standing,
      inWordsOnly: false,
      changeable: true,
      items: [{ ...item, reason: '', until: null }],
    });
    const systems = [system('hubspot', { outcome: 'found', records: 7, files: 2 }), system('scrive')];
    const kind = { resource: 'contacts', title, records: 2, files: 1 };
    const heldOf = (counted: boolean) => [
      {
        system: 'hubspot',
        title: title,
        resources: [counted ? kind : { ...kind, records: null, files: null }],
      },
    ];
    const leftOut = (standing: 'in-force' | 'taken-back') =>
      releaseOf({ systems, timeline, refusals: [refusal(standing)], held: heldOf(true) }).map((one) => one.leftOut);
    const goesOut = (standing: 'in-force' | 'taken-back', counted = true) =>
      releaseOf({ systems, timeline, refusals: [refusal(standing)], held: heldOf(counted) })[0]?.goesOut;
    expect(goesOut('in-force')).toEqual({ records: 5, files: 1 });
    expect(goesOut('in-force', false)).toBeNull();
    expect(goesOut('taken-back')).toEqual({ records: 7, files: 2 });
    expect(leftOut('in-force')).toEqual([[title], []]);
    expect(leftOut('taken-back')).toEqual([[], []]);
  });

  test('depends on the latest review', () => {
    const systems = [system('butiksarkiv', { outcome: 'found', endedAt: '2026-11-20T11:00:00.000Z' })];
    const again = [...timeline, { at: '2026-11-21T10:00:00.000Z', type: 'screened', by: 'workflow' }];
    expect(releaseOf({ systems, timeline: again, refusals: [], held: [] })[0]?.place).toBe('now');
  });
});

describe('the roles in a token', () => {
  const token = (payload: unknown): string => `h.${Buffer.from(JSON.stringify(payload)).toString('base64url')}.s`;

  test('are read from a list or a text, and unknown roles are ignored', () => {
    expect([...rolesIn(token({ sub: 'å', roles: ['auditor', 'approver', 'king'] }))]).toEqual(['approver', 'auditor']);
    expect([...rolesIn(token({ roles: 'case-worker,dpo' }))]).toEqual(['case-worker', 'dpo']);
  });

  test.each(['', 'opaque', 'a.b.c', token(null), token({ roles: 7 }), token({})])('are empty in %j', (text) => {
    expect(rolesIn(text).size).toBe(0);
  });
});

// The whole system runs in a separate process. A test kills the process on the last day of a case and starts it again
// much later.
import { keyOf } from '#domain/case/letters/letter-key.ts';
import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import { afterEach, describe, expect, it } from 'vitest';
import type { TestPerson } from '#connectors/sdk/fake.ts';
import { readCommit } from '#domain/case/log/commit.ts';
import { localDate } from '#domain/clock/deadline.ts';
import { openClock } from '#infra/local/clock.ts';
import { names } from '#infra/local/runner/environment.ts';
import { caseLog } from '#store/case-log.ts';
import { prepareSystem, type KillableSystem } from '#test/support/kill/killable-system.ts';
import { newCase, pursue } from '#test/support/kill/people.ts';
import { someOf } from '#test/support/random.ts';

const hour = 3_600_000;
const zone = 'Europe/Stockholm';

const person: TestPerson = {
  givenName: 'Kim',
  familyName: 'Uttag',
  emails: ['kim.uttag@example.org'],
  phone: '+46701740630',
};
const request = {
  controller: 'nordvik',
  rights: ['access'],
  language: 'sv',
  identifiers: [{ kind: 'email', value: 'kim.uttag@example.org' }],
};

describe('A system that is killed on the last day of a case', () => {
  let system: KillableSystem | undefined;
  afterEach(async () => await system?.close());

  // A short run has one of the two, chosen by the seed.
  const outages = someOf(
    [
      { outage: 'nine hours', hours: 9 },
      { outage: 'forty days', hours: 40 * 24 },
    ],
    1,
  );
  it.each(outages)(
    'and started $outage later reports every time as it was, and the late answer can be downloaded',
    async ({ hours }) => {
      const killable = await prepareSystem(['mailchimp', 'butiksarkiv'], person);
      system = killable;
      killable.downtime = hours * hour;
      const one = newCase(request);
      let due = '';
      await pursue(killable, one, async (view, life) => {
        if (view.waitingFor !== 'second-release' || due !== '') return;
        due = view.due ?? '';
        // The clock moves to the evening of the last day. Staff then release the answer, and the process is killed while
        // it stores the package.
        await life.shift(Date.parse(`${due}T18:00:00.000Z`) - Date.now());
        await life.dieAt({ method: 'PUT', path: `^/${names.buckets.exports}/`, nth: 1, phase: 'arrives' });
      });
      expect(killable.kills).toHaveLength(1);
      // The person could download the answer. The days for the download count from the letter and not from the release
      // before the outage.
      expect(one.answer?.length).toBeGreaterThan(1000);

      const life = await killable.life();
      const client = DynamoDBDocumentClient.from(
        new DynamoDBClient({ ...killable.operator(), endpoint: life.addresses.dynamodb }),
      );
      const events = (await caseLog(client, names.table).read(one.reference ?? '')).flatMap(
        (text) => readCommit(text).events,
      );
      const times = events.map(({ at }) => at);
      expect(times).toEqual(times.toSorted());

      const started = new Date(Date.parse(`${due}T18:00:00.000Z`) + hours * hour).toISOString();
      const ended = new Date(openClock(killable.folder).now()).toISOString();
      const begun = events.find(({ type }) => type === 'assembly-started');
      expect(localDate(begun?.at ?? '', zone)).toBe(due);
      for (const type of ['assembled', 'delivered', 'case-closed'] as const) {
        const at = events.find((event) => event.type === type)?.at ?? '';
        expect([type, at > started, at < ended]).toEqual([type, true, true]);
        expect(localDate(at, zone) > due).toBe(true);
      }
      const sent =
        events.find((event) => event.type === 'letter-sent' && keyOf(event.letter) === 'answer-ready/1')?.at ?? '';
      expect(sent > started).toBe(true);
      // The log records that the answer is late, and the person got a letter about the delay.
      expect(events.some((event) => event.type === 'letter-sent' && keyOf(event.letter) === `delay/${due}`)).toBe(true);
      expect(events.some((event) => event.type === 'alerted' && event.alert === 'escalation')).toBe(true);

      const view = await (await life.staff(0)).case(one.reference ?? '');
      expect(Date.parse(view.answers[0]?.availableUntil ?? '') - Date.parse(sent)).toBeGreaterThan(13 * 24 * hour);
    },
  );
});

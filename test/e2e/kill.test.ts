// The whole system runs in a separate process, which the tests kill with SIGKILL again and again during several cases.
// The vendors' stand-ins, the person and the staff are outside this process, so they see what happens across its
// restarts.
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { TestPerson } from '#connectors/sdk/fake.ts';
import { testPerson } from '#connectors/sdk/test-person.ts';
import { demoRequest } from '#infra/local/demo/person.ts';
import { names } from '#infra/local/runner/environment.ts';
import { prepareSystem, type KillableSystem } from '#test/support/kill/killable-system.ts';
import type { Instant } from '#test/support/kill/messages.ts';
import { newCase, pursue, type Look } from '#test/support/kill/people.ts';
import { killAtRandom } from '#test/support/kill/random-kills.ts';
import { differences, lookAt, type Outcome } from '#test/support/kill/verdict.ts';
import { isLong, randomFrom, seed, someOf } from '#test/support/random.ts';

// A short run has some of the kills, chosen by the seed: each kill starts the whole system once more.
const randomKills = isLong ? 50 : 4;

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
const newsletter = ['mailchimp', 'butiksarkiv'];
const two = ['mailchimp', 'hubspot', 'butiksarkiv'];
const all = ['hubspot', 'scrive', 'fortnox', 'mailchimp', 'butiksarkiv'];

const systems: KillableSystem[] = [];
const undisturbed = new Map<string, Promise<Outcome>>();

async function prepare(organisation: readonly string[]): Promise<KillableSystem> {
  const system = await prepareSystem(organisation, organisation === all ? testPerson : person);
  systems.push(system);
  return system;
}

function requestTo(organisation: readonly string[]): object {
  return organisation === all ? demoRequest : request;
}

/** The result of the same case without kills, with which the other results are compared. */
async function undisturbedCase(organisation: readonly string[]): Promise<Outcome> {
  const key = organisation.join();
  const known = undisturbed.get(key) ?? runUndisturbed(organisation);
  undisturbed.set(key, known);
  return await known;
}

async function runUndisturbed(organisation: readonly string[]): Promise<Outcome> {
  const system = await prepare(organisation);
  const one = newCase(requestTo(organisation));
  await pursue(system, one);
  const outcome = await lookAt(system, await system.life(), one, [one.reference ?? '']);
  await system.close();
  return outcome;
}

beforeAll(async () => {
  for (const { faults, doubles } of await Promise.all([undisturbedCase(newsletter), undisturbedCase(two)])) {
    expect(faults).toEqual([]);
    expect(doubles).toBe(0);
  }
});
afterAll(async () => {
  for (const system of systems) await system.close();
});

/**
 * Handles one case, during which `look` and `onRequest` kill the process. The case must have the same result as the
 * case without kills.
 */
async function survives(
  organisation: readonly string[],
  expectedKills: number,
  disturb: (system: KillableSystem) => Look,
): Promise<{ readonly system: KillableSystem; readonly outcome: Outcome }> {
  const expected = await undisturbedCase(organisation);
  const system = await prepare(organisation);
  const one = newCase(requestTo(organisation));
  await pursue(system, one, disturb(system));
  expect(system.kills).toHaveLength(expectedKills);
  const outcome = await lookAt(system, await system.life(), one, [one.reference ?? '']);
  expect(outcome.faults).toEqual([]);
  expect(differences(outcome, expected)).toEqual([]);
  await system.close();
  return { system, outcome };
}

/** Returns a function that acts only once for each name. */
function onceEach(): (name: string, act: () => Promise<unknown>) => Promise<void> {
  const done = new Set<string>();
  return async (name, act) => {
    if (done.has(name)) return;
    done.add(name);
    await act();
  };
}

const written = { method: 'POST', path: '^/$', target: '.PutItem', nth: 1, phase: 'answered' } as const;

describe.concurrent('A system that is killed', () => {
  const share = Math.ceil(randomKills / (isLong ? 5 : 4));
  const lanes = [
    { what: 'a newsletter system', organisation: newsletter, kills: share * 2 },
    { what: 'two systems', organisation: two, kills: share * 2 },
    ...(isLong ? [{ what: 'all four systems', organisation: all, kills: randomKills - share * 4 }] : []),
  ];
  it.each(lanes)(
    `at $kills random instants (UTDRAG_SEED=${seed}), with $what, ends every case with the same answer`,
    async (lane) => {
      const { organisation, kills } = lane;
      const expected = undisturbedCase(organisation);
      // The promise is awaited later. Until then a rejection must not end the test.
      expected.catch(() => undefined);
      const system = await prepare(organisation);
      const survivors = await killAtRandom(system, requestTo(organisation), kills, randomFrom(seed));
      expect(survivors.reduce((sum, one) => sum + one.kills, 0)).toBe(kills);
      for (const { outcome } of survivors) {
        expect(outcome.faults).toEqual([]);
        expect(differences(outcome, await expected)).toEqual([]);
      }
      expect(survivors.reduce((sum, one) => sum + one.outcome.doubles, 0)).toBeLessThanOrEqual(kills);
      await system.close();
    },
  );

  it('between a commit and the signal that it owes, goes on', async () => {
    const signal = { method: 'POST', path: '^/$', target: '.SendTaskSuccess', phase: 'arrives', nth: 1 } as const;
    const waits = someOf(
      ['subject-code', 'search-approval', 'identifier-decision', 'system-answers', 'second-release'],
      3,
    );
    await survives(two, waits.length + 1, () => {
      const once = onceEach();
      return async ({ waitingFor }, life) => {
        // Nothing else happens in the case. So the next signal to the workflow follows the next command of the person
        // or the staff.
        if (waits.includes(waitingFor)) await once(waitingFor, async () => await life.dieAt(signal));
        // For this commit no task of the workflow waits.
        if (waitingFor === 'release') await once('release', async () => await life.dieAt(written));
      };
    });
  });

  it('between a commit and its projection, and between a commit and the call that settles the case, ends right after', async () => {
    await survives(newsletter, 2, (system) => {
      const once = onceEach();
      return async ({ waitingFor, reference }, life) => {
        // The commit is stored. Its summary is not, and nobody was told that the case owes something.
        if (waitingFor === 'release') await once('projection', async () => await life.dieAt(written));
        // After the first release nothing else happens in the case, so only a repair can change its summary.
        if (waitingFor === 'second-release')
          await once('queue', async () => {
            expect(system.kills).toHaveLength(2);
            const row = async () =>
              (await (await life.staff(0)).queue()).cases.find((one) => one.reference === reference);
            await expect.poll(async () => (await row())?.waitingFor, { timeout: 10_000 }).toBe('second-release');
          });
        // The commit and its summary are stored. The wait of the workflow has not been ended.
        if (waitingFor === 'search-approval')
          await once('settling', async () => await life.dieAt({ ...written, nth: 2 }));
      };
    });
  });

  it('while searching, asks for no page again that it had kept', async () => {
    const kept = { method: 'PUT', path: `^/${names.buckets.findings}/.*/pages/(mailchimp|hubspot)/` } as const;
    const ways = someOf<Instant | 'vendor'>(
      [
        'vendor',
        { ...kept, nth: 1, phase: 'arrives' },
        { ...kept, nth: 1, phase: 'answered' },
        'vendor',
        { ...kept, nth: 2, phase: 'answered' },
        { ...kept, nth: 2, phase: 'arrives' },
        'vendor',
        { ...kept, nth: 1, phase: 'answered' },
      ],
      4,
    );
    await survives(two, ways.length + 1, (system) => {
      const once = onceEach();
      let [searching, next, toCome] = [false, 0, 0];
      system.fate = () => {
        const way = searching ? ways[next] : undefined;
        if (way !== undefined) next += 1;
        if (way !== 'vendor') return way;
        // The vendor does not respond to the third request from now.
        toCome = 3;
        return undefined;
      };
      system.vendors.onRequest = async () => {
        toCome -= 1;
        if (toCome === 0) await system.kill();
      };
      return async ({ status }) => {
        if (status !== 'gathering') return;
        searching = true;
        await once('first', async () => await system.kill());
      };
    });
  });

  it('between the result of a search and its commit, records every result once', async () => {
    const result = { path: `^/${names.buckets.findings}/.*/results/(mailchimp|hubspot)/`, nth: 1 } as const;
    const ways: readonly Instant[] = [
      { ...result, method: 'PUT', phase: 'arrives' },
      { ...result, method: 'PUT', phase: 'answered' },
      { ...result, method: 'GET', phase: 'arrives' },
      { ...result, method: 'GET', phase: 'answered' },
      { ...result, method: 'GET', nth: 2, phase: 'answered' },
    ];
    await survives(two, ways.length + 1, (system) => {
      const once = onceEach();
      let [searching, next] = [false, 0];
      system.fate = () => {
        const way = searching ? ways[next] : undefined;
        if (way !== undefined) next += 1;
        return way;
      };
      return async ({ status }) => {
        if (status !== 'gathering') return;
        searching = true;
        await once('first', async () => await system.kill());
      };
    });
  });

  it('while it waits for people, waits on', async () => {
    const waits = someOf(
      ['subject-code', 'search-approval', 'identifier-decision', 'system-answers', 'release', 'second-release'],
      3,
    );
    await survives(two, waits.length, (system) => {
      const once = onceEach();
      return async ({ waitingFor }) => {
        if (waits.includes(waitingFor)) await once(waitingFor, async () => await system.kill());
      };
    });
  });

  it('while assembling and delivering, delivers one answer', async () => {
    const answer = { method: 'PUT', path: `^/${names.buckets.exports}/`, nth: 1 } as const;
    const anchor = { method: 'PUT', path: `^/${names.buckets.anchors}/`, nth: 1 } as const;
    const ways = someOf<Instant>(
      [
        { ...answer, phase: 'arrives' },
        { ...answer, phase: 'answered' },
        { ...anchor, phase: 'arrives' },
        { ...anchor, phase: 'answered' },
        written,
      ],
      3,
    );
    await survives(two, ways.length + 1, (system) => {
      const once = onceEach();
      let [assembling, next] = [false, 0];
      system.fate = () => {
        const way = assembling ? ways[next] : undefined;
        if (way !== undefined) next += 1;
        return way;
      };
      return async ({ waitingFor }, life) => {
        if (waitingFor !== 'second-release') return;
        assembling = true;
        const reading = { method: 'GET', path: `^/${names.buckets.findings}/.*/pages/`, nth: 2 } as const;
        await once('reading', async () => await life.dieAt({ ...reading, phase: 'arrives' }));
      };
    });
  });

  it('between the intention to send a letter and the record that it was sent, loses none', async () => {
    const mail = { method: 'POST', path: '^/v2/email/outbound-emails', nth: 1 } as const;
    const arrives: Instant = { ...mail, phase: 'arrives' };
    const answered: Instant = { ...mail, phase: 'answered' };
    // The process is killed before and after SES accepts a letter. The two letters are the receipt and the code.
    const pairs = isLong ? 2 : 1;
    const ways = Array.from({ length: pairs }, () => [arrives, answered]).flat();
    const { outcome } = await survives(newsletter, pairs * 4, (system) => {
      const once = onceEach();
      // Longer than the lease for sending a letter, so the new process sends an owed letter immediately.
      system.downtime = 25_000;
      system.fate = () => ways.shift();
      return async ({ waitingFor }, life) => {
        if (waitingFor !== 'second-release') return;
        // The same for two more letters: the letter that announces the answer, and the code for the download.
        await once('answer', async () => {
          ways.push(answered, ...Array.from({ length: pairs - 1 }, () => [arrives, answered]).flat());
          await life.dieAt(arrives);
        });
      };
    });
    // If the process was killed after SES had accepted a letter, the log did not record the sending. So the letter was
    // sent again.
    expect(outcome.doubles).toBeGreaterThanOrEqual(pairs);
    expect(outcome.doubles).toBeLessThanOrEqual(pairs * 2);
  });
});

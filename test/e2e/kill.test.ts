// The whole system runs in a separate process, which the tests kill with SIGKILL again and again during several cases.
// The vendors' stand-ins, the person and the staff are outside this process, so they see what happens across its
// restarts.
import { afterAll, describe, expect, it, vi } from 'vitest';
import type { TestPerson } from '#connectors/sdk/fake.ts';
import { testPerson } from '#connectors/sdk/test-person.ts';
import { demoRequest } from '#infra/local/demo/person.ts';
import { names } from '#infra/local/runner/environment.ts';
import { prepareSystem, type KillableSystem } from '#test/support/kill/killable-system.ts';
import type { Instant } from '#test/support/kill/messages.ts';
import { isReviewed, newCase, pursue } from '#test/support/kill/people.ts';
import { killAtRandom } from '#test/support/kill/random-kills.ts';
import { differences, lookAt, type Outcome } from '#test/support/kill/verdict.ts';
import { allAtOnce, type Disturbance } from '#test/support/kill/disturbance.ts';
import { isLong, randomFrom, seed, someOf } from '#test/support/random.ts';

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

afterAll(async () => {
  for (const system of systems) await system.close();
});

const written = { method: 'POST', path: '^/$', target: '.PutItem', nth: 1, phase: 'answered' } as const;

/** Between a commit and the signal that it owes to the workflow. */
function beforeSignals(waits: readonly string[]): Disturbance {
  const signal = { method: 'POST', path: '^/$', target: '.SendTaskSuccess', phase: 'arrives', nth: 1 } as const;
  const left = new Set(waits);
  return {
    kills: waits.length,
    look: async ({ waitingFor }, life) => {
      // Nothing else happens in the case. So the next signal to the workflow follows the next command of the person or
      // the staff.
      if (!left.delete(waitingFor)) return false;
      await life.dieAt(signal);
      return true;
    },
  };
}

/**
 * During the review: the decisions were handled, and their response was not sent yet. Whoever decided sends the request
 * again, and nothing is decided twice.
 */
function duringReview(ways: readonly Instant[]): Disturbance {
  const left = [...ways];
  return {
    kills: ways.length,
    look: async ({ waitingFor, reference }, life) => {
      if (waitingFor !== 'release' || (await isReviewed(await life.staff(0), reference))) return false;
      const way = left.shift();
      if (way !== undefined) await life.dieAt(way);
      return way !== undefined;
    },
  };
}
const decision = { method: 'POST', path: '^/v1/cases/[^/]+/review$', nth: 1 } as const;
const review: readonly Instant[] = [
  { ...decision, phase: 'arrives' },
  { ...decision, phase: 'answered' },
];

/** After the commit of the first release, for which no task of the workflow waits. */
function dieAtRelease(): Disturbance {
  const left = new Set(['release']);
  return {
    kills: 1,
    look: async ({ waitingFor, reference }, life) => {
      // The views of the records are written too, so the release comes first only after the review.
      if (waitingFor === 'release' && !(await isReviewed(await life.staff(0), reference))) return false;
      if (!left.delete(waitingFor)) return false;
      await life.dieAt(written);
      return true;
    },
  };
}

/** Between a commit and the summary that follows from it, and between a commit and the call that settles the case. */
function afterCommits(): Disturbance {
  const left = new Set(['release', 'search-approval', 'second-release']);
  return {
    kills: 2,
    look: async ({ waitingFor, reference }, life) => {
      if (waitingFor === 'release' && !(await isReviewed(await life.staff(0), reference))) return false;
      if (!left.delete(waitingFor)) return false;
      // After the first release nothing else happens in the case, so only a repair can change its summary.
      if (waitingFor === 'second-release') {
        const row = async () => (await (await life.staff(0)).queue()).cases.find((one) => one.reference === reference);
        await vi.waitFor(async () => expect((await row())?.waitingFor).toBe('second-release'), { timeout: 10_000 });
        return false;
      }
      // After `release` only the first write, the commit, is stored. Its summary is not stored, and `settle-case` was
      // not called. After `search-approval` the commit and its summary are stored. The wait of the workflow has not
      // been ended.
      await life.dieAt(waitingFor === 'release' ? written : { ...written, nth: 2 });
      return true;
    },
  };
}

/** When the search begins, and then at each of the instants of a search. `vendor`: while a vendor is asked. */
function duringSearches(ways: readonly (Instant | 'vendor')[], system: KillableSystem): Disturbance {
  let [searching, next, toCome] = [false, 0, 0];
  system.vendors.onRequest = async () => {
    toCome -= 1;
    if (toCome === 0) await system.kill();
  };
  return {
    kills: ways.length + 1,
    fate: () => {
      const way = searching ? ways[next] : undefined;
      if (way !== undefined) next += 1;
      // The vendor does not respond to the third request from now.
      if (way === 'vendor') toCome = 3;
      return way;
    },
    look: async ({ status }) => {
      if (status !== 'gathering' || searching) return false;
      searching = true;
      await system.kill();
      return true;
    },
  };
}
const page = { method: 'PUT', path: `^/${names.buckets.findings}/.*/pages/(mailchimp|hubspot)/` } as const;
const pages: readonly (Instant | 'vendor')[] = [
  'vendor',
  { ...page, nth: 1, phase: 'arrives' },
  { ...page, nth: 1, phase: 'answered' },
  'vendor',
  { ...page, nth: 2, phase: 'answered' },
  { ...page, nth: 2, phase: 'arrives' },
  'vendor',
  { ...page, nth: 1, phase: 'answered' },
];
const result = { path: `^/${names.buckets.findings}/.*/results/(mailchimp|hubspot)/`, nth: 1 } as const;
const results: readonly Instant[] = [
  { ...result, method: 'PUT', phase: 'arrives' },
  { ...result, method: 'PUT', phase: 'answered' },
  { ...result, method: 'GET', phase: 'arrives' },
  { ...result, method: 'GET', phase: 'answered' },
  { ...result, method: 'GET', nth: 2, phase: 'answered' },
];

/** While the case waits for people. */
function whileWaiting(waits: readonly string[], system: KillableSystem): Disturbance {
  const left = new Set(waits);
  return {
    kills: waits.length,
    look: async ({ waitingFor }) => {
      if (!left.delete(waitingFor)) return false;
      await system.kill();
      return true;
    },
  };
}

/** While the answer is assembled and delivered: first while its findings are read, then at each of the instants. */
function duringAssembly(ways: readonly Instant[]): Disturbance {
  let [assembling, next] = [false, 0];
  return {
    kills: ways.length + 1,
    fate: () => {
      const way = assembling ? ways[next] : undefined;
      if (way !== undefined) next += 1;
      return way;
    },
    look: async ({ waitingFor }, life) => {
      if (waitingFor !== 'second-release' || assembling) return false;
      assembling = true;
      const reading = { method: 'GET', path: `^/${names.buckets.findings}/.*/pages/`, nth: 2 } as const;
      await life.dieAt({ ...reading, phase: 'arrives' });
      return true;
    },
  };
}
const answer = { method: 'PUT', path: `^/${names.buckets.exports}/`, nth: 1 } as const;
const anchor = { method: 'PUT', path: `^/${names.buckets.anchors}/`, nth: 1 } as const;
const assembly: readonly Instant[] = [
  { ...answer, phase: 'arrives' },
  { ...answer, phase: 'answered' },
  { ...anchor, phase: 'arrives' },
  { ...anchor, phase: 'answered' },
  written,
];

const mail = { method: 'POST', path: '^/v2/email/outbound-emails', nth: 1 } as const;
/** Before and after SES accepts a letter. */
const letters: readonly Instant[] = [
  { ...mail, phase: 'arrives' },
  { ...mail, phase: 'answered' },
];

/**
 * Between the intention to send a letter and the record that it was sent. `first`: the receipt and the code.
 */
function duringLetters(first: readonly Instant[], last: readonly Instant[], system: KillableSystem): Disturbance {
  // Longer than the lease for sending a letter, so the new process sends an owed letter immediately.
  system.downtime = 25_000;
  const ways = [...first];
  const [one, ...others] = last;
  let waiting = one !== undefined;
  return {
    kills: first.length + last.length,
    fate: () => ways.shift(),
    look: async ({ waitingFor }, life) => {
      // The same for later letters: the letter that announces the answer, and the code for the download.
      if (one === undefined || waitingFor !== 'second-release' || !waiting) return false;
      waiting = false;
      ways.push(...others);
      await life.dieAt(one);
      return true;
    },
  };
}

/**
 * Handles one case, during which the disturbances kill the process. The case must have the same result as the case
 * without kills. Returns how many letters were sent twice.
 */
async function survives(
  organisation: readonly string[],
  disturb: (system: KillableSystem) => readonly Disturbance[],
): Promise<number> {
  const expected = undisturbedCase(organisation);
  // The promise is awaited later. Until then a rejection must not end the test.
  expected.catch(() => undefined);
  const system = await prepare(organisation);
  const one = newCase(requestTo(organisation));
  const { kills, fate, look } = allAtOnce(disturb(system));
  system.fate = fate;
  await pursue(system, one, look);
  expect(system.kills).toHaveLength(kills);
  const outcome = await lookAt(system, await system.life(), one, [one.reference ?? '']);
  expect(outcome.faults).toEqual([]);
  expect(differences(outcome, await expected)).toEqual([]);
  await system.close();
  return outcome.doubles;
}

describe.concurrent('A system that is not killed', () => {
  it.each(isLong ? [newsletter, two] : [two])(
    'with %s and %s has the case with which the others are compared',
    async (...organisation) => {
      const { faults, doubles } = await undisturbedCase(organisation);
      expect(faults).toEqual([]);
      expect(doubles).toBe(0);
    },
  );
});

describe.concurrent('A system that is killed', () => {
  const lanes = isLong
    ? [
        { what: 'a newsletter system', organisation: newsletter, kills: 20 },
        { what: 'two systems', organisation: two, kills: 20 },
        { what: 'all four systems', organisation: all, kills: 10 },
      ]
    : [{ what: 'two systems', organisation: two, kills: 1 }];
  it.each(lanes)(
    `at $kills random instants (UTDRAG_SEED=${seed}), with $what, ends every case with the same answer`,
    async ({ organisation, kills }) => {
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

  // Each kill starts the whole system once more. So a short run has some of the kills, chosen by the seed, in two cases.
  // A long run has all kills, and a case for each kind.
  it.skipIf(isLong)(
    `between a commit and what follows from it, while it waits and while sending letters (UTDRAG_SEED=${seed}), continues`,
    async () => {
      const doubles = await survives(two, (system) => [
        // `whileWaiting` kills before the person or the staff act. The kills after a commit let the case continue, so
        // they come later.
        whileWaiting(someOf(['subject-code', 'search-approval', 'release', 'second-release'], 1), system),
        beforeSignals(['subject-code']),
        afterCommits(),
        duringLetters(letters.slice(1), someOf(letters, 1), system),
      ]);
      // If the process was killed after SES had accepted a letter, the log did not record the sending. So the letter
      // was sent again.
      expect(doubles).toBeGreaterThanOrEqual(1);
    },
  );

  it.skipIf(isLong)(
    `while searching, between the result of a search and its commit, between a decision of the review and its response, and while assembling (UTDRAG_SEED=${seed}), continues`,
    async () => {
      await survives(two, (system) => [
        duringSearches([...someOf(pages, 1), ...someOf(results, 1)], system),
        duringReview(review.slice(1)),
        duringAssembly(someOf(assembly, 1)),
      ]);
    },
  );

  it.runIf(isLong)('between a commit and the signal that it owes, continues', async () => {
    const waits = ['subject-code', 'search-approval', 'identifier-decision', 'system-answers', 'second-release'];
    // For the commit after `release` no task of the workflow waits.
    await survives(two, () => [beforeSignals(waits), dieAtRelease()]);
  });

  it.runIf(isLong)(
    'between a commit and its summary, and between a commit and the call that settles the case, catches up',
    async () => {
      await survives(newsletter, () => [afterCommits()]);
    },
  );

  it.runIf(isLong)('while searching, requests no page again that it had stored', async () => {
    await survives(two, (system) => [duringSearches(pages, system)]);
  });

  it.runIf(isLong)('between the result of a search and its commit, records every result once', async () => {
    await survives(two, (system) => [duringSearches(results, system)]);
  });

  it.runIf(isLong)('between a decision of the review and its response, decides once', async () => {
    await survives(two, () => [duringReview(review)]);
  });

  it.runIf(isLong)('while it waits for people, continues to wait', async () => {
    const waits = [
      'subject-code',
      'search-approval',
      'identifier-decision',
      'system-answers',
      'release',
      'second-release',
    ];
    await survives(two, (system) => [whileWaiting(waits, system)]);
  });

  it.runIf(isLong)('while assembling and delivering, delivers one answer', async () => {
    await survives(two, () => [duringAssembly(assembly)]);
  });

  it.runIf(isLong)(
    'between the intention to send a letter and the record that it was sent, loses no letter',
    async () => {
      const first = [...letters, ...letters];
      const last = [...letters, ...letters];
      const doubles = await survives(newsletter, (system) => [duringLetters(first, last, system)]);
      // If the process was killed after SES had accepted a letter, the log did not record the sending. So the letter was
      // sent again.
      expect(doubles).toBeGreaterThanOrEqual(2);
      expect(doubles).toBeLessThanOrEqual(4);
    },
  );
});

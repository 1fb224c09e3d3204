// The whole system runs in a separate process on a small disk. The disk becomes full at different moments of a case.
import { review } from '#infra/local/demo/review.ts';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { TestPerson } from '#connectors/sdk/fake.ts';
import { ApiProblem, type StaffClient } from '#infra/local/demo/clients.ts';
import { commandNow } from '#test/support/command-now.ts';
import { prepareSystem, type KillableSystem, type Life } from '#test/support/kill/killable-system.ts';
import { newCase, pursue, type CaseOnItsWay } from '#test/support/kill/people.ts';
import { differences, lookAt, type Outcome } from '#test/support/kill/verdict.ts';
import { isLong, someOf } from '#test/support/random.ts';
import { mountSmallDisk, type SmallDisk } from '#test/support/small-disk.ts';

const megabyte = 1 << 20;
const trial = mountSmallDisk(megabyte);
if (typeof trial !== 'string') trial.unmount();
const refusal = typeof trial === 'string' ? ` (not run: ${trial})` : '';

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

/** The result of a request to the system: `done`, or the problem document of the response. */
async function asked(asking: Promise<unknown>): Promise<'done' | ApiProblem> {
  try {
    await asking;
    return 'done';
  } catch (error) {
    // Any other error, such as a broken connection, is no response of the system, so the test fails.
    if (error instanceof ApiProblem) return error;
    throw error;
  }
}

/** The command for which a case waits. Before a release, all records are reviewed. */
async function commandThatEnds(
  waitingFor: string,
  staff: StaffClient,
  reference: string,
): Promise<Parameters<StaffClient['command']>[2]> {
  return waitingFor === 'second-release'
    ? { type: 'release', round: 1, ...(await review(staff, reference)) }
    : { type: 'approve-search' };
}

describe.skipIf(refusal !== '')(`A disk that is full${refusal}`, () => {
  let disk: SmallDisk;
  let system: KillableSystem;
  let undisturbed: Outcome;
  const references: string[] = [];

  beforeAll(async () => {
    const mounted = mountSmallDisk(48 * megabyte);
    if (typeof mounted === 'string') throw new Error(mounted);
    disk = mounted;
    system = await prepareSystem(['mailchimp', 'butiksarkiv'], person, disk.folder);
    const one = newCase(request);
    await pursue(system, one);
    references.push(one.reference ?? '');
    undisturbed = await lookAt(system, await system.life(), one, references);
    expect(undisturbed.faults).toEqual([]);
  });
  afterAll(async () => {
    await system.close();
    disk.unmount();
  });

  /** Handles a new case until it waits for `waitingFor`. */
  async function caseThatWaits(waitingFor: string): Promise<{ one: CaseOnItsWay; life: Life }> {
    const one = newCase(request);
    const there = new Error('there');
    await pursue(system, one, (view) => {
      if (view.waitingFor === waitingFor) throw there;
    }).catch((error: unknown) => {
      if (error !== there) throw error;
    });
    references.push(one.reference ?? '');
    return { one, life: await system.life() };
  }

  const free = [
    ['search-approval', 0],
    ['second-release', 64],
  ] as const;
  const moreFree = [
    ['search-approval', 64],
    ['second-release', 128],
  ] as const;
  // A short run has one of the two, chosen by the seed.
  it.each([...someOf(free, 1), ...(isLong ? moreFree : [])])(
    'when the case waits for %s, but for %i KiB: responds clearly, keeps acknowledged data, and discloses nothing incomplete',
    async (waitingFor, kibibytes) => {
      const { one, life } = await caseThatWaits(waitingFor);
      const { reference = '', token = '' } = one;
      const staff = await life.staff(1);
      const note = async (text: string): Promise<'done' | ApiProblem> =>
        await asked(commandNow(staff, reference, { type: 'note', text }));
      const acknowledged = ['before'];
      expect(await note('before')).toBe('done');

      const command = await commandThatEnds(waitingFor, staff, reference);
      disk.fill(kibibytes * 1024);
      const answers = [await asked(commandNow(staff, reference, command))];
      await sleep(1_500);
      // Staff store notes until the system refuses one.
      for (
        let count = 0;
        count < 60 && !answers.some((answer) => answer !== 'done' && answer.status >= 500);
        count += 1
      ) {
        const text = `${count} ${'å'.repeat(1_500)}`;
        const answer = await note(text);
        if (answer === 'done') acknowledged.push(text);
        answers.push(answer);
      }
      const key = crypto.randomUUID();
      // Each request is for another person. A second request for the same unproven address would open no case.
      const another = { ...request, identifiers: [{ kind: 'email', value: `${key}@example.org` }] };
      answers.push(await asked(life.subject.open(another, key)));
      const refused = answers.filter((answer) => answer !== 'done');
      expect(refused.length).toBeGreaterThan(0);
      for (const { status, type } of refused) {
        expect([409, 500, 503]).toContain(status);
        expect(type).toMatch(/^urn:utdrag:problem:/);
      }
      expect(life.alive()).toBe(true);

      const view = await staff.case(reference);
      if (view.answers.length === 0) {
        const code = await asked(life.subject.askForCode(reference, token));
        expect(code).toBeInstanceOf(ApiProblem);
      }

      disk.free();
      // The same process continues without a restart.
      await pursue(system, one);
      expect(await system.life()).toBe(life);
      // The request may have succeeded or failed on the full disk. The same request with the same key opens only one
      // case.
      references.push((await (await system.life()).subject.open(another, key)).reference);
      const outcome = await lookAt(system, await system.life(), one, references);
      expect(outcome.faults).toEqual([]);
      expect(differences(outcome, undisturbed)).toEqual([]);
      const kept = (await (await (await system.life()).staff(0)).case(reference)).notes.map(({ text }) => text);
      expect(kept.filter((text) => acknowledged.includes(text))).toEqual(acknowledged);
    },
  );

  const soonFree = [
    ['the search', 'search-approval', 0, 4_000],
    ['the answer', 'second-release', 0, 4_000],
  ] as const;
  const longFull = [
    ['the search', 'search-approval', 500, 20_000],
    ['the answer', 'second-release', 300, 20_000],
  ] as const;
  it.each([...someOf(soonFree, 1), ...(isLong ? longFull : [])])(
    'while %s is at work (after %s, %i ms on, for %i ms): loses nothing, and nobody has to start or repeat anything',
    async (_, waitingFor, after, lasting) => {
      const { one, life } = await caseThatWaits(waitingFor);
      const staff = await life.staff(1);
      const { reference = '' } = one;
      await commandNow(staff, reference, await commandThatEnds(waitingFor, staff, reference));
      await sleep(after);
      disk.fill(0);
      await sleep(lasting);
      expect(life.alive()).toBe(true);
      disk.free();

      await pursue(system, one);
      expect(await system.life()).toBe(life);
      const outcome = await lookAt(system, await system.life(), one, references);
      expect(outcome.faults).toEqual([]);
      expect(differences(outcome, undisturbed)).toEqual([]);
    },
  );
});

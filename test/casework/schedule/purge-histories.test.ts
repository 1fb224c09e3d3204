// Random orders of the commands about how long a case is kept, with the clock and the person in between.
import * as fc from 'fast-check';
import { expect, it } from 'vitest';
import { hasOpenBreach } from '#domain/case/custody/open-breach.ts';
import { asLiving, type OpenedCase } from '#domain/case/state.ts';
import { localDate } from '#domain/clock/deadline.ts';
import { rawMail } from '../../domain/mail/mail.ts';
import { agreed, at, give, purge, wish } from '../desk.ts';
import { access, demo, Office, replyTo } from '../office.ts';
import { runs } from '#test/support/random.ts';

/** Texts that must never be in a log: who the person is, where they are, and what anybody wrote. */
const personal = [
  'olle@example.org',
  'olle.ny@example.org',
  'Olle Test',
  '701740612',
  '070-174 06 12',
  '19710101-9045',
  '197101019045',
  'Exempelgatan',
  'vilka uppgifter',
  'Lund',
  'stämning',
  'fel mottagare',
];

interface World {
  readonly office: Office;
  /** The case that the first mail opened. */
  readonly first: string;
  /** Cases whose findings and answers are kept. */
  readonly material: Set<string>;
  day: number;
  mails: number;
}

const breach = { type: 'record-breach', description: 'fel mottagare: Olle Test' } as const;
const noRisk = { step: 'no-notification-needed', text: 'Lund' } as const;
const address = ['Olle Test', 'Exempelgatan 2', '111 22 Stockholm'];
const closing = { type: 'end', ending: 'withdrawn' } as const;

async function settleBreaches({ office, day }: World, caseId: string): Promise<void> {
  for (const { id } of (await office.state(caseId)).common.breaches)
    await give(office, caseId, { type: 'update-breach', breach: id, ...noRisk }, at(day, 1));
}

/** Each action does one thing to a case of the person. A refused action changes nothing. */
const doings = {
  wait: async (world: World, _: string, n: number) => {
    world.day += n % 60;
  },
  purge: async (world: World, _: string, n: number) => {
    world.day += [0, 10, 35, 1900][n % 4] ?? 0;
    await purge(world.office, at(world.day, 2), world.material);
  },
  hold: async ({ office, day }: World, id: string) =>
    await give(office, id, { type: 'set-legal-hold', reason: 'stämning' }, at(day)),
  lift: async ({ office, day }: World, id: string) => await give(office, id, { type: 'lift-legal-hold' }, at(day)),
  breach: async ({ office, day }: World, id: string) =>
    await give(office, id, { ...breach, awareAt: at(day) }, at(day, 1)),
  noRisk: settleBreaches,
  withdraw: async ({ office, day }: World, id: string) =>
    await wish(office, id, { type: 'withdraw', confirm: true }, at(day)),
  takeBack: async ({ office, day }: World, id: string) =>
    await wish(office, id, { type: 'take-back-withdrawal' }, at(day)),
  end: async ({ office, day }: World, id: string) => await give(office, id, { ...closing, reason: 'Lund' }, at(day)),
  reopen: async ({ office, day }: World, id: string) =>
    await give(office, id, { type: 'reopen', reason: 'Olle Test ringde' }, at(day)),
  note: async ({ office, day }: World, id: string) =>
    await give(office, id, { type: 'note', text: 'Olle Test, 19710101-9045' }, at(day)),
  post: async ({ office, day }: World, id: string) =>
    await agreed(office, id, { type: 'move-to-post', address, reason: 'wish', registered: true }, at(day)),
  move: async ({ office, day }: World, id: string) =>
    await wish(office, id, { type: 'change-contact', email: 'olle.ny@example.org', old: 'in-use' }, at(day)),
  split: async ({ office, day }: World, id: string) =>
    await give(office, id, { type: 'split', matter: 'complaint', rights: [] }, at(day)),
  object: async ({ office, day }: World, id: string) =>
    await give(office, id, { type: 'object-to-retention', text: 'Olle Test vill glömmas' }, at(day)),
  uphold: async ({ office, day }: World, id: string) =>
    await give(office, id, { type: 'decide-retention-objection', upheld: true, reason: 'Lund' }, at(day)),
  write: async (world: World, id: string, n: number) => {
    const text = ['Jag bor nu i Lund, Olle Test.', 'Tack!', 'Radera sedan mina uppgifter.', 'Jag vill klaga på er.'];
    world.mails += 1;
    const mail = replyTo(id, text[n % text.length] ?? '');
    await world.office.receive(mail, { id: `reply-${world.mails}`, at: at(world.day) });
  },
} as const satisfies Readonly<Record<string, (world: World, caseId: string, n: number) => Promise<unknown>>>;
const names = Object.keys(doings).filter((name): name is keyof typeof doings => name in doings);

const states = async ({ office }: World): Promise<readonly OpenedCase[]> =>
  await Promise.all([...office.commits.keys()].map(async (caseId) => await office.state(caseId)));
const isHeld = (state: OpenedCase): boolean => state.common.legalHold || hasOpenBreach(state.common);

/** These hold at any time. */
async function check(world: World, before: readonly OpenedCase[]): Promise<void> {
  const { office, material } = world;
  const log = JSON.stringify([...office.commits.values()]);
  expect(personal.filter((words) => log.includes(words))).toEqual([]);
  const now = await states(world);
  for (const state of now) {
    const was = before.find(({ common: { caseId } }) => caseId === state.common.caseId);
    if (state.common.purged) expect(material.has(state.common.caseId)).toBe(false);
    if (was === undefined || was.common.purged || !state.common.purged) continue;
    // The case was purged just now, so nothing can have prevented it.
    expect([isHeld(state), asLiving(state)]).toEqual([false, undefined]);
    const undoUntil = state.common.closings.at(-1)?.undoUntil ?? null;
    if (undoUntil !== null) expect(localDate(at(world.day), 'Europe/Stockholm') > undoUntil).toBe(true);
  }
  for (const state of now.filter(isHeld)) expect(office.profiled.includes(state.common.caseId)).toBe(true);
  // A mail is stored as long as a case needs it, and no longer.
  const kept = now.filter(({ common: { purged } }) => !purged);
  const profiles = await Promise.all(
    kept.map(async ({ common: { caseId } }) => await office.casework.profiles.get(caseId)),
  );
  const needed = new Set(profiles.flatMap((profile) => profile?.inbound ?? []));
  expect([...office.mails].toSorted()).toEqual([...needed].toSorted());
}

it('A case is purged when nothing prevents it, and leaves nothing behind, whatever was done to it in whatever order', async () => {
  const often = ['purge', 'purge', 'withdraw', 'end', 'takeBack', 'lift', 'noRisk'] as const;
  const name_ = fc.oneof(fc.constantFrom(...names), fc.constantFrom(...often));
  const step = fc.tuple(name_, fc.oneof(fc.constant(0), fc.nat({ max: 3 })), fc.nat({ max: 2000 }));
  const happened = new Map<string, number>();
  const tally = (what: string): unknown => happened.set(what, (happened.get(what) ?? 0) + 1);
  await fc.assert(
    fc.asyncProperty(fc.array(step, { minLength: 6, maxLength: 24 }), async (steps) => {
      // Shorter than the days in which a withdrawal can be cancelled.
      const office = new Office({ ...demo, policy: { ...demo.policy, materialDays: 7 } });
      const first = (await office.receive(rawMail(`${access} Personnummer 19710101-9045.`))).caseId ?? '';
      const world: World = { office, first, material: new Set([first]), day: 0, mails: 0 };
      for (const [name, which, n] of steps) {
        const before = await states(world);
        const caseId = before[which % before.length]?.common.caseId ?? first;
        await doings[name](world, caseId, n);
        world.day += 1;
        for (const {
          common: { caseId: known },
        } of await states(world))
          if (!before.some((one) => one.common.caseId === known)) world.material.add(known);
        await check(world, before);
        const after = await states(world);
        for (const state of after) {
          if (
            state.common.purged &&
            before.some((one) => one.common.caseId === state.common.caseId && !one.common.purged)
          )
            tally('purged');
          if (name === 'purge' && isHeld(state) && asLiving(state) === undefined) tally('kept');
          if (
            name === 'takeBack' &&
            before.some(
              (one) => one.common.caseId === state.common.caseId && one.common.reopenings < state.common.reopenings,
            )
          )
            tally('taken back');
        }
        if (after.some(({ common: { caseId: known } }) => !office.profiled.includes(known))) tally('forgotten');
      }
      // At the end everything is decided, and time passes.
      for (const {
        common: { caseId, legalHold },
      } of await states(world)) {
        if (legalHold) await give(office, caseId, { type: 'lift-legal-hold' }, at(world.day));
        await settleBreaches(world, caseId);
        const state = await office.state(caseId);
        if (asLiving(state) !== undefined) {
          const silent = { type: 'end', ending: 'not-a-request' } as const;
          const ended = [
            await give(office, caseId, closing, at(world.day)),
            await give(office, caseId, silent, at(world.day)),
          ];
          expect(ended).toContain('ok');
        }
      }
      for (const days of [40 + demo.policy.materialDays, 41 + demo.policy.profileDays, 42 + demo.policy.profileDays])
        await purge(office, at(world.day + days), world.material);
      expect([office.profiled, [...office.mails], [...world.material]]).toEqual([[], [], []]);
      expect([...office.summaries.values()].map(({ person, list }) => [person, list])).toEqual(
        [...office.summaries.keys()].map(() => ['', 'forgotten']),
      );
      const log = JSON.stringify([...office.commits.values(), ...office.summaries.values()]);
      expect(personal.filter((words) => log.includes(words))).toEqual([]);
    }),
    { numRuns: runs(200) },
  );
  for (const what of ['purged', 'kept', 'taken back', 'forgotten'])
    expect({ what, happened: (happened.get(what) ?? 0) > 2 }).toEqual({ what, happened: true });
}, 240_000);

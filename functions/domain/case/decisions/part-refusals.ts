import { localDate } from '../../clock/deadline.ts';
import { isBlocked } from '../search/outcome.ts';
import {
  asWorking,
  type HeldResource,
  type Opened,
  type OpenedCase,
  type Refusal,
  type SearchedSystem,
  type Working,
} from '../state.ts';
import type { RefusedItem } from './events.ts';

/** The refusals with one that does not stand any more; `number` counts from 1, `null` names none. */
export function withStanding(
  refusals: readonly Refusal[],
  number: number | null,
  standing: Exclude<Refusal['standing'], 'in-force'>,
): readonly Refusal[] {
  return refusals.map((one, index) => (index + 1 === number ? { ...one, standing } : one));
}

/** Whether a package answers the request: then a part that is refused is named by what the package leaves out. */
export function isAnsweredByPackage({ facts }: Pick<Opened, 'facts'>): boolean {
  return facts.matter === 'request' && facts.rights.includes('access');
}

/** The refusals of a part that stand. */
export function partRefusals({ refusals }: Pick<Opened, 'refusals'>): readonly Refusal[] {
  return refusals.filter(({ scope, standing }) => scope === 'part' && standing === 'in-force');
}

/** Everything that staff have refused of a system, also what is told later and what is over. */
function itemsOf(state: Pick<Opened, 'refusals'>, { id }: Pick<SearchedSystem, 'id'>): readonly RefusedItem[] {
  return refusedItems(state).filter(({ system }) => system === id);
}

/** Everything that is refused (Art. 12(4)), as staff have decided. */
export function refusedItems(state: Pick<Opened, 'refusals'>): readonly RefusedItem[] {
  return partRefusals(state).flatMap(({ items }) => items);
}

/** Whether the last day of a refusal has passed on `day` (`YYYY-MM-DD`): it leaves nothing out then. */
export function isOver({ until }: Pick<RefusedItem, 'until'>, day: string): boolean {
  return until !== null && until < day;
}

/**
 * What the answer leaves out of a system at `now` (ISO 8601). A refusal whose last day has passed leaves nothing out. Once
 * an answer is released it is what was left out then, as whoever released it saw: until it is delivered and afterwards.
 */
export function itemsLeftOut(
  state: OpenedCase,
  system: Pick<SearchedSystem, 'id' | 'deliveredIn'>,
  now: string,
): readonly RefusedItem[] {
  const round = system.deliveredIn ?? roundOnItsWay(state);
  const at = (round === undefined ? undefined : state.releases.get(round)) ?? now;
  const day = localDate(at, state.facts.timeZone);
  return itemsOf(state, system).filter((item) => !isOver(item, day));
}

/** The round that is released and not delivered yet. */
function roundOnItsWay(state: OpenedCase): number | undefined {
  switch (state.status) {
    case 'released':
    case 'assembling':
    case 'assembled':
      return state.round;
    case 'held':
    case 'identifying':
    case 'planning':
    case 'approving-search':
    case 'gathering':
    case 'reviewing':
    case 'delivered':
    case 'refused':
    case 'closed':
      return undefined;
  }
}

/**
 * What the person is told that the answer leaves out of a system: nothing of a system that needs a stronger proof, and no
 * kind of which nothing is held, or nothing stands as the person's any more. What nobody counted is told.
 */
export function itemsTold(
  state: OpenedCase,
  system: SearchedSystem,
  level: Pick<Working, 'level'>,
  now: string,
): readonly RefusedItem[] {
  if (isBlocked(system, level)) return [];
  const held = heldResources(system);
  return itemsLeftOut(state, system, now).filter(
    (item) => held === null || held.some(({ resource }) => resource === item.resource),
  );
}

/** Of a refusal, what the person is told at `now` (ISO 8601). */
export function toldItems(state: OpenedCase, refusal: Refusal, now: string): readonly RefusedItem[] {
  const shown = shownOf(state);
  // Nothing was searched, or the whole request is refused.
  if (shown === undefined) return refusal.items;
  const told = new Set(shown.systems.flatMap((system) => itemsTold(state, system, shown, now)));
  return refusal.items.filter((item) => told.has(item));
}

/** Whether the person is told of a refusal at `now`: one of kinds of records waits until one of them may be told. */
export function isTold(state: OpenedCase, refusal: Refusal, now: string): boolean {
  return refusal.items.length === 0 || toldItems(state, refusal, now).length > 0;
}

/** The systems as they are now, or were when the case ended: what came after the screening can be refused as well. */
function shownOf(state: OpenedCase): Pick<Working, 'systems' | 'level'> | undefined {
  if (state.status === 'closed') return state.resume === null ? undefined : asWorking(state.resume);
  return asWorking(state);
}

/** Whether a part is refused in words alone, so that nobody can tell what the package must leave out. */
export function isRefusedInWords(state: Pick<Opened, 'facts' | 'refusals'>): boolean {
  return isAnsweredByPackage(state) && partRefusals(state).some(({ items }) => items.length === 0);
}

/**
 * Whether a refusal has been carried out: since it stands an answer has gone out that was not taken back, and nothing of
 * what it names is still to be answered. Of a system that failed and is asked again, it can be changed.
 */
export function isCarriedOut(state: OpenedCase, refusal: Refusal): boolean {
  if (refusal.items.length === 0) return false;
  if (!state.deliveries.some(({ at, revoked }) => !revoked && at >= refusal.at)) return false;
  const systems = shownOf(state)?.systems ?? [];
  return refusal.items.every((item) =>
    systems.every(({ id, deliveredIn }) => id !== item.system || deliveredIn !== null),
  );
}

/** A system in which something was found that has not been answered, as far as the log tells what. */
export interface HeldSystem {
  readonly system: string;
  /** `null` where nobody counted. */
  readonly resources: readonly HeldResource[] | null;
}

/**
 * Where the case holds something that an answer is still to bring: what a part can be refused of. What needs a stronger
 * proof is refused once there is one: before, the person may not be told of it.
 */
export function heldSystems(state: OpenedCase): readonly HeldSystem[] {
  const working = asWorking(state);
  return (working?.systems ?? [])
    .filter((system) => system.deliveredIn === null && system.replies.some(({ records }) => records > 0))
    .filter((system) => working !== undefined && !isBlocked(system, working))
    .map((system) => ({ system: system.id, resources: heldResources(system) }));
}

/** How much a system holds of each kind of record, all its answers together; `null` where one was not counted. */
export function heldResources({ replies }: Pick<SearchedSystem, 'replies'>): readonly HeldResource[] | null {
  const sums = new Map<string, HeldResource>();
  for (const { resources, records } of replies) {
    if (resources === null && records > 0) return null;
    for (const one of resources ?? []) {
      const before = sums.get(one.resource) ?? { records: 0, files: 0 };
      sums.set(one.resource, {
        resource: one.resource,
        records: before.records + one.records,
        files: before.files + one.files,
      });
    }
  }
  return [...sums.values()].filter(({ records }) => records > 0);
}

/** Whether the person may be told nothing of the system of a kind before a stronger proof. */
export function isToldLater(state: OpenedCase, item: Pick<RefusedItem, 'system'>): boolean {
  const working = asWorking(state);
  return working?.systems.some((system) => system.id === item.system && isBlocked(system, working)) ?? false;
}

/**
 * The last day of a refusal that has passed at `now` (ISO 8601) while staff can still change it; `undefined` where there
 * is none. Staff decide anew before they release: what they see left out would not be.
 */
export function dayOfOver(state: OpenedCase, now: string): string | undefined {
  const day = localDate(now, state.facts.timeZone);
  const over = partRefusals(state)
    .filter((refusal) => !isCarriedOut(state, refusal))
    .flatMap(({ items }) => items)
    .find((item) => isOver(item, day));
  return over?.until ?? undefined;
}

/** Whether the case holds something of that kind that can be refused. */
export function isHeld(state: OpenedCase, item: Pick<RefusedItem, 'system' | 'resource'>): boolean {
  const held = heldSystems(state).find(({ system }) => system === item.system);
  if (held === undefined) return false;
  return held.resources === null || held.resources.some(({ resource }) => resource === item.resource);
}

/** The refused kinds of a system of which everything is refused at `now`; empty where something of it is answered. */
export function allRefused(
  state: OpenedCase,
  system: SearchedSystem,
  level: Pick<Working, 'level'>,
  now: string,
): readonly RefusedItem[] {
  const refused = itemsTold(state, system, level, now);
  const held = heldResources(system);
  if (held === null || held.length === 0) return [];
  return held.every(({ resource }) => refused.some((item) => item.resource === resource)) ? refused : [];
}

/** The grounds of several refused kinds, each once. */
export function groundsOf(items: readonly RefusedItem[]): string {
  return [...new Set(items.map(({ ground }) => ground))].join(', ');
}

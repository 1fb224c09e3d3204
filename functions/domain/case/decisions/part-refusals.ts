import { localDate } from '../../clock/deadline.ts';
import { onItsWay } from '../answer/on-its-way.ts';
import { isBlocked } from '../search/outcome.ts';
import {
  searchOf,
  type HeldResource,
  type Common,
  type OpenedCase,
  type RequestRefusal,
  type SearchedSystem,
  type Search,
  searchIn,
} from '../state.ts';
import type { RefusedItem } from './events.ts';

/**
 * Marks one refusal as no longer in force. `number` is the number of the refusal, from 1. If it is `null`, no refusal
 * is marked.
 */
export function withStanding(
  refusals: readonly RequestRefusal[],
  number: number | null,
  standing: Exclude<RequestRefusal['standing'], 'in-force'>,
): readonly RequestRefusal[] {
  return refusals.map((one, index) => (index + 1 === number ? { ...one, standing } : one));
}

/**
 * Whether a package answers the request, as for a request for access. A refusal of a part then names the kinds of
 * record that the package leaves out.
 */
export function isAnsweredByPackage({ facts }: Pick<Common, 'facts'>): boolean {
  return facts.matter === 'request' && facts.rights.includes('access');
}

/** The refusals of a part that are in force. */
export function partRefusals({ refusals }: Pick<Common, 'refusals'>): readonly RequestRefusal[] {
  return refusals.filter(({ scope, standing }) => scope === 'part' && standing === 'in-force');
}

/**
 * All kinds of record of a system that staff have refused. The list includes refusals that the person is not told of
 * yet and refusals whose last day has passed.
 */
function itemsOf(common: Pick<Common, 'refusals'>, { id }: Pick<SearchedSystem, 'id'>): readonly RefusedItem[] {
  return refusedItems(common).filter(({ system }) => system === id);
}

/** All kinds of record in the refusals of a part that are in force (Art. 12(4)). */
export function refusedItems(common: Pick<Common, 'refusals'>): readonly RefusedItem[] {
  return partRefusals(common).flatMap(({ items }) => items);
}

/**
 * Whether the last day of a refusal is before `day` (`YYYY-MM-DD`). Such a refusal no longer applies, and the answer
 * contains the records that were refused.
 */
export function isOver({ until }: Pick<RefusedItem, 'until'>, day: string): boolean {
  return until !== null && until < day;
}

/**
 * The kinds of record that the answer leaves out of a system at `now` (ISO 8601). If the last day of a refusal has
 * passed, the answer contains its records. After the release of an answer, the time of the release counts instead of
 * `now`, because staff released exactly that content.
 */
export function itemsLeftOut(
  state: OpenedCase,
  system: Pick<SearchedSystem, 'id' | 'deliveredIn'>,
  now: string,
): readonly RefusedItem[] {
  const round = system.deliveredIn ?? onItsWay(state.stage)?.search.round;
  const at = (round === undefined ? undefined : state.common.releases.get(round)) ?? now;
  const day = localDate(at, state.common.facts.timeZone);
  return itemsOf(state.common, system).filter((item) => !isOver(item, day));
}

/**
 * The kinds of record that the answer leaves out of a system and that the person is told of. A system that needs a
 * stronger proof is not mentioned to the person. A kind is not mentioned either if the system holds no such record, or
 * if its records no longer count as the person's. If records were not counted, the person is told of every refused
 * kind.
 */
export function itemsTold(
  state: OpenedCase,
  system: SearchedSystem,
  level: Pick<Search, 'level'>,
  now: string,
): readonly RefusedItem[] {
  if (isBlocked(system, level)) return [];
  const held = heldResources(system);
  return itemsLeftOut(state, system, now).filter(
    (item) => held === null || held.some(({ resource }) => resource === item.resource),
  );
}

/** The kinds of record in a refusal of which a letter at `now` (ISO 8601) tells the person. */
export function toldItems(state: OpenedCase, refusal: RequestRefusal, now: string): readonly RefusedItem[] {
  const shown = shownOf(state);
  // No system was searched, or the whole request is refused.
  if (shown === undefined) return refusal.items;
  const told = new Set(shown.systems.flatMap((system) => itemsTold(state, system, shown, now)));
  return refusal.items.filter((item) => told.has(item));
}

/**
 * Whether a letter tells the person of a refusal at `now` (ISO 8601). If the refusal names kinds of record, the letter
 * waits until the person may be told of one of these kinds.
 */
export function isTold(state: OpenedCase, refusal: RequestRefusal, now: string): boolean {
  return refusal.items.length === 0 || toldItems(state, refusal, now).length > 0;
}

/**
 * The systems as they are now, or as they were when the case ended. Results that came after the screening are included,
 * because staff can refuse the records in them as well.
 */
function shownOf(state: OpenedCase): Pick<Search, 'systems' | 'level'> | undefined {
  const { stage } = state;
  if (stage.kind === 'closed') return stage.resume === null ? undefined : searchIn(stage.resume);
  return searchOf(state);
}

/**
 * Whether a refusal of a part names no kinds of record. Nobody can then tell which records the package must leave out.
 */
export function isRefusedInWords(common: Pick<Common, 'facts' | 'refusals'>): boolean {
  return isAnsweredByPackage(common) && partRefusals(common).some(({ items }) => items.length === 0);
}

/**
 * Whether a refusal has been carried out. A refusal is carried out if a later answer was sent and not taken back, and
 * answers have been sent for every system in the refusal. As long as one of these systems failed and is searched again,
 * the refusal can still be changed.
 */
export function isCarriedOut(state: OpenedCase, refusal: RequestRefusal): boolean {
  if (refusal.items.length === 0) return false;
  if (!state.common.deliveries.some(({ at, revoked }) => !revoked && at >= refusal.at)) return false;
  const systems = shownOf(state)?.systems ?? [];
  return refusal.items.every((item) =>
    systems.every(({ id, deliveredIn }) => id !== item.system || deliveredIn !== null),
  );
}

/** A system with records that no answer has contained yet. */
export interface HeldSystem {
  readonly system: string;
  /** `null`: the records were not counted by kind. */
  readonly resources: readonly HeldResource[] | null;
}

/**
 * The systems with records that no answer has contained yet. A refusal of a part can name only these records. Records
 * that need a stronger proof can be refused only after that proof, because the person may not be told of them before.
 */
export function heldSystems(state: OpenedCase): readonly HeldSystem[] {
  const search = searchOf(state);
  return (search?.systems ?? [])
    .filter((system) => system.deliveredIn === null && system.replies.some(({ records }) => records > 0))
    .filter((system) => search !== undefined && !isBlocked(system, search))
    .map((system) => ({ system: system.id, resources: heldResources(system) }));
}

/**
 * How many records of each kind a system holds, in all its results; `null` if the records of a result were not counted
 * by kind.
 */
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

/** Whether the system of a refused kind needs a stronger proof, so that the person is not told of the refusal yet. */
export function isToldLater(state: OpenedCase, item: Pick<RefusedItem, 'system'>): boolean {
  const search = searchOf(state);
  return search?.systems.some((system) => system.id === item.system && isBlocked(system, search)) ?? false;
}

/**
 * The last day of a refusal, if that day has passed at `now` (ISO 8601) and staff can still change the refusal;
 * otherwise `undefined`. Staff must decide again before they release the answer, because the answer would now contain
 * the refused records.
 */
export function dayOfOver(state: OpenedCase, now: string): string | undefined {
  const day = localDate(now, state.common.facts.timeZone);
  const over = partRefusals(state.common)
    .filter((refusal) => !isCarriedOut(state, refusal))
    .flatMap(({ items }) => items)
    .find((item) => isOver(item, day));
  return over?.until ?? undefined;
}

/** Whether the case holds records of a kind that no answer has contained yet, and that can therefore be refused. */
export function isHeld(state: OpenedCase, item: Pick<RefusedItem, 'system' | 'resource'>): boolean {
  const held = heldSystems(state).find(({ system }) => system === item.system);
  if (held === undefined) return false;
  return held.resources === null || held.resources.some(({ resource }) => resource === item.resource);
}

/**
 * The refused kinds of record of a system, if all records of the system are refused at `now` (ISO 8601). The list is
 * empty if some record is not refused, or if the records were not counted by kind.
 */
export function allRefused(
  state: OpenedCase,
  system: SearchedSystem,
  level: Pick<Search, 'level'>,
  now: string,
): readonly RefusedItem[] {
  const refused = itemsTold(state, system, level, now);
  const held = heldResources(system);
  if (held === null || held.length === 0) return [];
  return held.every(({ resource }) => refused.some((item) => item.resource === resource)) ? refused : [];
}

/** The grounds of several refused kinds, without duplicates. */
export function groundsOf(items: readonly RefusedItem[]): string {
  return [...new Set(items.map(({ ground }) => ground))].join(', ');
}

import type { RefusedItem } from './events.ts';
import {
  asWorking,
  type HeldResource,
  type Opened,
  type OpenedCase,
  type Refusal,
  type SearchedSystem,
} from './state.ts';

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

/** Everything that is refused (Art. 12(4)): what the package leaves out, and what the letters list. */
export function refusedItems(state: Pick<Opened, 'refusals'>): readonly RefusedItem[] {
  return partRefusals(state).flatMap(({ items }) => items);
}

/** Whether a part is refused in words alone, so that nobody can tell what the package must leave out. */
export function isRefusedInWords(state: Pick<Opened, 'facts' | 'refusals'>): boolean {
  return isAnsweredByPackage(state) && partRefusals(state).some(({ items }) => items.length === 0);
}

/** Whether an answer has gone out, and was not taken back, since the refusal stands: then it has been carried out. */
export function isCarriedOut({ deliveries }: Pick<Opened, 'deliveries'>, refusal: Refusal): boolean {
  return refusal.items.length > 0 && deliveries.some(({ at, revoked }) => !revoked && at >= refusal.at);
}

/** A system in which something was found that has not been answered, as far as the log tells what. */
export interface HeldSystem {
  readonly system: string;
  /** `null` where nobody counted. */
  readonly resources: readonly HeldResource[] | null;
}

/** Where the case holds something that an answer is still to bring: what a part can be refused of. */
export function heldSystems(state: OpenedCase): readonly HeldSystem[] {
  const systems = asWorking(state)?.systems ?? [];
  return systems
    .filter((system) => system.deliveredIn === null && system.replies.some(({ records }) => records > 0))
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

/** Whether the case holds something of that kind that can be refused. */
export function isHeld(state: OpenedCase, item: Pick<RefusedItem, 'system' | 'resource'>): boolean {
  const held = heldSystems(state).find(({ system }) => system === item.system);
  if (held === undefined) return false;
  return held.resources === null || held.resources.some(({ resource }) => resource === item.resource);
}

/** The refused kinds of a system of which everything is refused; empty where something of it is answered. */
export function allRefused(
  state: Pick<Opened, 'refusals'>,
  system: Pick<SearchedSystem, 'id' | 'replies'>,
): readonly RefusedItem[] {
  const refused = refusedItems(state).filter((item) => item.system === system.id);
  const held = heldResources(system);
  if (held === null || held.length === 0) return [];
  return held.every(({ resource }) => refused.some((item) => item.resource === resource)) ? refused : [];
}

/** The grounds of several refused kinds, each once. */
export function groundsOf(items: readonly RefusedItem[]): string {
  return [...new Set(items.map(({ ground }) => ground))].join(', ');
}

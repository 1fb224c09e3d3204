import { staffCommands, type StaffCommandType } from '#commands/list.ts';
import type { Group as AnyGroup } from '#commands/staff-command.ts';
import type { CaseView } from '#api/staff.ts';
import { offersOf } from './offers.ts';
import type { Offer, Task } from './task.ts';

export type Group = Exclude<AnyGroup, 'waiting'>;
export const groups: readonly Group[] = ['request', 'who-asks', 'decisions', 'keeping'];

/**
 * One line of the menu, with its dialog: a command with all of its candidates, or with one candidate that has its own
 * title.
 */
export interface Entry {
  readonly type: StaffCommandType;
  /** The candidate, if it has a title of its own; else empty. */
  readonly variant: string;
  readonly offers: readonly Offer[];
}

/** The commands for the menu of other actions, by group. */
export function moreTasks(view: CaseView): Readonly<Record<Group, readonly Entry[]>> {
  const offers = offersOf(view).filter(({ task }) => addsSomething(task, view));
  const of = (group: Group): readonly Entry[] => entriesOf(offers.filter(({ task }) => groupOf(task) === group));
  return { request: of('request'), 'who-asks': of('who-asks'), decisions: of('decisions'), keeping: of('keeping') };
}

/** If the person has given the strongest proof, the commands that record a proof are not shown. */
function addsSomething({ type }: Task, { level }: CaseView): boolean {
  return level !== 'strong' || (type !== 'record-identity-check' && type !== 'override-proof');
}

function groupOf({ type, target }: Task): AnyGroup {
  return variantOf(type, target)?.group ?? staffCommands[type].group;
}

function variantOf(type: StaffCommandType, target: string) {
  return staffCommands[type].variants?.[target];
}

function entriesOf(offers: readonly Offer[]): readonly Entry[] {
  const entries = new Map<string, Entry>();
  for (const offer of offers) {
    const { type, target } = offer.task;
    const variant = variantOf(type, target) === undefined ? '' : target;
    const key = `${type} ${variant}`;
    const before = entries.get(key)?.offers ?? [];
    entries.set(key, { type, variant, offers: [...before, offer] });
  }
  return [...entries.values()];
}

/** The entry of one offer, for a waiting task whose form opens as a dialog. */
export function entryOf(offer: Offer): Entry {
  const { type, target } = offer.task;
  return { type, variant: variantOf(type, target) === undefined ? '' : target, offers: [offer] };
}

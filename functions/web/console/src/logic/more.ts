import { staffCommands, type StaffCommandType } from '#commands/list.ts';
import type { Group as AnyGroup } from '#commands/staff-command.ts';
import type { CaseView } from '#api/staff.ts';
import { offersOf } from './offers.ts';
import type { Offer, Task } from './task.ts';

export type Group = Exclude<AnyGroup, 'waiting'>;
export const groups: readonly Group[] = ['request', 'who-asks', 'decisions', 'keeping'];

/**
 * One line of the menu of commands (`case/tasks/more-actions.tsx`), which opens the dialog of a command. A target with
 * a title of its own (a `variant` in the command's file) has its own line; the other targets share one line.
 */
export interface Entry {
  readonly type: StaffCommandType;
  /** The target with a title of its own that the line is about; empty for the other lines. */
  readonly variant: string;
  readonly offers: readonly Offer[];
}

/** The entries of the menu, by group. */
export function moreTasks(view: CaseView): Readonly<Record<Group, readonly Entry[]>> {
  const offers = offersOf(view).filter(({ task }) => addsSomething(task, view));
  const of = (group: Group): readonly Entry[] => entriesOf(offers.filter(({ task }) => groupOf(task) === group));
  return { request: of('request'), 'who-asks': of('who-asks'), decisions: of('decisions'), keeping: of('keeping') };
}

/** A person with the strongest proof needs no other proof, so the commands that record one are not shown. */
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

/** The entry for one offer, with which the card of a task opens its dialog. */
export function entryOf(offer: Offer): Entry {
  const { type, target } = offer.task;
  return { type, variant: variantOf(type, target) === undefined ? '' : target, offers: [offer] };
}

import * as z from 'zod';
import { staffCommands, type StaffCommandType } from '#commands/list.ts';
import { rolesFor } from '#commands/who-may.ts';
import type { CaseView } from '#api/staff.ts';
import type { Block, Offer } from './task.ts';

type Told = CaseView['commands'][number];

/**
 * If one of these rules refuses a command, the console shows the command as blocked, with the text of the rule. If any
 * other rule refuses it, the console hides the command, because it does not fit the present step of the case.
 */
const shown: ReadonlySet<string> = new Set([
  'forbidden',
  'circumstance-undecided',
  'contact-of-requester-missing',
  'extended-already',
  'extension-notice-unsent',
  'forwarded-to-protected',
  'mailbox-proves-nobody',
  'mandate-not-accepted',
  'mandate-unchecked',
  'notice-too-late',
  'nothing-posted-to-protected',
  'only-designated-handlers',
  'phone-proves-nobody',
  'refusal-is-over',
  'refused-in-words-only',
  'second-person-agrees',
  'second-person-releases',
  'sender-not-written-to',
]);

/**
 * What the user may do in the case, and which commands are blocked and why. The commands come in the order of
 * `commands/list.ts`.
 */
export function offersOf({ commands }: Pick<CaseView, 'commands'>): readonly Offer[] {
  return types.flatMap((type) => commands.filter((one) => one.type === type).flatMap((told) => offersFor(type, told)));
}

const types = Object.values(staffCommands).map(({ type }) => type);

function offersFor(type: StaffCommandType, told: Told): readonly Offer[] {
  const about = (target: string, block: Block | null): Offer => ({ task: { type, target }, block });
  if (staffCommands[type].target === undefined)
    return told.allowed
      ? [about('', null)]
      : isShown(told.rule)
        ? [about('', blockBy(type, '', told.rule, told.values))]
        : [];
  return [
    ...told.targets.map((target) => about(target, null)),
    ...told.refused
      .filter(({ rule }) => isShown(rule))
      .map(({ target, rule, values }) => about(target, blockBy(type, target, rule, values))),
  ];
}

function isShown(rule: string | undefined): rule is string {
  return rule !== undefined && shown.has(rule);
}

const ruleValues = z.record(z.string(), z.string());

function blockBy(type: StaffCommandType, target: string, rule: string, values: unknown): Block {
  const named = ruleValues.safeParse(values ?? {}).data ?? {};
  return rule === 'forbidden' ? { rule, values: named, role: rolesFor(type, target)[0] } : { rule, values: named };
}

/** The `values` of a command in the case view: values of the case for fields of its form. */
export function valuesFor(view: Pick<CaseView, 'commands'>, type: StaffCommandType): Readonly<Record<string, unknown>> {
  return view.commands.find((one) => one.type === type)?.values ?? {};
}

/** The targets that the API allows for a command. */
export function targetsOf(view: Pick<CaseView, 'commands'>, type: StaffCommandType): readonly string[] {
  return view.commands.find((one) => one.type === type)?.targets ?? [];
}

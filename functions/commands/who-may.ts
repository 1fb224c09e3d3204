import { staffCommands, type StaffCommandType } from './list.ts';
import type { Role } from './role.ts';

/** A command, as far as it decides who may give it: its type, and the field that names its candidate. */
export type CommandKind = { readonly type: StaffCommandType } & Readonly<Record<string, unknown>>;

/** Whether one of these roles may give a command. The API asks it, and the console offers by it. */
export function mayGive(roles: ReadonlySet<Role>, command: CommandKind): boolean {
  return rolesFor(command.type, targetOf(command)).some((role) => roles.has(role));
}

/** The roles that may give a command about a candidate; the one first who usually does. */
export function rolesFor(type: StaffCommandType, target: string): readonly [Role, ...Role[]] {
  const { roles } = staffCommands[type];
  return typeof roles === 'function' ? roles(target) : roles;
}

/** What of the case a command is about, as its field names it; empty where it is about the case as a whole. */
function targetOf(command: CommandKind): string {
  const { target } = staffCommands[command.type];
  const value = target === undefined ? undefined : command[target];
  return typeof value === 'string' || typeof value === 'number' ? String(value) : '';
}

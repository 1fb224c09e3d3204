import { staffCommands, type StaffCommandType } from './list.ts';
import type { Role } from './role.ts';

/** The parts of a command that decide who may give the command: the type, and the field that names the candidate. */
export type CommandKind = { readonly type: StaffCommandType } & Readonly<Record<string, unknown>>;

/** Whether one of these roles may give a command. The API checks this, and the console shows commands by it. */
export function mayGive(roles: ReadonlySet<Role>, command: CommandKind): boolean {
  return rolesFor(command.type, targetOf(command)).some((role) => roles.has(role));
}

/** The roles that may give a command about a candidate, the usual role first. */
export function rolesFor(type: StaffCommandType, target: string): readonly [Role, ...Role[]] {
  const { roles } = staffCommands[type];
  return typeof roles === 'function' ? roles(target) : roles;
}

/**
 * The candidate that a command is about, as its field names the candidate; empty if the command is about the case as a
 * whole.
 */
function targetOf(command: CommandKind): string {
  const { target } = staffCommands[command.type];
  const value = target === undefined ? undefined : command[target];
  return typeof value === 'string' || typeof value === 'number' ? String(value) : '';
}

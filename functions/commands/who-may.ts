import { staffCommands, type StaffCommandType } from './list.ts';
import type { Role } from './role.ts';

/** The fields of a command from which the permission is decided: its type, and the field that names the target. */
export type CommandKind = { readonly type: StaffCommandType } & Readonly<Record<string, unknown>>;

/** Whether one of the roles may give the command. The API checks every command with this function. */
export function mayGive(roles: ReadonlySet<Role>, command: CommandKind): boolean {
  return rolesFor(command.type, targetOf(command)).some((role) => roles.has(role));
}

/** The roles that may give a command about this target; the role that usually gives it comes first. */
export function rolesFor(type: StaffCommandType, target: string): readonly [Role, ...Role[]] {
  const { roles } = staffCommands[type];
  return typeof roles === 'function' ? roles(target) : roles;
}

/** The value of the field that names the target. Empty if the command is about the case as a whole. */
function targetOf(command: CommandKind): string {
  const { target } = staffCommands[command.type];
  const value = target === undefined ? undefined : command[target];
  return typeof value === 'string' || typeof value === 'number' ? String(value) : '';
}

import { canonical, keyedHash } from '#domain/canonical/canonical.ts';
import type { RefusedBy } from '#domain/case/refusals/refuse.ts';

/**
 * The id of a command in the log: the id that the program of the member of staff gave to it, followed by a keyed hash of
 * the command and of the member. So the same id for another command is noticed.
 */
export function commandIdOf(caseKey: string, member: string, id: string, asked: object): string {
  return `${id}#${keyedHash(caseKey, canonical([member, asked])).slice(0, 16)}`;
}

/** Whether a command with this id was carried out already, whatever it was. */
export function isReused(seen: ReadonlySet<string>, id: string): boolean {
  return [...seen].some((one) => one.startsWith(`${id}#`));
}

/** The refusal of a command whose id was used for another command, or by another member of staff. */
export type ReusedCommandId = RefusedBy<'command-id-reused'>;

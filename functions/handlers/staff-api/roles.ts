import type { StaffCommand } from '#api/staff.ts';

/** What staff may be; a person may be several. */
export const roles = ['case-worker', 'approver', 'dpo', 'auditor'] as const;
export type Role = (typeof roles)[number];

/** A signed-in member of staff: an opaque subject id, never a name. */
export interface Member {
  readonly id: string;
  readonly roles: ReadonlySet<Role>;
}

/** The role that a command takes. */
export function roleFor(command: StaffCommand['type']): Role {
  switch (command) {
    case 'lift-hold':
    case 'approve-search':
    case 'decide-identifier':
    case 'record-manual-result':
    case 'retry-system':
    case 'note':
      return 'case-worker';
    case 'release':
    case 'extend':
    case 'refuse':
      return 'approver';
  }
}

/** Who signed in, from the claims that the gateway's authorizer has checked. A list claim comes as `[a b]` or `a,b`. */
export function memberOf(claims: Readonly<Record<string, unknown>>): Member | undefined {
  const { sub, roles: claimed } = claims;
  if (typeof sub !== 'string' || sub === '') return undefined;
  const words =
    typeof claimed === 'string'
      ? claimed.replace(/[[\]"]/g, ' ').split(/[\s,]+/)
      : Array.isArray(claimed)
        ? claimed
        : [];
  return { id: sub, roles: new Set(roles.filter((role) => words.includes(role))) };
}

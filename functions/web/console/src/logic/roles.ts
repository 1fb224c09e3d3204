import * as z from 'zod';
import type { StaffCommand } from '#api/staff.ts';

/** What staff may be, as the interface knows it. */
export const roles = ['case-worker', 'approver', 'dpo', 'auditor'] as const;
export type Role = (typeof roles)[number];

/** Whoever is signed in. The roles decide what is offered; what is allowed, the interface decides. */
export interface Member {
  /** Opaque subject id, as in the event log. */
  readonly id: string;
  readonly name: string;
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

/** The roles that may read the event log of a case. */
export const auditRoles: readonly Role[] = ['auditor', 'approver', 'dpo'];

const claims = z.object({ roles: z.union([z.string(), z.array(z.string())]).optional() });

/** The roles in an access token (a JWT; its signature is the interface's business). None when it cannot be read. */
export function rolesIn(accessToken: string): ReadonlySet<Role> {
  const read = claims.safeParse(payloadOf(accessToken));
  const claimed = read.success ? (read.data.roles ?? []) : [];
  const words = typeof claimed === 'string' ? claimed.split(/[\s,]+/) : claimed;
  return new Set(roles.filter((role) => words.includes(role)));
}

function payloadOf(token: string): unknown {
  const part = token.split('.')[1] ?? '';
  try {
    const bytes = Uint8Array.from(atob(part.replaceAll('-', '+').replaceAll('_', '/')), (one) => one.charCodeAt(0));
    return JSON.parse(new TextDecoder().decode(bytes));
  } catch {
    return undefined;
  }
}

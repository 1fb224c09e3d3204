import type { Role } from '#commands/role.ts';

/** The roles that may read the event log of a case. */
export const auditRoles: readonly Role[] = ['auditor', 'approver', 'dpo'];

/** The roles of staff. One person may have several roles. */
export const roles = ['case-worker', 'approver', 'dpo', 'auditor'] as const;
export type Role = (typeof roles)[number];

/** The roles whose members may read the event log of a case. */
export const auditRoles: readonly Role[] = ['auditor', 'approver', 'dpo'];

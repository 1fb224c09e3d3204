/** The roles of staff; a person may have several. */
export const roles = ['case-worker', 'approver', 'dpo', 'auditor'] as const;
export type Role = (typeof roles)[number];

/** The roles that may read the event log of a case. */
export const auditRoles: readonly Role[] = ['auditor', 'approver', 'dpo'];

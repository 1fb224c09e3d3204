/** The roles of staff. One person may have several roles. */
export const roles = ['case-worker', 'approver', 'dpo', 'auditor'] as const;
export type Role = (typeof roles)[number];

/** The roles whose members may read the event log of a case. */
export const auditRoles: readonly Role[] = ['auditor', 'approver', 'dpo'];

/** The roles whose members may see the records of an answer before its release, and decide on them. */
export const reviewRoles: readonly Role[] = ['case-worker', 'approver', 'dpo'];

/**
 * The roles whose members may be shown an identifier, the contact, the name or the address in full. These roles decide
 * on identifiers and search systems by hand. Nobody else needs the values.
 */
export const revealRoles: readonly Role[] = ['case-worker'];

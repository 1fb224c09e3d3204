import type { StaffMember } from '../identity-provider/pages.ts';

/** The invented staff of the demo organisation. The ids do not identify anybody. */
export const demoStaff: readonly StaffMember[] = [
  { id: 'staff-7f3a', name: 'Erik Handläggare', roles: ['case-worker', 'approver'] },
  { id: 'staff-2c91', name: 'Maja Handläggare', roles: ['case-worker', 'approver'] },
  { id: 'staff-b04e', name: 'Dana Dataskyddsombud', roles: ['dpo', 'auditor', 'approver'] },
  { id: 'staff-55d8', name: 'Rune Revisor', roles: ['auditor'] },
];

/** The client id with which the console signs users in at the OpenID provider. */
export const consoleClient = 'utdrag-console';
/** The audience (claim `aud`) of the HTTP API for staff. */
export const apiAudience = 'utdrag-api';

import type { StaffMember } from '../identity-provider/pages.ts';

/** The staff of the demo organisation. The ids do not identify anybody; the names are invented. */
export const demoStaff: readonly StaffMember[] = [
  { id: 'staff-7f3a', name: 'Erik Handläggare', roles: ['case-worker', 'approver'] },
  { id: 'staff-2c91', name: 'Maja Handläggare', roles: ['case-worker', 'approver'] },
  { id: 'staff-b04e', name: 'Dana Dataskyddsombud', roles: ['dpo', 'auditor', 'approver'] },
  { id: 'staff-55d8', name: 'Rune Revisor', roles: ['auditor'] },
];

/** The client id of the console at the OpenID provider. */
export const consoleClient = 'utdrag-console';
/** The claim `aud` of the tokens that the HTTP API for staff accepts. */
export const apiAudience = 'utdrag-api';

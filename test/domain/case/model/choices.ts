import { identifierHash } from '#casework/commit/keys.ts';
import type { Command } from '#domain/case/command.ts';
import type { PlannedSystem } from '#domain/case/state.ts';
import type { HoldReason, IdentifierRef } from '#domain/case/vocabulary.ts';
import type { IdentifierKind } from '#domain/identifiers/identifier.ts';
import { planSearch, postal } from '../case-book.ts';

/** The numbers from which a step takes its choices. */
export type Dice = readonly [number, number, number, number];
export const pick = <T>(list: readonly T[], die: number): T => list[die % list.length] as T;

/** Values that must never be in a log. */
export const canaries = ['asa.berg@example.org', 'asa@example.com', '+46701740610', 'canary-10', 'Storgatan 1'];
const caseKey = 'c'.repeat(64);
const kinds: readonly IdentifierKind[] = ['email', 'email', 'phone', 'customerNumber'];
export const identifiers: readonly IdentifierRef[] = kinds.map((kind, index) => ({
  kind,
  hash: identifierHash(caseKey, { kind, value: canaries[index] ?? '' }),
}));
export const contact = identifiers[0]!;
export const phone = identifiers[2]!;
export const home = { kind: 'postalAddress', hash: postal('Storgatan 1').hash } as const;
export const number = {
  kind: 'personnummer',
  hash: identifierHash(caseKey, { kind: 'personnummer', value: '191212121212' }),
} as const;

export const systemIds = ['crm', 'shop', 'binder'] as const;
const results = ['found', 'found', 'nothing-held', 'withheld', 'failed'] as const;

/** The results of a search. */
export function counts(die: number, result = pick(results, die)) {
  return {
    result,
    records: result === 'found' ? 1 : 0,
    files: 0,
    possible: die % 3,
    resources: result === 'found' ? [{ resource: 'contacts', records: 1, files: 0 }] : [],
    ...(result === 'failed' ? { reason: 'unavailable' } : {}),
    ...(result === 'withheld' ? { ground: 'Art. 15(4)' } : {}),
  };
}

type Planned = Pick<PlannedSystem, 'id' | 'mode'> & Partial<PlannedSystem>;
const plans: readonly (readonly Planned[])[] = [
  [
    { id: 'crm', mode: 'automatic' },
    { id: 'shop', mode: 'automatic' },
    { id: 'binder', mode: 'manual' },
  ],
  [
    { id: 'crm', mode: 'automatic' },
    { id: 'shop', mode: 'automatic', level: 'account' },
    { id: 'binder', mode: 'manual', level: 'strong', special: true },
  ],
  [
    { id: 'crm', mode: 'automatic', special: true },
    { id: 'shop', mode: 'automatic', level: 'strong' },
    { id: 'binder', mode: 'manual', level: 'account' },
  ],
];
export const anyPlan = (die: number): Command => planSearch(pick(plans, die));

/** The ways in which requests come. */
export const openings: readonly (HoldReason | null)[] = [
  null,
  null,
  null,
  null,
  null,
  'request-unclear',
  'sender-not-authenticated',
  'infected-attachment',
  'not-scanned',
  'attachment-not-opened',
  'right-handled-by-staff',
  'mandate-unchecked',
  'several-people',
  'requester-unknown',
  'sender-not-reachable',
];

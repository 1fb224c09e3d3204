import { expect } from 'vitest';
import type { Command } from '#domain/case/command.ts';
import { eventSchema } from '#domain/case/events.ts';
import type { Tally } from './history.ts';

/**
 * In how many of a thousand histories each of these happens at least. The numbers are so low that chance alone never
 * gives less (six standard deviations).
 */
const atLeast: Readonly<Record<string, number>> = {
  'ended answered': 400,
  'ended carried-out': 80,
  'ended cannot-find': 8,
  'ended not-proven': 2,
  'ended no-answer': 1,
  'ended withdrawn': 8,
  'ended joined': 6,
  'ended deceased': 10,
  'ended forwarded': 6,
  'ended not-a-request': 1,
  refused: 12,
  reopened: 40,
  'late refusal': 1,
  'extension that holds': 20,
  suspension: 25,
  'step-up': 200,
  'identity by sms': 60,
  'download by sms': 20,
  supplement: 150,
  'second wave': 150,
  'decision-approved': 25,
  'fee-announced': 1,
  'stop-recorded': 10,
  'right-carried-out': 50,
  'split-off': 15,
  'breach-recorded': 40,
  'delivery-revoked': 25,
  'download-granted': 100,
  'result-sealed': 100,
  'staff-locked-out': 30,
  'legal-hold-set': 40,
  'material-purged': 25,
};

const commandTypes: Readonly<Record<Command['type'], true>> = {
  open: true,
  'record-execution': true,
  'issue-code': true,
  'count-try': true,
  'prove-identity': true,
  'prove-with': true,
  'override-proof': true,
  'record-mandate': true,
  'change-contact': true,
  'enter-contact-code': true,
  'confirm-contact': true,
  'move-to-post': true,
  'call-contact-unsafe': true,
  'mark-circumstance': true,
  'decide-circumstance': true,
  'plan-search': true,
  'approve-search': true,
  'start-searches': true,
  'answer-search': true,
  'record-manual-result': true,
  'retry-system': true,
  'give-up-system': true,
  'confirm-freeze': true,
  'decide-identifier': true,
  'decide-identifiers': true,
  'reach-cut-off': true,
  screen: true,
  'decide-review': true,
  'undo-review': true,
  release: true,
  'start-assembly': true,
  'record-assembly': true,
  'stop-assembly': true,
  deliver: true,
  'grant-download': true,
  'intend-letter': true,
  'record-letter': true,
  'record-failed-letter': true,
  'record-returned': true,
  'record-posted': true,
  ask: true,
  'answer-asking': true,
  'correct-receipt': true,
  extend: true,
  'warn-deadline': true,
  'owe-status': true,
  alert: true,
  'lift-hold': true,
  assign: true,
  'lock-out': true,
  'let-in': true,
  refuse: true,
  'take-back-refusal': true,
  'charge-fee': true,
  'answer-fee': true,
  'approve-proposal': true,
  'drop-proposal': true,
  end: true,
  join: true,
  absorb: true,
  reopen: true,
  split: true,
  redirect: true,
  'stop-processing': true,
  note: true,
  close: true,
  'set-legal-hold': true,
  'lift-legal-hold': true,
  'object-to-retention': true,
  'decide-retention-objection': true,
  'record-breach': true,
  'update-breach': true,
  'purge-material': true,
  'record-erasure': true,
};

/**
 * Checks that the histories contain enough: every command was accepted, every event happened, and each end happened
 * often enough.
 */
export function expectToHaveGoneSomewhere(tally: Tally, runs: number): void {
  const happened = (kind: string): number => tally.get(kind) ?? 0;
  const never = [
    ...Object.keys(commandTypes).map((type) => `command ${type}`),
    ...eventSchema.options.map(({ shape }) => shape.type.value).filter((type) => type !== 'case-closed'),
  ].filter((kind) => happened(kind) === 0);
  expect(never).toEqual([]);
  const seldom = Object.entries(atLeast).filter(([kind, share]) => happened(kind) < (share * runs) / 1_000);
  expect(seldom.map(([kind]) => [kind, happened(kind)])).toEqual([]);
}

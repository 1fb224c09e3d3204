import type { Command } from '#domain/case/command.ts';
import { isSilent } from '#domain/case/lifecycle/hold-rules.ts';
import { asLiving, contactAt, type OpenedCase, type Common } from '#domain/case/state.ts';
import type { Matter } from '#domain/case/vocabulary.ts';
import type { Right } from '#domain/rights.ts';
import type { Casework } from '../commit/casework.ts';
import { commitCommand, loadCase } from '../commit/commit-command.ts';
import { commitOpening } from '../intake/open-case.ts';
import { contactOf } from '../profile/contact-of.ts';

const machine = { kind: 'workflow', id: 'settle' } as const;

/**
 * The command that splits a part off this case. The id of the part's case is derived, so that the same part always has
 * the same id.
 */
export function splitCommand(casework: Casework, caseId: string, matter: Matter, rights: readonly Right[]): Command {
  const part = [matter, ...rights.toSorted()].join('/');
  return { type: 'split', matter, rights: [...rights], case: casework.keys.caseId(`split/${caseId}`, part) };
}

/**
 * Splits off every right except one to a case with its own receipt, answer and refusal, so that no right is forgotten.
 * This includes portability, because an access answer has no file for another controller (Art. 20). Access stays,
 * because the workflow carries out access; in a request without access the first right stays.
 */
export async function splitOtherRights(casework: Casework, state: OpenedCase, now: string): Promise<void> {
  const { facts, splits } = state.common;
  if (asLiving(state) === undefined || isSilent(state) || facts.matter !== 'request') return;
  const stays = facts.rights.includes('access') ? 'access' : facts.rights[0];
  const known = new Set(splits.flatMap(({ rights }) => rights));
  for (const right of facts.rights.filter((one) => one !== stays && !known.has(one))) {
    const command = splitCommand(casework, state.common.caseId, 'request', [right]);
    await commitCommand(casework, state.common.caseId, { commandId: `split/${right}`, by: machine, command }, now);
  }
}

/**
 * Opens the cases that were split off, if they are not open yet, with the same date of receipt (Art. 12(3)). Returns
 * the ids of the cases that it opened.
 */
export async function openSplitCases(casework: Casework, common: Common, now: string): Promise<readonly string[]> {
  const opened: string[] = [];
  for (const split of common.splits) {
    if ((await loadCase(casework, split.case)).state !== undefined) continue;
    const profile = await casework.profiles.get(common.caseId);
    // Once the profile is erased, nothing is known of the person, so no case can be opened.
    if (profile === undefined) return opened;
    const organisation = await casework.organisationAt(common.facts.organisation);
    const controller = organisation.controllers.find(({ id }) => id === profile.controller);
    if (controller === undefined) throw new Error('the controller of the case is not part of the organisation');
    const kept = await casework.profiles.create(
      {
        ...profile,
        caseId: split.case,
        request: casework.keys.requestHash([profile.request, split.case]),
        rights: split.matter === 'request' ? [...split.rights] : [...profile.rights],
        receivedAt: common.facts.receivedAt,
        hold: 'right-handled-by-staff',
        matter: split.matter,
        // The present contact point is used, because the first one may be lost or unsafe (practice 2).
        contact: contactOf(profile, contactAt(common, now).hash) ?? profile.contact,
        contacts: {},
        origin: { case: common.caseId, as: 'split' },
        attachedTo: null,
        identifiers: {},
        texts: {},
        raises: [],
      },
      now,
    );
    await commitOpening(casework, common.facts.organisation, kept, controller, now);
    opened.push(split.case);
  }
  return opened;
}

/** Records in the other case that a case was joined to it: staff see both, and no system is searched twice. */
export async function tellJoined(casework: Casework, { common, stage }: OpenedCase, now: string): Promise<void> {
  const into = common.closings.at(-1)?.into ?? null;
  if (stage.kind !== 'closed' || into === null) return;
  const other = (await loadCase(casework, into)).state;
  if (other === undefined || other.common.absorbed.includes(common.caseId)) return;
  // The mails of the joined case belong to a request that is answered in the other case. A case whose material is
  // erased stores no mail.
  const keepsMails = !(other.stage.kind === 'closed' && other.common.purged);
  for (const key of keepsMails ? ((await casework.profiles.get(common.caseId))?.inbound ?? []) : [])
    await casework.profiles.addInbound(into, key);
  await commitCommand(
    casework,
    into,
    { commandId: `absorb/${common.caseId}`, by: machine, command: { type: 'absorb', case: common.caseId } },
    now,
  );
}

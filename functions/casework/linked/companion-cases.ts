import type { Command } from '#domain/case/command.ts';
import { isSilent } from '#domain/case/lifecycle/hold-rules.ts';
import { asLiving, contactAt, type OpenedCase } from '#domain/case/state.ts';
import type { Matter } from '#domain/case/vocabulary.ts';
import type { Right } from '#domain/rights.ts';
import type { Casework } from '../commit/casework.ts';
import { commitCommand, loadCase } from '../commit/commit-command.ts';
import { commitOpening } from '../intake/open-case.ts';
import { contactOf } from '../profile/contact-of.ts';

const machine = { kind: 'workflow', id: 'settle' } as const;

/** The case that a part of this one goes on as. Computed, so that the same part always gives the same case. */
export function splitCommand(casework: Casework, caseId: string, matter: Matter, rights: readonly Right[]): Command {
  const part = [matter, ...rights.toSorted()].join('/');
  return { type: 'split', matter, rights: [...rights], case: casework.keys.caseId(`split/${caseId}`, part) };
}

/**
 * Each right but one goes on as a case of its own, with a receipt, an answer and a refusal of its own, so that none is
 * forgotten when another is answered: also portability, as an access answer holds no file made for another controller
 * (Art. 20). Access stays, since the workflow carries it out; without it the first right that was named.
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
 * Opens the cases that were split off, where they are not there yet; received when this one was (Art. 12(3)). Gives the
 * ids of those that it opened.
 */
export async function openSplitCases(casework: Casework, state: OpenedCase, now: string): Promise<readonly string[]> {
  const opened: string[] = [];
  for (const split of state.common.splits) {
    if ((await loadCase(casework, split.case)).state !== undefined) continue;
    const profile = await casework.profiles.get(state.common.caseId);
    // Once the profile is erased there is nobody left to open a case for.
    if (profile === undefined) return opened;
    const organisation = await casework.organisationAt(state.common.facts.organisation);
    const controller = organisation.controllers.find(({ id }) => id === profile.controller);
    if (controller === undefined) throw new Error('the controller of the case is not part of the organisation');
    const kept = await casework.profiles.create(
      {
        ...profile,
        caseId: split.case,
        request: casework.keys.requestHash([profile.request, split.case]),
        rights: split.matter === 'request' ? [...split.rights] : [...profile.rights],
        receivedAt: state.common.facts.receivedAt,
        hold: 'right-handled-by-staff',
        matter: split.matter,
        // Where is written to now: the first contact point may be lost or unsafe (practice 2).
        contact: contactOf(profile, contactAt(state.common, now).hash) ?? profile.contact,
        contacts: {},
        origin: { case: state.common.caseId, as: 'split' },
        attachedTo: null,
        identifiers: {},
        texts: {},
        raises: [],
      },
      now,
    );
    await commitOpening(casework, state.common.facts.organisation, kept, controller, now);
    opened.push(split.case);
  }
  return opened;
}

/** Tells the case that another was joined to: staff see both, and neither is searched twice. */
export async function tellJoined(casework: Casework, state: OpenedCase, now: string): Promise<void> {
  const into = state.common.closings.at(-1)?.into ?? null;
  if (state.stage.kind !== 'closed' || into === null) return;
  const other = (await loadCase(casework, into)).state;
  if (other === undefined || other.common.absorbed.includes(state.common.caseId)) return;
  // What came in with this one is a request that is answered there. A case whose material is erased keeps no mail.
  const keepsMails = !(other.stage.kind === 'closed' && other.common.purged);
  for (const key of keepsMails ? ((await casework.profiles.get(state.common.caseId))?.inbound ?? []) : [])
    await casework.profiles.addInbound(into, key);
  await commitCommand(
    casework,
    into,
    { commandId: `absorb/${state.common.caseId}`, by: machine, command: { type: 'absorb', case: state.common.caseId } },
    now,
  );
}

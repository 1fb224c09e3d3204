import type { Command } from '#domain/case/command.ts';
import { isSilent } from '#domain/case/lifecycle/hold-rules.ts';
import { asLiving, contactAt, type OpenedCase, type Common } from '#domain/case/state.ts';
import type { Matter } from '#domain/case/vocabulary.ts';
import type { Right } from '#domain/rights.ts';
import type { Casework } from '../commit/casework.ts';
import { commitCommand, loadCase } from '../commit/commit-command.ts';
import { commitOpening } from '../intake/open-case.ts';
import { contactOf } from '../profile/contact-of.ts';
import { partKey } from './part-key.ts';

const machine = { kind: 'workflow', id: 'settle' } as const;

/**
 * Makes the command that splits a part off a case. The id of the part is derived from the case, the matter (request,
 * complaint or claim) and the rights, so the same part always gets the same id.
 */
export function splitCommand(casework: Casework, caseId: string, matter: Matter, rights: readonly Right[]): Command {
  const reference = casework.keys.caseId(`split/${caseId}`, partKey(matter, rights));
  return { type: 'split', matter, rights: [...rights], case: reference };
}

/**
 * If a request names several rights, one right stays in the original case. Each other right becomes a part with its own
 * receipt and answer, so that no right is forgotten. Portability becomes a part too, because the answer to an access
 * request has no file for another controller (Art. 20).
 *
 * Access stays in the original case, because the workflow answers only access requests. If access is not requested, the
 * first right stays.
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
 * Opens a case for each part that has none yet. The case has the day of receipt of the original request (Art. 12(3)).
 * Returns the ids of the cases that it opened.
 */
export async function openSplitCases(casework: Casework, common: Common, now: string): Promise<readonly string[]> {
  const opened: string[] = [];
  for (const split of common.splits) {
    if ((await loadCase(casework, split.case)).state !== undefined) continue;
    const profile = await casework.profiles.get(common.caseId);
    // If the profile is erased, the contact point is gone, so no case can be opened.
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
        // The part gets the present contact point, because the first one may be lost or unsafe (practice 2 in
        // `domain/README.md`).
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

/** If staff joined this case to another case, records this in the other case, so that staff see both cases. */
export async function tellJoined(casework: Casework, { common, stage }: OpenedCase, now: string): Promise<void> {
  const into = common.closings.at(-1)?.into ?? null;
  if (stage.kind !== 'closed' || into === null) return;
  const other = (await loadCase(casework, into)).state;
  if (other === undefined || other.common.absorbed.includes(common.caseId)) return;
  // The other case answers the request of this case. So its profile lists the mails of this case too, unless its data
  // are erased.
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

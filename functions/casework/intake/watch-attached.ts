import { othersGoOn, takesOthers } from '#domain/case/identity/attached-rules.ts';
import type { SubjectProfile } from '#store/subject-profiles.ts';
import type { Casework } from '../commit/casework.ts';
import { commitCommand, loadCase } from '../commit/commit-command.ts';
import { covers } from './covers.ts';
import { mayOpenCase, takeUp } from './receive-request.ts';

/**
 * Opens cases for attached requests that will get no answer otherwise, at `now` (ISO 8601).
 *
 * If the first case was withdrawn without a proof, or if its letters went to another address before the proof, the
 * oldest attached request becomes a case. The other requests are attached to that case.
 *
 * If the first case is proven or has ended, each request that its answer does not cover becomes a case. A request is
 * not covered if it has rights that the first case lacks, or if its address has another label (`name+label@`).
 */
export async function watchAttached(casework: Casework, organisationHash: string, now: string): Promise<void> {
  const kept = await Promise.all(
    (await casework.profiles.attached()).map(async (id) => await casework.profiles.get(id)),
  );
  const attached = kept.filter((profile) => profile !== undefined);
  const byFirst = Map.groupBy(attached, ({ attachedTo }) => attachedTo ?? '');
  for (const [first, profiles] of byFirst)
    try {
      const { state } = await loadCase(casework, first);
      const own = await casework.profiles.get(first);
      const going =
        state === undefined || othersGoOn(state, now)
          ? profiles
          : profiles.filter((one) => own !== undefined && !takesOthers(state, now) && !covers(own, one));
      await goOn(casework, organisationHash, first, going, now);
    } catch (error) {
      casework.report('watch attached requests', error, first);
    }
}

async function goOn(
  casework: Casework,
  organisationHash: string,
  first: string,
  profiles: readonly SubjectProfile[],
  now: string,
): Promise<void> {
  for (const profile of profiles.toSorted((a, b) => (a.receivedAt < b.receivedAt ? -1 : 1))) {
    const { caseId, receivedAt } = profile;
    const controller = casework.organisation.controllers.find(({ id }) => id === profile.controller);
    if (controller === undefined) continue;
    // The request joins the list of received requests before it leaves the list of the first case. If the process dies
    // in between, `reconcile` still finds the request.
    await casework.profiles.detach(caseId, now);
    await casework.attached.detach(first, caseId, receivedAt);
    const mayOpen = await mayOpenCase(casework, profile.contact, profile.rights, profile.controller, now);
    const asKept = { ...profile, attachedTo: null };
    const taken = await takeUp(casework, organisationHash, asKept, controller, now, { mayOpen });
    if (taken.became === 'case') await markAsFirst(casework, first, caseId, now);
  }
}

/**
 * Marks the circumstances of the first case in the new case for the same address. Staff of the new case decide on them.
 */
async function markAsFirst(casework: Casework, first: string, caseId: string, now: string): Promise<void> {
  const { state } = await loadCase(casework, first);
  if (state === undefined) return;
  const by = { kind: 'workflow', id: 'watch-attached' } as const;
  for (const circumstance of state.common.circumstances) {
    const command = { type: 'mark-circumstance', circumstance, present: true } as const;
    await commitCommand(
      casework,
      caseId,
      { commandId: `mirror/${first}/circumstance/${circumstance}`, by, command },
      now,
    );
  }
}

/** Erases the requests attached to a case whose data are erased. Attached requests end with the first case. */
export async function forgetAttached(casework: Casework, first: string): Promise<void> {
  for (const { caseId, receivedAt } of await casework.attached.of(first)) {
    if ((await casework.profiles.get(caseId))?.attachedTo === first) await casework.profiles.erase(caseId);
    await casework.attached.detach(first, caseId, receivedAt);
  }
}

import { othersGoOn } from '#domain/case/identity/attached-rules.ts';
import { hasEnded } from '#domain/case/state.ts';
import { mask } from '#domain/identifiers/mask.ts';
import type { CaseView } from '#api/staff.ts';
import type { SubjectProfile } from '#store/subject-profiles.ts';
import type { Casework } from '../commit/casework.ts';
import { loadCase } from '../commit/commit-command.ts';
import { identifierHash } from '../commit/keys.ts';
import { covers } from './covers.ts';

/**
 * Finds the attached request whose requester's key is `token`; `undefined` if there is none. A stored request that is
 * neither opened nor attached yet is returned too. The token gives no access to the case to which the request is
 * attached.
 */
export async function attachedWith(
  casework: Casework,
  reference: string,
  token: string,
): Promise<SubjectProfile | undefined> {
  if (casework.keys.tokenOf(reference, token)?.of !== 'opener') return undefined;
  const { state } = await loadCase(casework, reference);
  return state === undefined ? await casework.profiles.get(reference) : undefined;
}

/**
 * Whether an attached request has ended with the case to which it is attached. If it has, no case will be opened for
 * the request. `now` is an ISO 8601 instant.
 */
export async function endedWithFirst(casework: Casework, profile: SubjectProfile, now: string): Promise<boolean> {
  const { attachedTo: first } = profile;
  if (first === null) return false;
  const { state } = await loadCase(casework, first);
  const own = await casework.profiles.get(first);
  if (state === undefined || own === undefined) return true;
  return hasEnded(state) && !othersGoOn(state, now) && covers(own, profile);
}

/** The profiles of the requests that are attached to a case, oldest first. */
export async function attachedProfiles(casework: Casework, caseId: string): Promise<readonly SubjectProfile[]> {
  const profiles: SubjectProfile[] = [];
  for (const { caseId: reference } of await casework.attached.of(caseId)) {
    const profile = await casework.profiles.get(reference);
    if (profile?.attachedTo === caseId) profiles.push(profile);
  }
  return profiles;
}

/**
 * The requests attached to a case, as staff see them. Nobody has proven their identity for these requests, so strangers
 * may have made them.
 */
export async function attachedTo(casework: Casework, caseId: string): Promise<CaseView['attached']> {
  return (await attachedProfiles(casework, caseId)).map((profile) => ({
    reference: profile.caseId,
    receivedAt: profile.receivedAt,
    claimed: claimedView(profile),
    message: profile.message ?? null,
  }));
}

/** The identifiers that the request states, as staff see them: masked, and with the hash by which each is named. */
export function claimedView({ caseKey, claimed }: SubjectProfile): CaseView['claimed'] {
  return claimed.map((one) => ({
    identifier: identifierHash(caseKey, one),
    kind: one.kind,
    masked: mask(one),
  }));
}

import { othersGoOn } from '#domain/case/identity/attached-rules.ts';
import { hasEnded } from '#domain/case/state.ts';
import { mask } from '#domain/identifiers/mask.ts';
import type { CaseView } from '#api/staff.ts';
import type { SubjectProfile } from '#store/subject-profiles.ts';
import type { Casework } from '../commit/casework.ts';
import { loadCase } from '../commit/commit-command.ts';
import { covers } from './covers.ts';

/**
 * An attached request, if the token is the one that was given out for it; else `undefined`. A request that is stored
 * and not opened yet is returned as well. The token does not open the case to which the request is attached.
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
 * Whether the case to which a request is attached has ended, and no case will open for the request, at `now` (ISO
 * 8601).
 */
export async function endedWithFirst(casework: Casework, profile: SubjectProfile, now: string): Promise<boolean> {
  const { attachedTo: first } = profile;
  if (first === null) return false;
  const { state } = await loadCase(casework, first);
  const own = await casework.profiles.get(first);
  if (state === undefined || own === undefined) return true;
  return hasEnded(state) && !othersGoOn(state, now) && covers(own, profile);
}

/**
 * The requests attached to a case, as staff see them. Nobody has proven these requests, so other people may have made
 * them.
 */
export async function attachedTo(casework: Casework, caseId: string): Promise<CaseView['attached']> {
  const views: CaseView['attached'] = [];
  for (const { caseId: reference } of await casework.attached.of(caseId)) {
    const profile = await casework.profiles.get(reference);
    if (profile?.attachedTo !== caseId) continue;
    views.push({
      reference,
      receivedAt: profile.receivedAt,
      claimed: profile.claimed.map((one) => ({ kind: one.kind, masked: mask(one) })),
      message: profile.message ?? null,
    });
  }
  return views;
}

import { keyGeneration } from '#domain/case/contact/contact-history.ts';
import { mayBeStranger } from '#domain/case/identity/opener.ts';
import { contactAt, type OpenedCase, type Common } from '#domain/case/state.ts';
import type { Actor } from '#domain/case/vocabulary.ts';
import type { Contact } from '#domain/contact.ts';
import type { Casework } from '../commit/casework.ts';
import { loadCase } from '../commit/commit-command.ts';
import { contactOf } from '../profile/contact-of.ts';

/** A part of a case, with the key by which the visitor may open it. */
export interface PartOfCase {
  readonly state: OpenedCase;
  /**
   * The key to the part for the visitor of the original case: the key that letters contain, or the requester's key if
   * the visitor may be a stranger.
   */
  readonly accessToken: string;
}

/**
 * The parts of a case that the visitor of its page (`by`) may see at `now` (ISO 8601). Two kinds of parts are left out.
 * If a part has another contact point than the case, the person may have changed it because this visitor must not read
 * the letters (practice 2 in `domain/README.md`). If the visitor may be a stranger, a part whose contact point was ever
 * changed is left out too: its requester's key no longer works.
 */
export async function partsOf(
  casework: Casework,
  whole: Common,
  now: string,
  by: Actor,
): Promise<readonly PartOfCase[]> {
  const contact = await contactIn(casework, whole, now);
  if (contact === undefined) return [];
  const parts: PartOfCase[] = [];
  for (const split of whole.splits) {
    const { state } = await loadCase(casework, split.case);
    if (state === undefined || state.common.facts.origin?.case !== whole.caseId) continue;
    const own = await contactIn(casework, state.common, now);
    if (own?.kind !== contact.kind || own.value !== contact.value) continue;
    const generation = keyGeneration(state.common, now);
    if (!mayBeStranger(whole, by))
      parts.push({ state, accessToken: casework.keys.mailedToken(state.common.caseId, generation) });
    else if (generation === 0) parts.push({ state, accessToken: casework.keys.openerToken(state.common.caseId) });
  }
  return parts;
}

async function contactIn(casework: Casework, common: Common, now: string): Promise<Contact | undefined> {
  const profile = await casework.profiles.get(common.caseId);
  return profile === undefined ? undefined : contactOf(profile, contactAt(common, now).hash);
}

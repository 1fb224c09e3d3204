import { keyedHash } from '#domain/canonical/canonical.ts';
import { isDropped } from '#domain/case/contact/contact-history.ts';
import type { Command } from '#domain/case/command.ts';
import { isUnconfirmed } from '#domain/case/answer/availability.ts';
import { isStronglyProven } from '#domain/case/identity/proofs.ts';
import { asLiving, contactAt, type LivingCase, type OpenedCase, type Common } from '#domain/case/state.ts';
import type { Actor } from '#domain/case/vocabulary.ts';
import { suffices } from '#domain/case/vocabulary.ts';
import { identityMethods } from '#domain/identity-methods/methods.ts';
import type { Contact } from '#domain/contact.ts';
import type { SubjectProfile } from '#store/subject-profiles.ts';
import type { Casework } from '../commit/casework.ts';
import { commitCommand, loadCase } from '../commit/commit-command.ts';
import { contactHash } from '../commit/keys.ts';
import { keepContact, keepWords, readable } from '../profile/keep-words.ts';

const machine = { kind: 'workflow', id: 'settle' } as const;

interface Part {
  readonly casework: Casework;
  /** The state of the original case, from which the part was split off. */
  readonly state: OpenedCase;
  readonly profile: SubjectProfile;
  readonly part: LivingCase;
  readonly now: string;
}

/**
 * Copies from a case to its open parts, at `now` (ISO 8601): which staff are locked out, the contact point, and whether
 * the contact point is confirmed. `share-circumstances.ts` copies the circumstances. Each change is copied once, so it
 * does not undo a later decision of staff in the part. Returns the ids of the changed parts.
 */
export async function mirrorToParts(casework: Casework, state: OpenedCase, now: string): Promise<readonly string[]> {
  const changed: string[] = [];
  const profile = await casework.profiles.get(state.common.caseId);
  if (profile === undefined) return changed;
  for (const split of state.common.splits) {
    const { state: found, head } = await loadCase(casework, split.case);
    const part = asLiving(found);
    if (part === undefined) continue;
    await mirror({ casework, state, profile, part, now });
    if ((await loadCase(casework, split.case)).head.seq > head.seq) changed.push(split.case);
  }
  return changed;
}

async function mirror(mirroring: Part): Promise<void> {
  const { state } = mirroring;
  await mirrorLockOuts(mirroring);
  // While staff have not decided on a circumstance of the part (such as protected identity), the contact point of the
  // part is not changed.
  const { state: now } = await loadCase(mirroring.casework, mirroring.part.common.caseId);
  if (now === undefined || now.common.undecided.size > 0) return;
  const change = state.common.contactChanges.at(-1);
  const { post } = state.common;
  if (post !== null && (change === undefined || change.at <= post.at)) await mirrorPost(mirroring, post);
  else if (change !== undefined) await mirrorChange(mirroring, change);
  await mirrorConfirmation(mirroring);
}

/**
 * Confirms the contact point of the part if staff, or a code after a sign-in, confirmed the same contact point in the
 * original case.
 */
async function mirrorConfirmation(mirroring: Part): Promise<void> {
  const { casework, state, profile, now } = mirroring;
  const here = contactAt(state.common, now);
  const value = valueOf(profile, here.hash);
  if (!state.common.confirmedContacts.has(here.hash) || value === undefined) return;
  const { state: part } = await loadCase(casework, mirroring.part.common.caseId);
  if (part === undefined || !isUnconfirmed(part, now)) return;
  if (!(await writesTo(mirroring, value))) return;
  const text = await keepWords(casework, part.common.caseId, state.common.caseId);
  await give(mirroring, `confirmed/${part.common.contactChanges.length}`, { type: 'confirm-contact', text });
}

/**
 * Locks out of the part every member of staff who is locked out of the original case. When a lock-out of the original
 * case ends, its copy ends too. If staff locked somebody out of the part only, nothing changes.
 */
async function mirrorLockOuts(mirroring: Part): Promise<void> {
  const { casework, state, part } = mirroring;
  const nameOf = (staff: string, undone: number): string => `lock-out/${staff}${undone === 0 ? '' : `/${undone}`}`;
  const undoneFor = (staff: string): number => state.common.letIn.filter((one) => one === staff).length;
  for (const staff of state.common.lockedOut)
    if (!part.common.lockedOut.has(staff))
      await give(mirroring, nameOf(staff, undoneFor(staff)), { type: 'lock-out', staff });
  for (const staff of part.common.lockedOut) {
    const undone = undoneFor(staff);
    if (
      undone === 0 ||
      state.common.lockedOut.has(staff) ||
      !part.common.seen.has(idOf(state, nameOf(staff, undone - 1)))
    )
      continue;
    const text = await keepWords(casework, part.common.caseId, state.common.caseId);
    await give(mirroring, `let-in/${staff}/${undone}`, { type: 'let-in', staff, text });
  }
}

/** If the letters of the original case now go by post, the letters of the part go by post too. */
async function mirrorPost(mirroring: Part, post: NonNullable<Common['post']>): Promise<void> {
  const { casework, profile, part } = mirroring;
  const to = valueOf(profile, post.to.hash);
  if (!isLater(post, part) || to === undefined || (await writesTo(mirroring, to))) return;
  const command = {
    type: 'move-to-post',
    to: await keepContact(casework, part.common.caseId, to),
    reason: post.reason,
    registered: post.registered,
    agreed: true,
  } as const;
  await give(mirroring, `post/${post.at}`, command, post.by);
}

/**
 * Copies a change of the contact point to the part. The change has a waiting period in the part too. If it is cancelled
 * in the original case, it is cancelled in the part.
 */
async function mirrorChange(mirroring: Part, change: Common['contactChanges'][number]): Promise<void> {
  const { casework, state, profile, part, now } = mirroring;
  const name = `contact/${state.common.contactChanges.length}`;
  // Two changes are not copied: a change for whose new address nobody has entered the code (the address may be wrong),
  // and a change that the end of the case cancelled.
  if (change.awaitsCode || isDropped(change)) return;
  if (!isLater(change, part) || part.common.seen.has(idOf(state, name))) return;
  if (change.from.hash === change.to.hash) {
    await give(
      mirroring,
      name,
      { type: 'change-contact', to: contactAt(part.common, now), oldIsLost: false },
      change.by,
    );
    return;
  }
  const to = valueOf(profile, change.to.hash);
  if (to === undefined || (await writesTo(mirroring, to))) return;
  const oldIsLost = !change.tellOld;
  if (oldIsLost) await mirrorProof(mirroring);
  const kept = await keepContact(casework, part.common.caseId, to);
  await give(
    mirroring,
    name,
    { type: 'change-contact', to: kept, oldIsLost, codeEntered: true, agreed: true },
    change.by,
  );
}

/**
 * Copies a strong proof of identity to the part. A change of the contact point without a letter to the old contact
 * point needs such a proof (practice 2 in `domain/README.md`), in the part too.
 */
async function mirrorProof(mirroring: Part): Promise<void> {
  const { casework, state, profile, part } = mirroring;
  const proof = state.common.proofs.findLast(({ level, method }) => suffices(level, 'strong') && method !== 'override');
  const value = proof === undefined ? undefined : valueOf(profile, proof.identifier.hash);
  const kept = await casework.profiles.get(part.common.caseId);
  if (proof === undefined || value === undefined || kept === undefined || isStronglyProven(part)) return;
  const identifier = { kind: value.kind, hash: contactHash(kept.caseKey, value) };
  const words = [state.common.caseId, proof.method, proof.at.slice(0, 10), ...readable(profile, proof.text)].join(', ');
  const method = identityMethods[proof.method];
  const command: Command =
    method.givenBy === 'sign-in'
      ? { type: 'prove-with', method: method.name, identifier }
      : {
          type: 'prove-with',
          method: method.givenBy === 'staff' ? method.name : 'document-check',
          identifier,
          text: await keepWords(casework, part.common.caseId, words),
        };
  await give(mirroring, `proof/${keyedHash(kept.caseKey, words).slice(0, 16)}`, command, proof.by);
}

/**
 * Whether a change was made, or took effect, after the part was opened. The part was opened with the contact point that
 * was in force then, so earlier changes need no copy.
 */
function isLater(
  { at, effectiveAt }: { readonly at: string; readonly effectiveAt: string },
  { common }: LivingCase,
): boolean {
  return at >= common.facts.at || effectiveAt > common.facts.at;
}

/** Whether letters of the part already go to this contact point. */
async function writesTo({ casework, part, now }: Part, to: Contact): Promise<boolean> {
  const kept = await casework.profiles.get(part.common.caseId);
  return kept !== undefined && contactAt(part.common, now).hash === contactHash(kept.caseKey, to);
}

/** The contact point or identifier that the log of the original case names by this hash. */
function valueOf(
  { caseKey, contact, contacts, claimed, identifiers }: SubjectProfile,
  hash: string,
): Contact | undefined {
  const known = [contact, ...Object.values(contacts), ...claimed, ...Object.values(identifiers)];
  return known.find((one) => contactHash(caseKey, one) === hash);
}

function idOf({ common: { caseId } }: OpenedCase, name: string): string {
  return `mirror/${caseId}/${name}`;
}

async function give(
  { casework, state, part, now }: Part,
  name: string,
  command: Command,
  by: Actor = machine,
): Promise<void> {
  const acted = await commitCommand(casework, part.common.caseId, { commandId: idOf(state, name), by, command }, now);
  if (!acted.ok) throw new Error(`a part refused ${command.type}, copied from its original case: ${acted.code}`);
}

import { refuse, type Refused } from '#domain/case/refusals/refuse.ts';
import type { OpenedCase } from '#domain/case/state.ts';
import { localDate } from '#domain/clock/deadline.ts';
import { normalise } from '#domain/identifiers/normalise.ts';
import type { Organisation } from '#domain/organisation/organisation.ts';
import type { CaseReader } from './case-view.ts';
import type { Casework } from './casework.ts';
import { loadCase } from './commit-command.ts';
import { identifierHash } from './keys.ts';

/** A member of staff who asks for a case. */
export interface CaseVisitor {
  /** Opaque subject id. */
  readonly id: string;
  readonly roles: ReadonlySet<string>;
  /** The address that the login knows, if it tells. */
  readonly email: string | undefined;
}

export type CaseAccess = { readonly ok: true } | Refused<'case-concerns-you'>;

/**
 * Whether a member of staff may have to do with a case. Whoever asks for their own data is kept out of it, and so are
 * their managers (practice 15): by the address of the login, or because a colleague has locked them out.
 */
export async function accessTo(casework: Casework, state: OpenedCase, visitor: CaseVisitor): Promise<CaseAccess> {
  const out = refuse('case-concerns-you');
  if (keptOut(casework.organisation, state).has(visitor.id)) return out;
  // Whoever is kept out of the whole is out of its part.
  const { origin } = state.facts;
  if (origin?.as === 'split') {
    const { state: whole } = await loadCase(casework, origin.case);
    if (whole.status !== 'absent' && !(await accessTo(casework, whole, visitor)).ok) return out;
  }
  if (visitor.email === undefined) return { ok: true };
  const profile = await casework.profiles.get(state.caseId);
  if (profile === undefined) return { ok: true };
  const own = normalise('email', visitor.email, { today: localDate(state.facts.at, state.facts.timeZone) });
  if (!own.valid) return { ok: true };
  const mine = identifierHash(profile.caseKey, own.identifier);
  const hashes = [state.facts.contact, ...state.facts.claimed].map(({ hash }) => hash);
  return hashes.includes(mine) || Object.hasOwn(profile.identifiers, mine) ? out : { ok: true };
}

/** Staff ids of who is locked out of a case, and of their managers. */
export function keptOut({ people }: Organisation, { lockedOut }: OpenedCase): ReadonlySet<string> {
  const managers = people.flatMap(({ id, manager }) => (lockedOut.has(id) && manager !== undefined ? [manager] : []));
  return new Set([...lockedOut, ...managers]);
}

/** What a visitor may know of a case beyond what everybody on it does. */
export async function readerOf(
  casework: Casework,
  organisation: Organisation,
  state: OpenedCase,
  visitor: CaseVisitor,
): Promise<CaseReader> {
  const mine = await casework.summaries.get(state.caseId);
  const all = mine === undefined || mine.person === '' ? [] : await casework.summaries.ofPerson(mine.person);
  return {
    mayKnow: (system) => {
      const known = organisation.systems.find(({ id }) => id === system);
      const handlers = known?.kind === 'manual' ? (known.handlers ?? []) : [];
      return visitor.roles.has('dpo') || handlers.includes(visitor.id);
    },
    others: all
      .filter(({ caseId }) => caseId !== state.caseId)
      .map(({ caseId, status, receivedAt }) => ({ reference: caseId, status, receivedAt })),
  };
}

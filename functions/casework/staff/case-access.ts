import { refuse, type RefusedBy } from '#domain/case/refusals/refuse.ts';
import type { Common } from '#domain/case/state.ts';
import { emailAddress } from '#domain/mail/sender/sender.ts';
import type { Organisation } from '#domain/organisation/organisation.ts';
import type { Summary } from '#store/summaries.ts';
import { attachedTo } from '../intake/attached-view.ts';
import type { CaseReader } from './case-view.ts';
import type { Casework } from '../commit/casework.ts';
import { loadCase } from '../commit/commit-command.ts';
import { mayKnowResult } from './search-by-hand.ts';

/** A member of staff who wants to open a case. */
export interface CaseVisitor {
  /** Opaque id from the login, which identifies nobody by itself. */
  readonly id: string;
  readonly roles: ReadonlySet<string>;
  /** The e-mail address from the login; `undefined` if the login gives none. */
  readonly email: string | undefined;
}

export type CaseAccess = { readonly ok: true } | RefusedBy<'case-concerns-you'>;

/**
 * Decides whether a member of staff may open a case. A member may not open a case that concerns them: the person of the
 * case has the e-mail address of the member's login, or a colleague has locked the member out of the case. The managers
 * of a locked-out member may not open the case either (practice 15 in `domain/README.md`).
 */
export async function accessTo(casework: Casework, common: Common, visitor: CaseVisitor): Promise<CaseAccess> {
  const out = refuse('case-concerns-you');
  if (keptOut(casework.organisation, common).has(visitor.id)) return out;
  // Whoever may not open the original case may not open its parts either.
  const { origin } = common.facts;
  if (origin?.as === 'split') {
    const { state: whole } = await loadCase(casework, origin.case);
    if (whole !== undefined && !(await accessTo(casework, whole.common, visitor)).ok) return out;
  }
  return (await casesAbout(casework, [common.caseId], visitor)).size > 0 ? out : { ok: true };
}

/**
 * The rows of a list that a member of staff may see, by the rules of `accessTo`, in the order of the list. The profiles
 * and the original cases of parts are read in batches. A summary that an earlier version of Utdrag stored does not say
 * who is locked out. For such a case the log is read.
 */
export async function listedFor(
  casework: Casework,
  lines: readonly Summary[],
  visitor: CaseVisitor,
): Promise<readonly Summary[]> {
  const known = new Map(lines.map((line) => [line.caseId, line]));
  let missing = originals(lines, known);
  while (missing.length > 0) {
    const read = await casework.summaries.many(missing);
    for (const one of read) known.set(one.caseId, one);
    missing = originals(read, known);
  }
  const theirs = await casesAbout(casework, [...known.keys()], visitor);
  const mayList = async ({ caseId, lockedOut, partOf }: Summary): Promise<boolean> => {
    if (lockedOut === null) {
      const { state } = await loadCase(casework, caseId);
      return state === undefined || (await accessTo(casework, state.common, visitor)).ok;
    }
    if (keptOut(casework.organisation, { lockedOut }).has(visitor.id)) return false;
    const original = partOf === null ? undefined : known.get(partOf);
    return (original === undefined || (await mayList(original))) && !theirs.has(caseId);
  };
  const may = await Promise.all(lines.map(mayList));
  return lines.filter((_, index) => may[index] === true);
}

/** Ids of the original cases of the parts among `lines`, without the cases that are in `known`. */
function originals(lines: readonly Summary[], known: ReadonlyMap<string, Summary>): readonly string[] {
  return lines.flatMap(({ partOf }) => (partOf === null || known.has(partOf) ? [] : [partOf]));
}

/** The cases that are about the visitor: their person has the e-mail address of the visitor's login. */
async function casesAbout(
  casework: Casework,
  caseIds: readonly string[],
  { email }: CaseVisitor,
): Promise<ReadonlySet<string>> {
  const own = email === undefined ? undefined : emailAddress(email);
  if (own === undefined || caseIds.length === 0) return new Set();
  const profiles = await casework.profiles.knownBy(caseIds);
  return new Set(
    profiles.flatMap(({ caseId, contact, contacts, claimed, identifiers }) => {
      const points = [contact, ...Object.values(contacts), ...claimed, ...Object.values(identifiers)];
      return points.some(({ kind, value }) => kind === 'email' && value === own) ? [caseId] : [];
    }),
  );
}

/** Staff ids of the people who are locked out of a case, and of their managers. */
export function keptOut(
  { people }: Organisation,
  { lockedOut }: { readonly lockedOut: Iterable<string> },
): ReadonlySet<string> {
  const out = new Set(lockedOut);
  const managers = people.flatMap(({ id, manager }) => (out.has(id) && manager !== undefined ? [manager] : []));
  return new Set([...out, ...managers]);
}

/** What a member of staff may see of a case in addition to what every member may see. */
export async function readerOf(
  casework: Casework,
  organisation: Organisation,
  common: Common,
  visitor: CaseVisitor,
): Promise<Omit<CaseReader, 'resources'>> {
  const mine = await casework.summaries.get(common.caseId);
  const all = mine === undefined || mine.person === '' ? [] : await casework.summaries.ofPerson(mine.person);
  const others = await listedFor(
    casework,
    all.filter(({ caseId }) => caseId !== common.caseId),
    visitor,
  );
  return {
    viewer: visitor,
    mayKnow: (system) => mayKnowResult(organisation, system, visitor),
    attached: await attachedTo(casework, common.caseId),
    others: others.map(({ caseId, status, receivedAt }) => ({ reference: caseId, status, receivedAt })),
  };
}

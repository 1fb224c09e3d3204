import { nothingReviewed } from '#domain/case/answer/commands.ts';
import { isUnderReview } from '#domain/case/review/under-review.ts';
import { calendarOf } from '#domain/case/clock/clock-of.ts';
import { searchOf, contactAt, type OpenedCase } from '#domain/case/state.ts';
import { datesOf } from '#domain/clock/deadline.ts';
import { isWritable, type Contact } from '#domain/contact.ts';
import { normaliseEmail } from '#domain/identifiers/email.ts';
import type { Means } from '#commands/means.ts';
import type { Exports } from '#store/exports.ts';
import type { SubjectProfile } from '#store/subject-profiles.ts';
import type { Casework } from '../commit/casework.ts';
import { loadCase } from '../commit/commit-command.ts';
import { idOfMethod, methodsToAsk } from '../identity/identity-offer.ts';
import { partOf } from '../linked/open-part.ts';
import { contactOf } from '../profile/contact-of.ts';
import { wouldReachUs } from '../profile/own-mailbox.ts';
import { keepContact, keepWords } from '../profile/keep-words.ts';
import { personnummerBeside } from '../search/known-identifiers.ts';
import { keepWrittenByHand } from '../search/written-by-hand.ts';
import { reviewedNow, type PreviewMeans } from '../review/preview.ts';
import { withdrawnBy } from '../review/withdrawn.ts';
import { keptOut } from './case-access.ts';
import { isReserved, maySearchByHand } from './search-by-hand.ts';
import { isKnownStaff } from './staff-known.ts';

/** What `meansFor` needs besides `Casework`. */
export interface StaffMeans extends PreviewMeans {
  readonly exports: Pick<Exports, 'eraseAnswer'>;
}

/** A command as the console sent it: for which case, by which member of staff (an opaque id), and when (ISO 8601). */
interface Given {
  readonly state: OpenedCase;
  readonly profile: SubjectProfile;
  readonly member: string;
  readonly commandId: string;
  readonly now: string;
}

/**
 * Makes the functions by which a file in `functions/commands` looks up cases and stores texts before it builds a domain
 * command.
 */
export function meansFor(
  casework: Casework,
  means: StaffMeans,
  { state, profile, member, commandId, now }: Given,
): Means {
  const { caseId, facts } = state.common;
  const { findings, resources } = means;
  const organisation = async () => await casework.organisationAt(facts.organisation);
  return {
    state,
    now,
    member,
    commandId,
    keep: async (words) => await keepWords(casework, caseId, words, 'staff'),
    keepContact: async (contact) => await keepContact(casework, caseId, contact),
    emailOf: (text) => {
      const email = normaliseEmail(text);
      return email.valid && isWritable(email.identifier) ? email.identifier : undefined;
    },
    wouldReachUs: ({ value }) => wouldReachUs(casework, state.common, profile, value, now),
    datesFrom: (receivedAt) => {
      const dates = datesOf(receivedAt, calendarOf(state.common), []);
      return {
        receivedLocalDate: dates.receivedLocalDate,
        due: dates.unsuspendedDue,
        extendedDue: dates.unsuspendedExtendedDue,
      };
    },
    listsPeople: casework.organisation.people.length > 0,
    isKnownStaff: async (id) => await isKnownStaff(casework, state, id),
    isKeptOut: (id) => keptOut(casework.organisation, state.common).has(id),
    isReserved: async (system) => isReserved(await organisation(), system),
    maySearch: async (system) => maySearchByHand(await organisation(), system, member),
    otherCase: async (reference) => {
      const { state: other } = await loadCase(casework, reference);
      if (other === undefined) return undefined;
      return { state: other, sameContact: await isSameContact(casework, state, other, now) };
    },
    referenceOfPart: async (matter, rights) => (await partOf(casework, caseId, matter, rights)).reference,
    wasAnsweredBefore: async () => await hasEarlierAnswer(casework, caseId),
    methodsToAsk: async () => methodsToAsk(state, profile, await organisation()).map(idOfMethod),
    personnummerBeside: (identifier) => {
      const search = searchOf(state);
      return search === undefined ? undefined : personnummerBeside(search, profile, identifier);
    },
    withdrawnWith: async (rejected) => await withdrawnBy(findings, state, profile, { rejected }),
    titleOfKind: async (id, resource) => {
      const system = (await organisation()).systems.find((one) => one.id === id);
      const kinds = system === undefined ? {} : resources(system);
      const kind = Object.hasOwn(kinds, resource) ? kinds[resource] : undefined;
      if (system === undefined || kind === undefined) return undefined;
      return {
        sv: `${system.title.sv}: ${kind.title.sv}`,
        en: `${system.title.en}: ${kind.title.en}`,
      };
    },
    reviewed: async () =>
      isUnderReview(state) ? await reviewedNow(casework, means, state, profile, now) : nothingReviewed,
    handEntries: async (system) => await findings.hand.list(caseId, system),
    keepEntries: async (system, entries) => await keepWrittenByHand(findings, caseId, system, entries, now),
  };
}

/** Whether two cases have the same controller and the same contact point. */
async function isSameContact(casework: Casework, state: OpenedCase, other: OpenedCase, now: string): Promise<boolean> {
  if (state.common.facts.controller !== other.common.facts.controller) return false;
  const contact = async (one: OpenedCase): Promise<Contact | undefined> => {
    const profile = await casework.profiles.get(one.common.caseId);
    return profile === undefined ? undefined : contactOf(profile, contactAt(one.common, now).hash);
  };
  const [mine, theirs] = [await contact(state), await contact(other)];
  return mine !== undefined && mine.kind === theirs?.kind && mine.value === theirs.value;
}

/**
 * Whether the person of this case has received an answer in another case. If so, the answer to this case may be a
 * further copy, for which a fee is allowed (Art. 15(3)).
 */
async function hasEarlierAnswer(casework: Casework, caseId: string): Promise<boolean> {
  const mine = await casework.summaries.get(caseId);
  const all = mine === undefined || mine.person === '' ? [] : await casework.summaries.ofPerson(mine.person);
  for (const other of all) {
    if (other.caseId === caseId || other.status !== 'closed') continue;
    const { state } = await loadCase(casework, other.caseId);
    if (state?.stage.kind === 'closed' && state.stage.ending === 'answered') return true;
  }
  return false;
}

import { availableUntil } from '#domain/case/answer/availability.ts';
import { caseDates } from '#domain/case/clock/clock-of.ts';
import { isSearchedBy } from '#domain/case/contact/confirmed-contact.ts';
import { isBlocked, outcomeOf, uncertainRecords, type Measure } from '#domain/case/search/outcome.ts';
import { isTold, partRefusals, toldItems } from '#domain/case/decisions/part-refusals.ts';
import { asWorking, type Asking, type OpenedCase, type SearchedSystem } from '#domain/case/state.ts';
import type { Alert } from '#domain/case/vocabulary.ts';
import { localDate } from '#domain/clock/deadline.ts';
import { languageFor } from '#domain/language.ts';
import type { Controller, Organisation } from '#domain/organisation/organisation.ts';
import { activitiesOf } from '#domain/organisation/scope.ts';
import type { ProofMethod } from '#letters/content/identity.ts';
import {
  atLeastOne,
  type AskedTime,
  type AtLeastOne,
  type LastDay,
  type MissingSystem,
  type RefusedItem,
} from '#letters/content/parts.ts';
import type { SubjectProfile } from '#store/subject-profiles.ts';
import { contactOf } from '../profile/contact-of.ts';
import { idOfMethod, methodsToAsk } from '../identity/identity-offer.ts';
import { statedNumber } from '../identity/sms-number.ts';
import { refusalWords, refusedKindWords } from '../profile/keep-words.ts';

/** What a letter is composed from. */
export interface LetterSource {
  readonly organisation: Organisation;
  readonly controller: Controller;
  readonly state: OpenedCase;
  readonly profile: SubjectProfile;
  readonly statusLink: string;
  /** When the letter goes, ISO 8601. */
  readonly now: string;
  /** The six digits of a challenge. */
  oneTimeCode(challenge: string): string;
  /** The case that this one was joined to, as far as a letter tells of it. */
  readonly joinedTo: { readonly reference: string; readonly receivedDate: string; readonly due: string } | undefined;
}

export function alertDate(state: OpenedCase, alert: Alert, today: string): string {
  switch (alert) {
    case 'escalation':
    case 'unsuspended-date':
    case 'held-undecided':
      return state.due;
    case 'breach':
    case 'breach-hours':
      return localDate(found(state.breaches.at(-1)).notifyBy, state.facts.timeZone);
    case 'late-refusal':
      return state.facts.due;
    case 'letter-bounced':
    case 'legal':
    case 'stop-at-once':
    case 'reply-after-end':
    case 'contact-disputed':
    case 'reply-to-decide':
    case 'delivered-not-theirs':
      return today;
  }
}

export function refusedItem(item: {
  readonly what: string;
  readonly ground: OpenedCase['refusals'][number]['ground'];
  readonly law?: string | undefined;
  readonly reason: string;
  readonly until?: string | undefined;
}): RefusedItem {
  const { what, ground, law, reason, until } = item;
  return {
    what,
    ground: ground === 'other-law' ? { code: 'other-law', law: law ?? '' } : { code: ground },
    reason,
    ...(until === undefined ? {} : { until }),
  };
}

/** A refused kind of record as letters and packages tell of it, in the words that staff wrote. */
export function refusedLine(
  profile: SubjectProfile | undefined,
  { ground, text, until }: OpenedCase['refusals'][number]['items'][number],
): RefusedItem {
  const { what, reason, law } = refusedKindWords(profile, text);
  return refusedItem({ what, ground, law, reason, until: until ?? undefined });
}

/** What a refusal lists, kind by kind, as far as it may be told; one of an earlier version lists what was written. */
export function refusedLines(
  { state, profile, now }: Pick<LetterSource, 'state' | 'profile' | 'now'>,
  refusal: OpenedCase['refusals'][number],
): readonly RefusedItem[] {
  return refusal.items.length > 0
    ? toldItems(state, refusal, now).map((item) => refusedLine(profile, item))
    : (refusalWords(profile, refusal.text).items ?? []).map((item) => refusedItem(item));
}

/** What is refused in part, for the letter that brings the rest. */
export function leftOut(source: LetterSource): readonly RefusedItem[] {
  const { state, now } = source;
  return partRefusals(state)
    .filter((refusal) => isTold(state, refusal, now))
    .flatMap((refusal) => refusedLines(source, refusal));
}

/** The ways that a question of staff names: those they chose, as far as they are still open; else all that suffice. */
export function methodsAsked(
  { controller, organisation, state, profile }: LetterSource,
  chosen: readonly string[] | undefined,
): AtLeastOne<ProofMethod> {
  const language = languageFor(state.facts.language);
  const all = methodsToAsk(state, profile, organisation);
  const still = all.filter((method) => chosen?.includes(idOfMethod(method)) === true);
  const methods = (still.length === 0 ? all : still).map((method): ProofMethod => {
    if (method.kind !== 'e-id') return { method: method.kind };
    const { title } = controller.identity.eid.find(({ id }) => id === method.id) ?? method;
    return { method: 'e-id', name: title?.[language] ?? method.id };
  });
  const mandate = state.facts.hold === 'mandate-unchecked' ? [{ method: 'mandate' } as const] : [];
  return atLeastOne([...methods, ...mandate]) ?? [{ method: 'document-check' }];
}

/** The ways by which somebody of whom no proof came may still give one, and no more is asked than one of them. */
export function otherProofs({ controller, state, profile }: LetterSource): AtLeastOne<ProofMethod> {
  const language = languageFor(state.facts.language);
  const { emailCode, login, eid, letterCode, documentCheck } = controller.identity;
  const numbers = [...profile.claimed, ...Object.values(profile.identifiers)];
  const working = asWorking(state);
  const strongOnly = working?.systems.some((system) => isBlocked(system, working)) ?? false;
  const methods: readonly ProofMethod[] = [
    ...(emailCode && !strongOnly && profile.contact.kind === 'email' ? [{ method: 'email-code' } as const] : []),
    ...(!strongOnly && statedNumber(state, profile, controller) !== undefined ? [{ method: 'sms-code' } as const] : []),
    ...(login !== undefined && !strongOnly ? [{ method: 'login' } as const] : []),
    // An e-ID proves something only where a held number can match it.
    ...(numbers.some(({ kind }) => kind === 'personnummer')
      ? eid.map(({ title }) => ({ method: 'e-id', name: title[language] }) as const)
      : []),
    ...(letterCode && !state.circumstances.has('protected-identity') ? [{ method: 'letter-code' } as const] : []),
    ...(documentCheck ? [{ method: 'document-check' } as const] : []),
    // Former customers may have lost the address we know: details of an order are a supplement (practice 5).
    ...(!strongOnly ? [{ method: 'order-details' } as const] : []),
    ...(state.facts.hold === 'mandate-unchecked' ? [{ method: 'mandate' } as const] : []),
  ];
  return atLeastOne(methods) ?? [{ method: 'document-check' }];
}

export function askedTime(state: OpenedCase, asking: Asking): AskedTime {
  return {
    askedDate: localDate(asking.askedAt, state.facts.timeZone),
    suspends: asking.suspends,
    unsuspendedDue: state.due,
  };
}

/** When the person was last asked for it: by a question, or by a code. */
export function askedAt(state: OpenedCase, about: Asking['about']): string {
  const asked = state.askings.findLast((one) => one.about === about)?.askedAt;
  return asked ?? state.challenges.findLast(({ purpose }) => purpose === 'identity')?.issuedAt ?? state.facts.at;
}

export function choicesOr(
  choices: readonly string[],
  { organisation, controller, state }: LetterSource,
): AtLeastOne<string> {
  const language = languageFor(state.facts.language);
  const names = activitiesOf(organisation, controller.id).map(({ name }) => name[language]);
  return found(atLeastOne(choices) ?? atLeastOne(names));
}

export function closingText(state: OpenedCase, n: number): string | null {
  return found(state.closings[n - 1]).text;
}

/** The last day for the answer of the case. */
export function lastDayOf(state: OpenedCase): LastDay {
  const { due, unsuspendedDue } = caseDates(state);
  return { due, unsuspendedDue };
}

/** The last day on which the answer can be fetched, where its letter goes now. */
export function lastDayToFetch({ state, now }: LetterSource, round: number): string {
  const delivery = found(state.deliveries.find((one) => one.round === round));
  return localDate(availableUntil(state, delivery, now), state.facts.timeZone);
}

/** Whether every system has answered and none holds anything: an answer, which is given (practice 4). */
export function isNothingHeld(state: OpenedCase): boolean {
  const { systems, level } = searched(state);
  return (
    systems.length > 0 &&
    // Of what waits for a stronger proof it is not told that nothing is held.
    systems.every((system) => !isBlocked(system, { level })) &&
    systems.every(({ replies }) => replies.length > 0 && replies.every(({ result }) => result === 'nothing-held'))
  );
}

/** How many records of all systems may be the person's, and are in no answer; none of what needs a stronger proof. */
export function uncertainOf(state: OpenedCase): number {
  const { systems, level } = searched(state);
  return systems
    .filter((system) => !isBlocked(system, { level }))
    .map(uncertainRecords)
    .reduce((sum, { possible, disputed }) => sum + possible + disputed, 0);
}

/** What was searched, and how strongly the identity was proven when the case ended, or is now. */
function searched(state: OpenedCase): { readonly systems: readonly SearchedSystem[] } & Pick<Measure, 'level'> {
  const working = asWorking(state);
  if (working !== undefined) return working;
  if (state.status !== 'closed') return { systems: [], level: 'contact-point' };
  const ended = state.resume === null ? undefined : asWorking(state.resume);
  return { systems: state.systems, level: ended?.level ?? 'contact-point' };
}

/**
 * What nothing was found by (practice 4): what is proven is searched for, and nothing else. An address that is not
 * proven is not named: it would be said of it that nothing is held.
 */
export function searchedBy({ state, profile }: LetterSource): {
  readonly address: string | null;
  readonly othersGiven: boolean;
} {
  const searched = state.proofs.filter(({ identifier }) => isSearchedBy(state, identifier));
  const proven = new Map(searched.map(({ identifier }) => [identifier.hash, identifier]));
  const [only, ...more] = proven.values();
  const address = only?.kind === 'email' && more.length === 0 ? contactOf(profile, only.hash) : undefined;
  const given = [state.facts.contact, ...state.facts.claimed].filter(({ kind }) => kind !== 'postalAddress');
  return { address: address?.value ?? null, othersGiven: given.some(({ hash }) => !proven.has(hash)) };
}

export function missingSystems({ organisation, state }: LetterSource): readonly MissingSystem[] {
  const working = asWorking(state);
  if (working === undefined) return [];
  return working.systems.flatMap((system): readonly MissingSystem[] => {
    const title = titleOf(organisation, system.id, state);
    const failed = outcomeOf(system, working).outcome === 'failed';
    if (isBlocked(system, working)) return [{ title, outcome: 'stronger-proof' }];
    if (failed && system.givenUp) return [{ title, outcome: 'given-up' }];
    return system.deliveredIn === null ? [{ title, outcome: failed ? 'failed' : 'pending' }] : [];
  });
}

/** The systems whose data, or whose answer that nothing is held, can be fetched already. */
export function deliveredTitles({ organisation, state }: LetterSource): readonly string[] {
  const working = asWorking(state);
  return (working?.systems ?? [])
    .filter((system) => system.deliveredIn !== null && working !== undefined && !isBlocked(system, working))
    .filter((system) => working !== undefined && outcomeOf(system, working).outcome !== 'failed')
    .map(({ id }) => titleOf(organisation, id, state));
}

function titleOf(organisation: Organisation, id: string, state: OpenedCase): string {
  return organisation.systems.find((system) => system.id === id)?.title[languageFor(state.facts.language)] ?? id;
}

export function inWords({ state }: LetterSource, sv: string, en: string): string {
  return languageFor(state.facts.language) === 'sv' ? sv : en;
}

export function found<T>(value: T | undefined | null): T {
  if (value === undefined || value === null) throw new Error('the log owes a letter about something that is not there');
  return value;
}

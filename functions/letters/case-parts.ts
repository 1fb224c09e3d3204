import { availableUntil } from '#domain/case/answer/availability.ts';
import { caseDates } from '#domain/case/clock/clock-of.ts';
import { isSearchedBy } from '#domain/case/contact/confirmed-contact.ts';
import { isBlocked, isUnresolved, outcomeOf, uncertainRecords, type Measure } from '#domain/case/search/outcome.ts';
import { isTold, partRefusals, refusedItems, toldItems } from '#domain/case/decisions/part-refusals.ts';
import {
  searchIn,
  searchOf,
  type Asking,
  type OpenedCase,
  type SearchedSystem,
  type Common,
} from '#domain/case/state.ts';
import type { Alert } from '#domain/case/vocabulary.ts';
import { localDate } from '#domain/clock/deadline.ts';
import { languageFor } from '#domain/language.ts';
import type { Organisation } from '#domain/organisation/organisation.ts';
import { activitiesOf } from '#domain/organisation/scope.ts';
import type { ReviewLine } from '#domain/review/line.ts';
import { toldLines } from '#domain/review/lines.ts';
import { amountInWords } from './amount-in-words.ts';
import {
  atLeastOne,
  type AskedTime,
  type AtLeastOne,
  type LastDay,
  type MissingSystem,
  type RefusedItem,
} from './parts.ts';
import { refusalWords, refusedKindWords, reviewLimit, type Written } from './kept-words.ts';
import type { LetterSource } from './source.ts';

export function alertDate(common: Common, alert: Alert, today: string): string {
  switch (alert) {
    case 'escalation':
    case 'unsuspended-date':
    case 'held-undecided':
      return common.due;
    case 'breach':
    case 'breach-hours':
      return localDate(found(common.breaches.at(-1)).notifyBy, common.facts.timeZone);
    case 'late-refusal':
      return common.facts.due;
    case 'letter-bounced':
    case 'legal':
    case 'stop-at-once':
    case 'reply-after-end':
    case 'contact-disputed':
    case 'reply-to-decide':
    case 'delivered-not-theirs':
    case 'whole-withdrawn':
    case 'contact-unsafe':
      return today;
  }
}

export function refusedItem(item: {
  readonly what: string;
  readonly ground: Common['refusals'][number]['ground'];
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

/**
 * Describes a refused kind of record for letters and packages. The title and the reason come from the subject profile.
 */
export function refusedLine(
  written: Written | undefined,
  { ground, text, until }: Common['refusals'][number]['items'][number],
): RefusedItem {
  const { what, reason, law } = refusedKindWords(written, text);
  return refusedItem({ what, ground, law, reason, until: until ?? undefined });
}

/**
 * The items of one refusal that we may tell the person about. If staff refused kinds of record (such as notes in the
 * CRM), the items are in the log. The items of any other refusal are in the text that staff wrote.
 */
export function refusedLines(
  { state, written, now }: Pick<LetterSource, 'state' | 'written' | 'now'>,
  refusal: Common['refusals'][number],
): readonly RefusedItem[] {
  return refusal.items.length > 0
    ? toldItems(state, refusal, now).map((item) => refusedLine(written, item))
    : (refusalWords(written, refusal.text).items ?? []).map((item) => refusedItem(item));
}

/**
 * The items of all partial refusals that we may tell the person about. The letter that announces an answer lists them.
 */
export function leftOut(source: LetterSource): readonly RefusedItem[] {
  const { state, now } = source;
  return partRefusals(state.common)
    .filter((refusal) => isTold(state, refusal, now))
    .flatMap((refusal) => refusedLines(source, refusal));
}

/**
 * What the answer of a round masks and leaves out after the review, for the letter that announces it. The release
 * recorded it, and the package says the same. Refused kinds of record are not included, because a letter of refusal
 * tells the person about them.
 *
 * No letter of refusal is owed for these lines. Art. 12(4) demands that the person is told without delay of the
 * reasons, the complaint and the court. Nobody knows what is masked before the review of the answer, and the answer
 * follows the review at once, so the letter that announces the answer tells all of that. A refusal of a kind of record
 * can be decided weeks before the answer, so it has a letter of its own.
 */
export function leftOutInReview(
  source: Pick<LetterSource, 'organisation' | 'state' | 'written'>,
  round: number,
): readonly RefusedItem[] {
  const { organisation, state, written } = source;
  const language = languageFor(state.common.facts.language);
  const refused = refusedItems(state.common);
  const counts = new Map<string, ReviewLine>();
  for (const line of toldLines(state.common.leftOut.get(round) ?? [])) {
    const { system, kind, ground, text } = line;
    if (refused.some((item) => item.system === system && item.text === text)) continue;
    // The letter does not say which kinds of record: other people may read it.
    const key = JSON.stringify([system, kind, ground, text]);
    counts.set(key, { ...line, count: line.count + (counts.get(key)?.count ?? 0) });
  }
  return [...counts.values()].map((line) => ({
    what: `${titleOf(organisation, line.system, state.common)} (${amountInWords(line, language)})`,
    ...reviewLimit(written, line),
  }));
}

export function askedTime(common: Common, asking: Asking): AskedTime {
  return {
    askedDate: localDate(asking.askedAt, common.facts.timeZone),
    suspends: asking.suspends,
    unsuspendedDue: common.due,
  };
}

/**
 * When staff last asked the person about this subject. If staff never asked, this is the time of the last identity
 * code, or else of the request.
 */
export function askedAt(common: Common, about: Asking['about']): string {
  const asked = common.askings.findLast((one) => one.about === about)?.askedAt;
  return asked ?? common.challenges.findLast(({ purpose }) => purpose === 'identity')?.issuedAt ?? common.facts.at;
}

export function choicesOr(
  choices: readonly string[],
  { organisation, controller, state }: LetterSource,
): AtLeastOne<string> {
  const language = languageFor(state.common.facts.language);
  const names = activitiesOf(organisation, controller.id).map(({ name }) => name[language]);
  return found(atLeastOne(choices) ?? atLeastOne(names));
}

export function closingText(common: Common, n: number): string | null {
  return found(common.closings[n - 1]).text;
}

/** The last day for the answer: with suspensions (`due`), and without (`unsuspendedDue`). */
export function lastDayOf(common: Common): LastDay {
  const { due, unsuspendedDue } = caseDates(common);
  return { due, unsuspendedDue };
}

/**
 * The last day on which the person can fetch the answer. The days are counted from the letter that announces the
 * answer, or from `now` if that letter is not sent yet.
 */
export function lastDayToFetch({ state, now }: LetterSource, round: number): string {
  const delivery = found(state.common.deliveries.find((one) => one.round === round));
  return localDate(availableUntil(state.common, delivery, now), state.common.facts.timeZone);
}

/**
 * Whether every system has replied, and the answer says of every system that it holds no data of the person. If so, the
 * letter itself is the answer, and there is no package (practice 4 in `domain/README.md`). A system of which the review
 * left out all records without telling the person counts as one that holds nothing.
 */
export function isNothingHeld(state: OpenedCase): boolean {
  const { systems, level } = searched(state);
  const answers = state.common.deliveries.filter(({ revoked }) => !revoked);
  const isSilent = ({ id, deliveredIn }: SearchedSystem): boolean =>
    answers.some(({ round, silent = [] }) => round === deliveredIn && silent.includes(id));
  return (
    systems.length > 0 &&
    // A system that waits for a stronger proof may hold data, so the letter must not say that nothing is held.
    systems.every((system) => !isBlocked(system, { level })) &&
    systems.every(
      (system) =>
        isSilent(system) ||
        (system.replies.length > 0 &&
          system.replies.every(({ result }) => result === 'nothing-held' || result === 'answered')),
    )
  );
}

/**
 * How many records of all systems are possible or disputed: they may be the person's, and no answer contains them. A
 * system that waits for a stronger proof is not counted, because the number would disclose that it holds data.
 */
export function uncertainOf(state: OpenedCase): number {
  const { systems, level } = searched(state);
  return systems
    .filter((system) => !isBlocked(system, { level }))
    .map((system) => uncertainRecords(system, state.common.review))
    .reduce((sum, { possible, disputed }) => sum + possible + disputed, 0);
}

/** The systems, and the level of proof that the person has reached. A closed case has both as they were at its end. */
function searched(state: OpenedCase): { readonly systems: readonly SearchedSystem[] } & Pick<Measure, 'level'> {
  const { stage } = state;
  const search = searchOf(state);
  if (search !== undefined) return search;
  if (stage.kind !== 'closed') return { systems: [], level: 'contact-point' };
  const ended = stage.resume === null ? undefined : searchIn(stage.resume);
  return { systems: stage.systems, level: ended?.level ?? 'contact-point' };
}

/**
 * The address by which we searched, for the letter that says that nothing was found (practice 4 in `domain/README.md`).
 * `othersGiven`: the person also stated identifiers that are not proven, so we did not search by them. The letter does
 * not name an unproven address. Otherwise a stranger would learn that we hold no data about it.
 */
export function searchedBy({ state, emailOf }: LetterSource): {
  readonly address: string | null;
  readonly othersGiven: boolean;
} {
  const searched = state.common.proofs.filter(({ identifier }) => isSearchedBy(state.common, identifier));
  const proven = new Map(searched.map(({ identifier }) => [identifier.hash, identifier]));
  const [only, ...more] = proven.values();
  const address = only?.kind === 'email' && more.length === 0 ? emailOf(only.hash) : undefined;
  const given = [state.common.facts.contact, ...state.common.facts.claimed].filter(
    ({ kind }) => kind !== 'postalAddress',
  );
  return { address: address ?? null, othersGiven: given.some(({ hash }) => !proven.has(hash)) };
}

export function missingSystems({ organisation, state }: LetterSource): readonly MissingSystem[] {
  const search = searchOf(state);
  if (search === undefined) return [];
  return search.systems.flatMap((system): readonly MissingSystem[] => {
    const title = titleOf(organisation, system.id, state.common);
    const failed = outcomeOf(system, search).outcome === 'failed';
    if (isBlocked(system, search)) return [{ title, outcome: 'stronger-proof' }];
    if (failed && system.givenUp) return [{ title, outcome: 'given-up' }];
    if (system.deliveredIn !== null) return [];
    if (failed) return [{ title, outcome: 'failed' }];
    return [{ title, outcome: isUnresolved(system, search) ? 'pending' : 'under-review' }];
  });
}

/**
 * The titles of the systems whose result an earlier answer contained. The result can be that the system holds no data.
 */
export function deliveredTitles({ organisation, state }: LetterSource): readonly string[] {
  const search = searchOf(state);
  return (search?.systems ?? [])
    .filter((system) => system.deliveredIn !== null && search !== undefined && !isBlocked(system, search))
    .filter((system) => search !== undefined && outcomeOf(system, search).outcome !== 'failed')
    .map(({ id }) => titleOf(organisation, id, state.common));
}

function titleOf(organisation: Organisation, id: string, common: Common): string {
  return organisation.systems.find((system) => system.id === id)?.title[languageFor(common.facts.language)] ?? id;
}

export function inWords({ state }: LetterSource, sv: string, en: string): string {
  return languageFor(state.common.facts.language) === 'sv' ? sv : en;
}

export function found<T>(value: T | undefined | null): T {
  if (value === undefined || value === null)
    throw new Error('the log owes a letter, but does not contain what the letter is about');
  return value;
}

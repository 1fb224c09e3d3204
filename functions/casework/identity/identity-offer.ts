import { contactToConfirm, knownAgain } from '#domain/case/contact/confirmed-contact.ts';
import { isBlocked } from '#domain/case/search/outcome.ts';
import { asLiving, searchOf, type OpenedCase, type Common } from '#domain/case/state.ts';
import { levels, suffices, type Level } from '#domain/case/vocabulary.ts';
import { sameIdentifier, type Identifier, type IdentifierKind } from '#domain/identifiers/identifier.ts';
import { askedMethods, type OfferedMethod } from '#domain/identity-methods/methods.ts';
import type { Controller, Organisation } from '#domain/organisation/organisation.ts';
import { controllerOf } from '#domain/organisation/scope.ts';
import type { SubjectProfile } from '#store/subject-profiles.ts';
import { personOf } from './person-of.ts';

/**
 * Why a proof is requested, or why not. `asked`: staff have asked the person for a proof or for a stronger proof.
 * `first`: nobody has proven identity yet. `waiting`: records need a stronger proof. `enough`: the present proof is
 * enough. `not-needed`: the case is held, and no proof is requested until staff decide (practice 7 in
 * `functions/domain/README.md`). `over`: the case has ended, or its personal data are erased.
 */
export type OfferReason = 'first' | 'asked' | 'waiting' | 'enough' | 'not-needed' | 'over';

export interface IdentityOffer {
  readonly why: OfferReason;
  readonly methods: readonly OfferedMethod[];
}

/**
 * Decides which methods of proof a person is offered. Each method is strong enough, and no stronger proof than needed
 * is required. Before the first proof, known and unknown people get the same offer (Art. 12(6); EDPB 01/2022, 58-82;
 * practice 4, 7).
 *
 * An e-ID is offered only if its personnummer can be compared with one that we hold or that the person stated.
 * Otherwise we would receive a personnummer that proves nothing.
 */
export function identityOffer(
  state: OpenedCase,
  profile: SubjectProfile | undefined,
  organisation: Organisation,
): IdentityOffer {
  const { common } = state;
  const controller = controllerOf(organisation, common.facts.controller);
  const living = asLiving(state);
  if (profile === undefined || living === undefined) return { why: 'over', methods: [] };
  const from = (needed: Level): readonly OfferedMethod[] => methodsFrom(needed, state, profile, controller);
  const asked = common.askings.some(({ about, answeredAt }) => about === 'identity' && answeredAt === null);
  if (living.stage.kind === 'identifying')
    return { why: asked ? 'asked' : 'first', methods: from(asked ? aboveProven(common) : 'contact-point') };
  const needed = levelWaitedFor(state);
  if (needed !== undefined) return { why: 'waiting', methods: from(needed) };
  if (asked) return { why: 'asked', methods: from(aboveProven(common)) };
  return { why: living.stage.kind === 'held' ? 'not-needed' : 'enough', methods: [] };
}

/**
 * The methods of proof that a letter may name if staff doubt who the person is. Each method must resolve the doubt, and
 * this person must be able to use it. If all of them are sign-ins, strong methods without a sign-in are added.
 */
export function methodsToAsk(
  state: OpenedCase,
  profile: SubjectProfile,
  organisation: Organisation,
): readonly OfferedMethod[] {
  const controller = controllerOf(organisation, state.common.facts.controller);
  const ways = methodsFrom(levelWaitedFor(state) ?? aboveProven(state.common), state, profile, controller).filter(
    ({ kind }) => kind !== 'email-code' || profile.contact.kind === 'email',
  );
  // A person may have neither an account nor an e-ID, so strong methods without a sign-in are added.
  if (!ways.every(isSignIn)) return ways;
  return [...ways, ...methodsFrom('strong', state, profile, controller).filter((way) => !isSignIn(way))];
}

/**
 * The id by which a form chooses a method. For an e-ID or a login it is the id in the description, for other methods
 * the kind.
 */
export function idOfMethod(method: OfferedMethod): string {
  return isSignIn(method) ? method.id : method.kind;
}

/**
 * Whether a method is a sign-in at another provider: the organisation's own login, or an e-ID. The `id` of a sign-in is
 * the last segment of the URL at which the sign-in begins.
 */
export function isSignIn(method: OfferedMethod): method is Extract<OfferedMethod, { readonly id: string }> {
  return 'id' in method;
}

/**
 * The methods that are strong enough for a change of the contact point about which the old contact point gets no
 * letter. The person calls the old contact point lost or unsafe (practice 2 in `functions/domain/README.md`). Empty if
 * the case has ended, or is held for another reason than `right-handled-by-staff`.
 */
export function strongMethods(
  state: OpenedCase,
  profile: SubjectProfile,
  organisation: Organisation,
): readonly OfferedMethod[] {
  const living = asLiving(state);
  const isHeld = living?.stage.kind === 'held' && state.common.facts.hold !== 'right-handled-by-staff';
  if (living === undefined || isHeld) return [];
  return methodsFrom('strong', state, profile, controllerOf(organisation, state.common.facts.controller));
}

/**
 * The sign-ins by which a visitor can show at `now` (ISO 8601) that they are the person of the case. The case may have
 * ended. The list is empty if there is no contact point that a code can confirm (`contactToConfirm`).
 */
export function confirmingMethods(
  state: OpenedCase,
  profile: SubjectProfile | undefined,
  organisation: Organisation,
  now: string,
): readonly OfferedMethod[] {
  if (profile === undefined || contactToConfirm(state.common, now) === undefined) return [];
  const known = new Set(knownAgain(state).map(({ kind }) => kind));
  const { identity } = controllerOf(organisation, state.common.facts.controller);
  const person = personOf(state, profile, (kind) => known.has(kind));
  return Object.values(askedMethods).flatMap((method): readonly OfferedMethod[] =>
    method.givenBy === 'sign-in' ? method.offered(identity, person) : [],
  );
}

/**
 * The highest level of proof that found records need and the person has not reached; `undefined` if the present proof
 * is enough for all records.
 */
export function levelWaitedFor(state: OpenedCase): Level | undefined {
  const search = searchOf(state);
  const blocked = search?.systems.filter((system) => isBlocked(system, search)).map(({ level }) => level) ?? [];
  return levels.findLast((level) => blocked.includes(level));
}

/**
 * The identifiers with which a proof may be compared: the contact point, the other identifiers in the request, and
 * learned identifiers that staff have accepted.
 */
export function matchable(state: OpenedCase, profile: SubjectProfile, kind: IdentifierKind): readonly Identifier[] {
  const accepted = (searchOf(state)?.learned ?? []).flatMap(({ identifier, decision }) => {
    const value = profile.identifiers[identifier.hash];
    return decision?.accepted === true && value !== undefined ? [value] : [];
  });
  const stated = profile.contact.kind === 'postalAddress' ? [] : [profile.contact];
  return [...stated, ...profile.claimed, ...accepted]
    .filter((one) => one.kind === kind)
    .filter((one, index, all) => all.findIndex((other) => sameIdentifier(one, other)) === index);
}

function methodsFrom(
  needed: Level,
  state: OpenedCase,
  profile: SubjectProfile,
  controller: Controller,
): readonly OfferedMethod[] {
  const person = personOf(state, profile, (kind) => matchable(state, profile, kind).length > 0);
  return Object.values(askedMethods)
    .filter(({ level }) => suffices(level, needed))
    .flatMap((method): readonly OfferedMethod[] => method.offered(controller.identity, person, needed));
}

/**
 * One level above the strongest proof so far, because staff who ask about identity doubt that proof. Without a proof it
 * is `contact-point`; above `strong` there is no level, so it stays `strong`.
 */
function aboveProven(common: Common): Level {
  const proven = levels.findLast((level) => common.proofs.some((proof) => proof.level === level));
  if (proven === undefined) return 'contact-point';
  return levels[levels.indexOf(proven) + 1] ?? 'strong';
}

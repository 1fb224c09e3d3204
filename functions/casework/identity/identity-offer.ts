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
 * Why a proof is asked for. `first`: there is no proof yet. `asked`: staff have a doubt. `waiting`: records need a
 * stronger proof. `not-needed`: the request needs no proof (practice 7).
 */
export type OfferReason = 'first' | 'asked' | 'waiting' | 'enough' | 'not-needed' | 'over';

export interface IdentityOffer {
  readonly why: OfferReason;
  readonly methods: readonly OfferedMethod[];
}

/**
 * The proof of identity that a person is asked for: never more than is needed. Until the first proof it is the same for
 * everybody, known or not (Art. 12(6); EDPB 01/2022, 58-82; practice 4, 7). An e-ID is offered only if it can be
 * matched with a held or stated identifier. Otherwise the e-ID would give us a personnummer and prove nothing.
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
 * The methods of proof that a question of staff about identity may name: they resolve the doubt, and this person can
 * use them. If all of them are sign-ins, strong methods without a sign-in are named as well.
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
  // Not everybody has an account or an e-ID, so a method without a sign-in is added.
  if (!ways.every(isSignIn)) return ways;
  return [...ways, ...methodsFrom('strong', state, profile, controller).filter((way) => !isSignIn(way))];
}

/** The id by which a method is chosen: an e-ID and a login by their own id, the others by their kind. */
export function idOfMethod(method: OfferedMethod): string {
  return isSignIn(method) ? method.id : method.kind;
}

/**
 * Whether a method is a sign-in at another provider: the organisation's own login, or an e-ID. `id` is the last segment
 * of the URL where the sign-in begins.
 */
export function isSignIn(method: OfferedMethod): method is Extract<OfferedMethod, { readonly id: string }> {
  return 'id' in method;
}

/**
 * The methods of proof that are strong enough for a change of address without a letter to the old contact (practice 2).
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
 * The sign-ins that can show at `now` (ISO 8601) that a visitor is the person of the case. The case may have ended.
 * There are none if no contact point waits for confirmation.
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

/** The level of proof that found records wait for; `undefined` if no records wait. */
export function levelWaitedFor(state: OpenedCase): Level | undefined {
  const search = searchOf(state);
  const blocked = search?.systems.filter((system) => isBlocked(system, search)).map(({ level }) => level) ?? [];
  return levels.findLast((level) => blocked.includes(level));
}

/**
 * Identifiers that a proof may be matched with. The person stated them, or staff accepted them from the person's
 * records.
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

/** The level above the present proof: staff ask about identity because they doubt the present proof. */
function aboveProven(common: Common): Level {
  const proven = levels.findLast((level) => common.proofs.some((proof) => proof.level === level));
  if (proven === undefined) return 'contact-point';
  return levels[levels.indexOf(proven) + 1] ?? 'strong';
}

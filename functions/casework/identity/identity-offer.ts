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
 * Why a proof is asked for, or none: `first` before the first proof, `asked` if staff have a doubt, `waiting` if
 * records need a stronger proof; `not-needed` for wishes that need none (practice 7).
 */
export type OfferReason = 'first' | 'asked' | 'waiting' | 'enough' | 'not-needed' | 'over';

export interface IdentityOffer {
  readonly why: OfferReason;
  readonly methods: readonly OfferedMethod[];
}

/**
 * The proof of identity that a person is asked for: never more than is needed. Until the first proof it is the same for
 * everybody, known or not (Art. 12(6); EDPB 01/2022, 58-82; practice 4, 7). An e-ID is offered only if a held or stated
 * identifier can be matched with it: otherwise it would add a personnummer and prove nothing.
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
 * The methods that a question of staff about identity may name: those that resolve the doubt and that this person can
 * use. A method that takes days is named only if no quicker method is open to everybody.
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
  // Not everybody has an account or an e-ID.
  if (!ways.every(isSignIn)) return ways;
  return [...ways, ...methodsFrom('strong', state, profile, controller).filter((way) => !isSignIn(way))];
}

/** The name of a method where one is chosen: an e-ID by its own id, the others by their kind. */
export function idOfMethod(method: OfferedMethod): string {
  return isSignIn(method) ? method.id : method.kind;
}

/** Whether a way begins at somebody else's: the organisation's own login, or an e-ID. `id` is the last part of the address. */
export function isSignIn(method: OfferedMethod): method is Extract<OfferedMethod, { readonly id: string }> {
  return 'id' in method;
}

/** The methods that suffice to write to a new address while the old contact cannot be told (practice 2). */
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
 * The ways to sign in by which the person of the case is recognised at `now` (ISO 8601), also after its end; none if no
 * contact point waits for confirmation.
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

/** The level of proof that found records wait for; `undefined` if none do. */
export function levelWaitedFor(state: OpenedCase): Level | undefined {
  const search = searchOf(state);
  const blocked = search?.systems.filter((system) => isBlocked(system, search)).map(({ level }) => level) ?? [];
  return levels.findLast((level) => blocked.includes(level));
}

/**
 * Identifiers that a proof may be matched with: those that the person stated, and those from the person's records that
 * staff accepted.
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

/** One level above the present proof: staff who ask doubt exactly that proof. */
function aboveProven(common: Common): Level {
  const proven = levels.findLast((level) => common.proofs.some((proof) => proof.level === level));
  if (proven === undefined) return 'contact-point';
  return levels[levels.indexOf(proven) + 1] ?? 'strong';
}

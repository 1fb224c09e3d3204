import { contactToConfirm, knownAgain } from '#domain/case/contact/confirmed-contact.ts';
import { isBlocked } from '#domain/case/search/outcome.ts';
import { asLiving, asWorking, type OpenedCase } from '#domain/case/state.ts';
import { levelOf, levels, suffices, type Level, type Method } from '#domain/case/vocabulary.ts';
import { mask } from '#domain/identifiers/mask.ts';
import { sameIdentifier, type Identifier, type IdentifierKind } from '#domain/identifiers/identifier.ts';
import type { Localised } from '#domain/language.ts';
import type { Controller, Organisation } from '#domain/organisation/organisation.ts';
import { controllerOf } from '#domain/organisation/scope.ts';
import type { SubjectProfile } from '#store/subject-profiles.ts';
import { numberToProve } from './sms-number.ts';

/** A way to prove who asks that the person can choose now. */
export type OfferedMethod =
  | { readonly kind: 'email-code' }
  /** `masked` is the stated number that the code goes to. */
  | { readonly kind: 'sms-code'; readonly masked: string }
  /** Begins at somebody else's: the organisation's own login, or an e-ID. `id` is the last part of the address. */
  | { readonly kind: 'login' | 'e-id'; readonly id: string; readonly title: Localised | null }
  /** Asked for with the controller: nothing of it is done on the page. */
  | { readonly kind: 'letter-code' | 'document-check' };

/**
 * Why something is asked, or nothing is: `first` before the first proof, `asked` when staff have a doubt, `waiting` when
 * something that was found needs a stronger proof; `not-needed` for what is carried out without one (practice 7).
 */
export type OfferReason = 'first' | 'asked' | 'waiting' | 'enough' | 'not-needed' | 'over';

export interface IdentityOffer {
  readonly why: OfferReason;
  readonly methods: readonly OfferedMethod[];
}

/**
 * What a person is asked to prove who they are: never more than is needed, and the same for everybody, known or not,
 * until the first proof (Art. 12(6); EDPB 01/2022, 58-82; practice 4, 7). An e-ID is offered only where something held
 * or stated can be matched with it: else it would add a personnummer and prove nothing.
 */
export function identityOffer(
  state: OpenedCase,
  profile: SubjectProfile | undefined,
  organisation: Organisation,
): IdentityOffer {
  const controller = controllerOf(organisation, state.facts.controller);
  const living = asLiving(state);
  if (profile === undefined || living === undefined) return { why: 'over', methods: [] };
  const from = (needed: Level): readonly OfferedMethod[] => methodsFrom(needed, state, profile, controller);
  const asked = state.askings.some(({ about, answeredAt }) => about === 'identity' && answeredAt === null);
  if (living.status === 'identifying')
    return { why: asked ? 'asked' : 'first', methods: from(asked ? aboveProven(state) : 'contact-point') };
  const needed = levelWaitedFor(state);
  if (needed !== undefined) return { why: 'waiting', methods: from(needed) };
  if (asked) return { why: 'asked', methods: from(aboveProven(state)) };
  return { why: living.status === 'held' ? 'not-needed' : 'enough', methods: [] };
}

/**
 * The ways to prove who asks that a question of staff may name: those that suffice for their doubt and are possible for
 * this person, and what takes days only where nothing quicker is open to everybody.
 */
export function methodsToAsk(
  state: OpenedCase,
  profile: SubjectProfile,
  organisation: Organisation,
): readonly OfferedMethod[] {
  const controller = controllerOf(organisation, state.facts.controller);
  const ways = methodsFrom(levelWaitedFor(state) ?? aboveProven(state), state, profile, controller).filter(
    ({ kind }) => kind !== 'email-code' || profile.contact.kind === 'email',
  );
  // Not everybody has an account or an e-ID.
  if (ways.some(({ kind }) => kind !== 'e-id' && kind !== 'login')) return ways;
  return [...ways, ...methodsFrom('strong', state, profile, controller).filter(({ kind }) => kind !== 'e-id')];
}

/** What a way is called where one is chosen: an e-ID by its own id, the others by their kind. */
export function idOfMethod(method: OfferedMethod): string {
  return 'id' in method ? method.id : method.kind;
}

/** The ways that prove enough to write to a new address while the old one cannot be told (practice 2). */
export function strongMethods(
  state: OpenedCase,
  profile: SubjectProfile,
  organisation: Organisation,
): readonly OfferedMethod[] {
  const living = asLiving(state);
  const isHeld = living?.status === 'held' && state.facts.hold !== 'right-handled-by-staff';
  if (living === undefined || isHeld) return [];
  return methodsFrom('strong', state, profile, controllerOf(organisation, state.facts.controller));
}

/**
 * The ways of signing in by which the person of the case is known again at `now` (ISO 8601), also after its end; none
 * where no contact point waits to be confirmed.
 */
export function confirmingMethods(
  state: OpenedCase,
  profile: SubjectProfile | undefined,
  organisation: Organisation,
  now: string,
): readonly OfferedMethod[] {
  if (profile === undefined || contactToConfirm(state, now) === undefined) return [];
  const known = new Set(knownAgain(state).map(({ kind }) => kind));
  const { login, eid } = controllerOf(organisation, state.facts.controller).identity;
  const byLogin =
    login !== undefined &&
    ((login.claims.customerNumber !== undefined && known.has('customerNumber')) ||
      (login.claims.email !== undefined && known.has('email')));
  return [
    ...(byLogin ? [{ kind: 'login', id: 'login', title: login.title ?? null } as const] : []),
    ...(known.has('personnummer') ? eid.map(({ id, title }) => ({ kind: 'e-id', id, title }) as const) : []),
  ];
}

/** The level that something which was found waits for; `undefined` when nothing does. */
export function levelWaitedFor(state: OpenedCase): Level | undefined {
  const working = asWorking(state);
  const blocked = working?.systems.filter((system) => isBlocked(system, working)).map(({ level }) => level) ?? [];
  return levels.findLast((level) => blocked.includes(level));
}

/**
 * Identifiers that a proof may be matched with: those that the person stated, and those of records that are already tied
 * to the person and that staff accepted.
 */
export function matchable(state: OpenedCase, profile: SubjectProfile, kind: IdentifierKind): readonly Identifier[] {
  const accepted = (asWorking(state)?.learned ?? []).flatMap(({ identifier, decision }) => {
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
  const { emailCode, login, eid, letterCode, documentCheck } = controller.identity;
  const gives = (method: Method): boolean => suffices(levelOf[method], needed);
  const canMatch = (kind: IdentifierKind): boolean => matchable(state, profile, kind).length > 0;
  const loginMatches =
    login !== undefined &&
    ((login.claims.customerNumber !== undefined && canMatch('customerNumber')) ||
      (login.claims.email !== undefined && canMatch('email')));
  const byMail = emailCode && state.status === 'identifying' && !state.circumstances.has('shared-mailbox');
  const number = gives('sms-code') ? numberToProve(state, profile, controller) : undefined;
  // Nothing is posted to a person with protected identity (practice 2).
  const byPost = letterCode && !state.circumstances.has('protected-identity');
  return [
    ...(byMail && gives('email-code') ? [{ kind: 'email-code' } as const] : []),
    ...(number === undefined ? [] : [{ kind: 'sms-code', masked: mask(number) } as const]),
    ...(loginMatches && gives('login') ? [{ kind: 'login', id: 'login', title: login.title ?? null } as const] : []),
    ...(canMatch('personnummer') && gives('e-id')
      ? eid.map(({ id, title }) => ({ kind: 'e-id', id, title }) as const)
      : []),
    // What takes days is offered where nothing quicker suffices for everybody.
    ...(byPost && needed === 'strong' ? [{ kind: 'letter-code' } as const] : []),
    ...(documentCheck && needed === 'strong' ? [{ kind: 'document-check' } as const] : []),
  ];
}

/** One step above what is proven: staff who ask have a doubt about just that. */
function aboveProven(state: OpenedCase): Level {
  const proven = levels.findLast((level) => state.proofs.some((proof) => proof.level === level));
  if (proven === undefined) return 'contact-point';
  return levels[levels.indexOf(proven) + 1] ?? 'strong';
}

import { isBlocked } from '#domain/case/search/outcome.ts';
import { searchOf, type OpenedCase } from '#domain/case/state.ts';
import { askedMethods, type OfferedMethod } from '#domain/identity-methods/methods.ts';
import { languageFor, type Language } from '#domain/language.ts';
import type { Controller, Organisation } from '#domain/organisation/organisation.ts';
import { atLeastOne, type AtLeastOne, type ProofMethod } from '#letters/parts.ts';
import type { SubjectProfile } from '#store/subject-profiles.ts';
import { idOfMethod, isSignIn, methodsToAsk } from '../identity/identity-offer.ts';
import { personOf } from '../identity/person-of.ts';

/** The case, the profile and the controller of a person whom a letter asks for a proof. */
interface Asked {
  readonly organisation: Organisation;
  readonly controller: Controller;
  readonly state: OpenedCase;
  readonly profile: SubjectProfile;
}

/**
 * The methods of proof that a letter names if staff ask about identity. If some of the methods that staff chose are
 * still possible, the letter names these. Otherwise the letter names all methods that are strong enough. If a mandate
 * is unchecked, the letter also asks for it.
 */
export function methodsAsked(
  { organisation, state, profile }: Asked,
  chosen: readonly string[] | undefined,
): AtLeastOne<ProofMethod> {
  const language = languageFor(state.common.facts.language);
  const all = methodsToAsk(state, profile, organisation);
  const still = all.filter((method) => chosen?.includes(idOfMethod(method)) === true);
  const methods = (still.length === 0 ? all : still).map((method) => asProof(method, language));
  const mandate = state.common.facts.hold === 'mandate-unchecked' ? [{ method: 'mandate' } as const] : [];
  return atLeastOne([...methods, ...mandate]) ?? [{ method: 'document-check' }];
}

/**
 * The methods by which a person without a proof, or with a proof that is too weak, can still prove identity. One of
 * these methods is enough.
 */
export function otherProofs({ controller, state, profile }: Asked): AtLeastOne<ProofMethod> {
  const language = languageFor(state.common.facts.language);
  const held = [...profile.claimed, ...Object.values(profile.identifiers)];
  const person = personOf(state, profile, (kind) => held.some((one) => one.kind === kind));
  const search = searchOf(state);
  const strongOnly = search?.systems.some((system) => isBlocked(system, search)) ?? false;
  const offered = Object.values(askedMethods)
    .filter(({ level }) => !strongOnly || level === 'strong')
    .flatMap((method): readonly OfferedMethod[] => method.stillOpen(controller.identity, person));
  const methods: readonly ProofMethod[] = [
    ...offered.map((method) => asProof(method, language)),
    // A former customer may no longer have the address that we know. Then details of an order can support the proof
    // (practice 5 in `functions/domain/README.md`).
    ...(!strongOnly ? [{ method: 'order-details' } as const] : []),
    ...(state.common.facts.hold === 'mandate-unchecked' ? [{ method: 'mandate' } as const] : []),
  ];
  return atLeastOne(methods) ?? [{ method: 'document-check' }];
}

/** Describes a method of proof in the form that letters use. */
function asProof(method: OfferedMethod, language: Language): ProofMethod {
  if (!isSignIn(method)) return { method: method.kind };
  return { method: method.kind, name: method.title?.[language] ?? method.id };
}

import { isBlocked } from '#domain/case/search/outcome.ts';
import { asWorking, type OpenedCase } from '#domain/case/state.ts';
import { languageFor } from '#domain/language.ts';
import type { Controller, Organisation } from '#domain/organisation/organisation.ts';
import { atLeastOne, type AtLeastOne, type ProofMethod } from '#letters/parts.ts';
import type { SubjectProfile } from '#store/subject-profiles.ts';
import { idOfMethod, methodsToAsk } from '../identity/identity-offer.ts';
import { statedNumber } from '../identity/sms-number.ts';

/** Of whom a letter asks for a proof. */
interface Asked {
  readonly organisation: Organisation;
  readonly controller: Controller;
  readonly state: OpenedCase;
  readonly profile: SubjectProfile;
}

/** The ways that a question of staff names: those they chose, as far as they are still open; else all that suffice. */
export function methodsAsked(
  { controller, organisation, state, profile }: Asked,
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
export function otherProofs({ controller, state, profile }: Asked): AtLeastOne<ProofMethod> {
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

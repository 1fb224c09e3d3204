import { isAnsweredByPackage, isCarriedOut } from '#domain/case/decisions/part-refusals.ts';
import { hasEnded, type OpenedCase } from '#domain/case/state.ts';
import type { Language } from '#domain/language.ts';
import type { Organisation } from '#domain/organisation/organisation.ts';
import type { CaseView } from '#api/staff.ts';
import type { SubjectProfile } from '#store/subject-profiles.ts';
import type { ResourcesOf } from '../search/resources-of.ts';
import { refusedKindWords } from '#letters/kept-words.ts';

/** Builds the list of a case's refusals for the console. The refusals are numbered from 1. */
export function refusalsView(
  state: OpenedCase,
  profile: SubjectProfile | undefined,
  organisation: Organisation,
  resources: ResourcesOf,
): CaseView['refusals'] {
  return state.common.refusals.map((refusal, index) => {
    const { scope, ground, late, at, standing, items } = refusal;
    const isPart = scope === 'part' && standing === 'in-force';
    return {
      refusal: index + 1,
      scope,
      ground,
      late,
      at,
      standing,
      inWordsOnly: isPart && isAnsweredByPackage(state.common) && items.length === 0,
      changeable: isPart && !hasEnded(state) && !isCarriedOut(state, refusal),
      items: items.map(({ system, resource, ground: itsGround, text, until }) => {
        const { what, reason, law = null } = refusedKindWords(profile, text);
        const title = titleOfKind(organisation, resources, system, resource);
        return { system, resource, title, what, ground: itsGround, law, reason, until };
      }),
    };
  });
}

/**
 * The titles of a system and of one of its kinds of record. If the organisation's description no longer has the system
 * or the kind, its id takes the place of the title.
 */
function titleOfKind(
  { systems }: Organisation,
  resources: ResourcesOf,
  id: string,
  resource: string,
): Record<Language, string> {
  const system = systems.find((one) => one.id === id);
  const kind = system === undefined ? undefined : resources(system)[resource];
  const inWords = (language: Language): string =>
    `${system?.title[language] ?? id}: ${kind?.title[language] ?? resource}`;
  return { sv: inWords('sv'), en: inWords('en') };
}

import type { SubjectProfile } from '#store/subject-profiles.ts';

/**
 * Whether the answer to `first` also answers `other`. The two requests must have the same contact point and controller,
 * and `first` must include every right of `other`.
 */
export function covers(first: SubjectProfile, other: SubjectProfile): boolean {
  const isSame = first.contact.kind === other.contact.kind && first.contact.value === other.contact.value;
  return isSame && first.controller === other.controller && other.rights.every((one) => first.rights.includes(one));
}

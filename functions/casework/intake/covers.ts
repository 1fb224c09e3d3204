import type { SubjectProfile } from '#store/subject-profiles.ts';

/** Whether the answer to `first` answers the other request too: for the same address, under no right beyond its own. */
export function covers(first: SubjectProfile, other: SubjectProfile): boolean {
  const isSame = first.contact.kind === other.contact.kind && first.contact.value === other.contact.value;
  return isSame && first.controller === other.controller && other.rights.every((one) => first.rights.includes(one));
}

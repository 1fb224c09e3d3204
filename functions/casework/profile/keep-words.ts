import * as z from 'zod';
import { canonical, keyedHash } from '#domain/canonical/canonical.ts';
import { silentLawSchema, type SilentLaw } from '#domain/case/vocabulary.ts';
import { partsOf, wordsOf } from '#letters/kept-words.ts';
import type { SubjectProfile } from '#store/subject-profiles.ts';
import type { Contact } from '#domain/contact.ts';
import type { Casework } from '../commit/casework.ts';
import { contactHash } from '../commit/keys.ts';

/**
 * Stores a text of a person or of staff on the subject profile, and returns its keyed hash. The log names only the
 * hash, so it holds no text, and nobody can replace the text unnoticed. A text with several fields is stored as JSON.
 */
export async function keepWords(casework: Casework, caseId: string, words: unknown, by?: 'staff'): Promise<string> {
  const profile = await casework.profiles.get(caseId);
  if (profile === undefined) throw new Error('a text cannot be stored in a case without a subject profile');
  const text = typeof words === 'string' ? words : canonical(words);
  const id = keyedHash(profile.caseKey, text);
  await casework.profiles.addText(caseId, id, text, by);
  return id;
}

/** Stores a contact point on the subject profile, and returns its kind and hash for the log. */
export async function keepContact<C extends Contact>(
  casework: Casework,
  caseId: string,
  contact: C,
): Promise<{ readonly kind: C['kind']; readonly hash: string }> {
  const profile = await casework.profiles.get(caseId);
  if (profile === undefined) throw new Error('a contact cannot be stored in a case without a subject profile');
  const hash = contactHash(profile.caseKey, contact);
  await casework.profiles.addContact(caseId, hash, contact);
  return { kind: contact.kind, hash };
}

/**
 * The stored text with this hash, for staff to read, as a list with one element. If several fields were stored as one
 * text (JSON), the list has the value of each field. The list is empty if there is no such text.
 */
export function readable(profile: SubjectProfile | undefined, id: string | null): readonly string[] {
  const text = wordsOf(profile, id);
  if (text === '') return [];
  try {
    return text.startsWith('{') ? strings(JSON.parse(text)) : [text];
  } catch {
    return [text];
  }
}

function strings(value: unknown): readonly string[] {
  if (typeof value === 'string') return [value];
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(strings) : [];
}

/**
 * The text of the profile with this id. Throws if the text has been erased, because a decision on a value cannot be
 * applied without the value.
 */
export function keptText({ texts }: SubjectProfile, id: string): string {
  const text = texts[id];
  if (text === undefined) throw new Error('a decision of the review names a text that has been erased');
  return text;
}

const sealedSchema = z.object({ law: silentLawSchema.nullable() });
/**
 * The law that forbids staff to disclose that they left data out of a manual result (practice 1 in `domain/README.md`).
 * `undefined` if they left out nothing, or if the text is erased.
 */
export function silentLawOf(profile: SubjectProfile | undefined, id: string): SilentLaw | undefined {
  return profile === undefined ? undefined : (partsOf(sealedSchema, profile, id)?.law ?? undefined);
}

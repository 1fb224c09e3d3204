import * as z from 'zod';
import { canonical, keyedHash } from '#domain/canonical/canonical.ts';
import { silentLawSchema, type SilentLaw } from '#domain/case/vocabulary.ts';
import { partsOf, wordsOf } from '#letters/kept-words.ts';
import type { SubjectProfile } from '#store/subject-profiles.ts';
import type { Contact } from '#domain/contact.ts';
import type { Casework } from '../commit/casework.ts';
import { contactHash } from '../commit/keys.ts';

/**
 * Stores people's words on the subject profile under a keyed hash, and the log names only the hash. So the log holds no
 * words, and nobody can replace the words by others. A text with several parts is stored as one JSON text.
 */
export async function keepWords(casework: Casework, caseId: string, words: unknown): Promise<string> {
  const profile = await casework.profiles.get(caseId);
  if (profile === undefined) throw new Error('words cannot be stored in a case without a subject profile');
  const text = typeof words === 'string' ? words : canonical(words);
  const id = keyedHash(profile.caseKey, text);
  await casework.profiles.addText(caseId, id, text);
  return id;
}

/** Stores a contact point of the case and returns its reference for the log. */
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
 * All words of a stored text, for a member of staff to read. The parts of a text are listed one by one, without the
 * names of the parts.
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

const sealedSchema = z.object({ law: silentLawSchema.nullable() });
/**
 * The law that forbids to disclose what a manual result left out; `undefined` if nothing was left out, or if the text
 * is erased.
 */
export function silentLawOf(profile: SubjectProfile | undefined, id: string): SilentLaw | undefined {
  return profile === undefined ? undefined : (partsOf(sealedSchema, profile, id)?.law ?? undefined);
}

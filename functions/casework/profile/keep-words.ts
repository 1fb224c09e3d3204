import * as z from 'zod';
import { canonical, keyedHash } from '#domain/canonical/canonical.ts';
import { refusalGroundSchema, silentLawSchema, type SilentLaw } from '#domain/case/vocabulary.ts';
import type { SubjectProfile } from '#store/subject-profiles.ts';
import type { Contact } from '#domain/contact.ts';
import type { Casework } from '../commit/casework.ts';
import { contactHash } from '../commit/keys.ts';

/**
 * Words that people write are kept on the subject profile under a keyed hash, and the log names that hash: it holds no
 * words, and no words can be put in another's place. What has several parts is kept as one JSON text.
 */
export async function keepWords(casework: Casework, caseId: string, words: unknown): Promise<string> {
  const profile = await casework.profiles.get(caseId);
  if (profile === undefined) throw new Error('a case without a subject profile takes no words');
  const text = typeof words === 'string' ? words : canonical(words);
  const id = keyedHash(profile.caseKey, text);
  await casework.profiles.addText(caseId, id, text);
  return id;
}

/** Keeps a contact point of the case and gives its reference for the log. */
export async function keepContact<C extends Contact>(
  casework: Casework,
  caseId: string,
  contact: C,
): Promise<{ readonly kind: C['kind']; readonly hash: string }> {
  const profile = await casework.profiles.get(caseId);
  if (profile === undefined) throw new Error('a case without a subject profile takes no contact');
  const hash = contactHash(profile.caseKey, contact);
  await casework.profiles.addContact(caseId, hash, contact);
  return { kind: contact.kind, hash };
}

/** The words with this id; empty once they are erased. */
export function wordsOf(profile: SubjectProfile | undefined, id: string | null): string {
  return id === null ? '' : (profile?.texts[id] ?? '');
}

/** The parts of what was kept, or `undefined` where it is plain words. */
function partsOf<Shape extends z.ZodType>(
  schema: Shape,
  profile: SubjectProfile,
  id: string | null,
): z.infer<Shape> | undefined {
  const text = wordsOf(profile, id);
  if (!text.startsWith('{')) return undefined;
  try {
    return schema.safeParse(JSON.parse(text)).data;
  } catch {
    return undefined;
  }
}

/** All that was written, as a member of staff reads it: the parts of a text one by one, without their names. */
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

export const refusedItemSchema = z.object({
  what: z.string(),
  ground: refusalGroundSchema,
  law: z.string().optional(),
  reason: z.string(),
  until: z.string().optional(),
});

const refusedKindSchema = z.object({ what: z.string(), reason: z.string(), law: z.string().optional() });
/** What a refused kind of record is called, and why it is refused; empty once it is erased. */
export const refusedKindWords = (profile: SubjectProfile | undefined, id: string): z.infer<typeof refusedKindSchema> =>
  (profile === undefined ? undefined : partsOf(refusedKindSchema, profile, id)) ?? { what: '', reason: '' };

/** The reasons of a refusal. A refusal of an earlier version has plain words. */
export const refusalWordsSchema = z.object({
  reason: z.string(),
  law: z.string().optional(),
  items: z.array(refusedItemSchema).optional(),
  granted: z.array(z.string()).optional(),
});
export const refusalWords = (profile: SubjectProfile, id: string): z.infer<typeof refusalWordsSchema> =>
  partsOf(refusalWordsSchema, profile, id) ?? { reason: wordsOf(profile, id) };

const questionSchema = z.object({
  question: z.string(),
  choices: z.array(z.string()).optional(),
  /** Ids of the ways to prove who asks that the letter names. */
  methods: z.array(z.string()).optional(),
});
export const questionWords = (profile: SubjectProfile, id: string): z.infer<typeof questionSchema> =>
  partsOf(questionSchema, profile, id) ?? { question: wordsOf(profile, id) };

const endingWordsSchema = z.object({
  reason: z.string().optional(),
  wouldHelp: z.array(z.string()).optional(),
  company: z.string().optional(),
  companyEmail: z.string().optional(),
  estateRoute: z.string().optional(),
});
export const endingWords = (profile: SubjectProfile, id: string | null): z.infer<typeof endingWordsSchema> =>
  partsOf(endingWordsSchema, profile, id) ?? { reason: wordsOf(profile, id) };

const stopWordsSchema = z.object({
  from: z.string(),
  what: z.array(z.string()),
  doneIn: z.array(z.string()).optional(),
  channels: z.array(z.enum(['email', 'sms', 'phone', 'post', 'other-electronic'])).optional(),
  inPrintUntil: z.string().optional(),
  continuing: z.array(z.object({ what: z.string(), basis: z.string() })).optional(),
});
export const stopWords = (profile: SubjectProfile, id: string): z.infer<typeof stopWordsSchema> | undefined =>
  partsOf(stopWordsSchema, profile, id);

const breachWordsSchema = z.object({
  text: z.string(),
  consequences: z.array(z.string()).optional(),
  measures: z.array(z.string()).optional(),
  advice: z.array(z.string()).optional(),
});
export const breachWords = (profile: SubjectProfile, id: string): z.infer<typeof breachWordsSchema> =>
  partsOf(breachWordsSchema, profile, id) ?? { text: wordsOf(profile, id) };

const sealedSchema = z.object({ law: silentLawSchema.nullable() });
/** The law that forbids to speak of what an answer by hand left out; `undefined` where nothing is, or once it is erased. */
export function silentLawOf(profile: SubjectProfile | undefined, id: string): SilentLaw | undefined {
  return profile === undefined ? undefined : (partsOf(sealedSchema, profile, id)?.law ?? undefined);
}

const redirectWordsSchema = z.object({ named: z.string(), sentOn: z.string().optional() });
export const redirectWords = (
  profile: SubjectProfile,
  id: string | null,
): z.infer<typeof redirectWordsSchema> | undefined => partsOf(redirectWordsSchema, profile, id);

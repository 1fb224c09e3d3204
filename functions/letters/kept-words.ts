import * as z from 'zod';
import { refusalGroundSchema, type RefusalGround } from '#domain/case/vocabulary.ts';
import type { Ground } from './parts.ts';

/** Texts about a case that the person or staff wrote. The subject profile stores these texts. */
export interface Written {
  /** The texts by their ids. Events in the log contain only the ids. */
  readonly texts: Readonly<Record<string, string>>;
}

/** The text with this id. An empty text if `id` is `null` or the text has been erased. */
export function wordsOf(written: Written | undefined, id: string | null): string {
  return id === null ? '' : (written?.texts[id] ?? '');
}

/**
 * The parts of a text that was stored as a JSON object. `undefined` if the text is plain, or does not match the schema.
 */
export function partsOf<Shape extends z.ZodType>(
  schema: Shape,
  written: Written,
  id: string | null,
): z.infer<Shape> | undefined {
  const text = wordsOf(written, id);
  if (!text.startsWith('{')) return undefined;
  try {
    return schema.safeParse(JSON.parse(text)).data;
  } catch {
    return undefined;
  }
}

const refusedItemSchema = z.object({
  what: z.string(),
  ground: refusalGroundSchema,
  law: z.string().optional(),
  reason: z.string(),
  until: z.string().optional(),
});

const refusedKindSchema = z.object({ what: z.string(), reason: z.string(), law: z.string().optional() });
/**
 * The title of a refused kind of record, and the reason for the refusal. Both are empty if the text has been erased.
 */
export const refusedKindWords = (written: Written | undefined, id: string): z.infer<typeof refusedKindSchema> =>
  (written === undefined ? undefined : partsOf(refusedKindSchema, written, id)) ?? { what: '', reason: '' };

/** The stored texts of a refusal. Earlier versions stored only the reason, as plain text. */
const refusalWordsSchema = z.object({
  reason: z.string(),
  law: z.string().optional(),
  items: z.array(refusedItemSchema).optional(),
  granted: z.array(z.string()).optional(),
});
export const refusalWords = (written: Written, id: string): z.infer<typeof refusalWordsSchema> =>
  partsOf(refusalWordsSchema, written, id) ?? { reason: wordsOf(written, id) };

/**
 * The ground and the reason of a decision of the review, as staff wrote them. If the text does not name the law of the
 * ground `other-law` separately, the whole text counts as the name of the law.
 */
export function reviewLimit(
  written: Written,
  { ground, text }: { readonly ground: RefusalGround; readonly text: string | null },
): { readonly ground: Ground; readonly reason: string } {
  if (text === null) return { ground: groundOf(ground, ''), reason: '' };
  const { reason, law } = refusalWords(written, text);
  return ground === 'other-law' && law === undefined
    ? { ground: groundOf(ground, reason), reason: '' }
    : { ground: groundOf(ground, law ?? ''), reason };
}

function groundOf(ground: RefusalGround, law: string): Ground {
  return ground === 'other-law' ? { code: 'other-law', law } : { code: ground };
}

const questionSchema = z.object({
  question: z.string(),
  choices: z.array(z.string()).optional(),
  /** Ids of the methods of proof that staff chose for the letter. Absent: the letter names all methods. */
  methods: z.array(z.string()).optional(),
});
export const questionWords = (written: Written, id: string): z.infer<typeof questionSchema> =>
  partsOf(questionSchema, written, id) ?? { question: wordsOf(written, id) };

const endingWordsSchema = z.object({
  reason: z.string().optional(),
  wouldHelp: z.array(z.string()).optional(),
  company: z.string().optional(),
  companyEmail: z.string().optional(),
  estateRoute: z.string().optional(),
});
export const endingWords = (written: Written, id: string | null): z.infer<typeof endingWordsSchema> =>
  partsOf(endingWordsSchema, written, id) ?? { reason: wordsOf(written, id) };

const stopWordsSchema = z.object({
  from: z.string(),
  what: z.array(z.string()),
  doneIn: z.array(z.string()).optional(),
  channels: z.array(z.enum(['email', 'sms', 'phone', 'post', 'other-electronic'])).optional(),
  inPrintUntil: z.string().optional(),
  continuing: z.array(z.object({ what: z.string(), basis: z.string() })).optional(),
});
export const stopWords = (written: Written, id: string): z.infer<typeof stopWordsSchema> | undefined =>
  partsOf(stopWordsSchema, written, id);

const breachWordsSchema = z.object({
  text: z.string(),
  consequences: z.array(z.string()).optional(),
  measures: z.array(z.string()).optional(),
  advice: z.array(z.string()).optional(),
});
export const breachWords = (written: Written, id: string): z.infer<typeof breachWordsSchema> =>
  partsOf(breachWordsSchema, written, id) ?? { text: wordsOf(written, id) };

const redirectWordsSchema = z.object({ named: z.string(), sentOn: z.string().optional() });
export const redirectWords = (written: Written, id: string | null): z.infer<typeof redirectWordsSchema> | undefined =>
  partsOf(redirectWordsSchema, written, id);

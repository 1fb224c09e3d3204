import * as z from 'zod';
import { weightSchema } from '../../identifiers/weight.ts';
import { count, event, ofTopic, ordinal, text } from '../log/event.ts';
import { identifierRefSchema, levelSchema, systemResultSchema } from '../vocabulary.ts';

/** How much there is of each kind of record. */
export const resourceCountsSchema = z.array(z.strictObject({ resource: z.string(), records: count, files: count }));

/** Where the data are. */
export const searchEventSchema = z.discriminatedUnion('type', [
  event('search-planned', 2, {
    systems: z
      .array(
        z.strictObject({
          id: z.string(),
          mode: z.enum(['automatic', 'manual']),
          /** Level of proof that what it holds needs. */
          level: levelSchema,
          /** Special categories (Art. 9): a second person looks at what is found. */
          special: z.boolean(),
        }),
      )
      .min(1),
  }),
  event('search-approved', 1, { systems: z.array(z.string()).min(1) }),
  event('search-started', 1, { system: z.string(), round: ordinal, wave: ordinal }),
  event('system-answered', 2, {
    system: z.string(),
    round: ordinal,
    /** 0 where a member of staff answered for a manual system. */
    wave: count,
    result: systemResultSchema,
    records: count,
    files: count,
    /** Candidates that nothing verified ties to the person. */
    possible: count,
    /** Candidates that something ties to the person, and something else contradicts. */
    disputed: count,
    /** How much there is of each kind of record; `null` in logs of earlier versions, where nobody counted. */
    resources: resourceCountsSchema.nullable(),
    reason: z.string().optional(),
    ground: z.string().optional(),
    /** Where staff wrote down what they found: the page of findings that counts, of wave 0. */
    page: ordinal.optional(),
  }),
  // Beside every answer by hand. Whether it says that something is there of which the law forbids to speak stands on the
  // profile alone: whoever may read the log, which is exported whole, learns nothing from it, nor from its absence.
  event('result-sealed', 1, { system: z.string(), text }),
  event('system-retried', 1, { system: z.string() }),
  event('system-given-up', 1, { system: z.string(), text }),
  event('freeze-confirmed', 1, { system: z.string() }),
  // Once more of the same identifier where a later record says more for it.
  event('identifier-learned', 2, {
    identifier: identifierRefSchema,
    system: z.string(),
    /** The strongest weight with which a record of the person holds it. */
    weight: weightSchema,
    /** Whether only records hold it that something in them says are somebody else's. */
    disputed: z.boolean(),
  }),
  event('identifier-decided', 1, { identifier: identifierRefSchema, accepted: z.boolean() }),
  event('cut-off-reached', 1, { round: ordinal }),
]);
export type SearchEvent = Readonly<z.infer<typeof searchEventSchema>>;
export const isSearchEvent = ofTopic(searchEventSchema);

import * as z from 'zod';
import { weightSchema } from '../../identifiers/weight.ts';
import { count, event, ofTopic, ordinal, text } from '../log/event.ts';
import { identifierRefSchema, levelSchema, systemResultSchema } from '../vocabulary.ts';
import { withdrawnSchema } from './withdrawn.ts';

/** How many records there are of each kind. */
export const resourceCountsSchema = z.array(z.strictObject({ resource: z.string(), records: count, files: count }));

/** The search of the systems. */
export const searchEventSchema = z.discriminatedUnion('type', [
  event('search-planned', 2, {
    systems: z
      .array(
        z.strictObject({
          id: z.string(),
          mode: z.enum(['automatic', 'manual']),
          /** The level of proof that is needed for the data of the system. */
          level: levelSchema,
          /**
           * Whether the system holds special categories of data (Art. 9). If such a system holds records, a second
           * person must release the answer, unless the policy requires no second person.
           */
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
    /** The number of the wave; 0 if a member of staff entered the result. */
    wave: count,
    result: systemResultSchema,
    records: count,
    files: count,
    /** The number of records that no verified identifier ties to the person. */
    possible: count,
    /**
     * The number of records that a verified identifier ties to the person, and that also name, or may name, somebody
     * else.
     */
    disputed: count,
    /** The numbers of records by kind; `null` if they were not counted by kind, as in logs of earlier versions. */
    resources: resourceCountsSchema.nullable(),
    reason: z.string().optional(),
    ground: z.string().optional(),
    /** For a manual result: the number of the stored page (of wave 0) with the records that staff entered. */
    page: ordinal.optional(),
  }),
  // Every manual result has this event, so its presence tells the readers of the exported log nothing. Its text is on
  // the subject profile, and says whether the system holds data that a law forbids to disclose.
  event('result-sealed', 1, { system: z.string(), text }),
  event('system-retried', 1, { system: z.string() }),
  event('system-given-up', 1, { system: z.string(), text }),
  event('freeze-confirmed', 1, { system: z.string() }),
  // This event is recorded again for an identifier if a later record is better evidence: its field has a stronger
  // weight (`own` instead of `contact`), or it is not disputed and the earlier records were.
  event('identifier-learned', 2, {
    identifier: identifierRefSchema,
    system: z.string(),
    /** The strongest weight with which a record contains the identifier. */
    weight: weightSchema,
    /** Whether all records with the identifier are disputed: they also name, or may name, another person. */
    disputed: z.boolean(),
  }),
  event('identifier-decided', 2, {
    identifier: identifierRefSchema,
    accepted: z.boolean(),
    /**
     * The other identifiers that no longer count. They were learned from records that the identifier had tied to the
     * person, and it is rejected now.
     */
    withdrawn: z.array(withdrawnSchema).min(1).exactOptional(),
  }),
  event('cut-off-reached', 1, { round: ordinal }),
]);
export type SearchEvent = Readonly<z.infer<typeof searchEventSchema>>;
export const isSearchEvent = ofTopic(searchEventSchema);

import * as z from 'zod';
import { count, event, hash, instant, ofTopic, ordinal } from '../log/event.ts';
import { reviewLineSchema } from '../../review/line.ts';
import { resourceCountsSchema } from '../search/events.ts';

/** The events of an answer, from the screening to the download and the erasure (Art. 15(3)). */
export const answerEventSchema = z.discriminatedUnion('type', [
  event('screened', 2, {
    round: ordinal,
    /**
     * Results of searches, decided again at the screening with the records of all systems. The list contains only the
     * results that may differ from what was recorded when their search ended.
     */
    settled: z.array(
      z.strictObject({
        system: z.string(),
        wave: ordinal,
        records: count,
        files: count,
        possible: count,
        disputed: count,
        /** The number of unreadable records that belong, or may belong, to the person. */
        unread: count,
        resources: resourceCountsSchema,
      }),
    ),
  }),
  event('release-approved', 2, {
    round: ordinal,
    /** SHA-256 of the sheet and of the preview that were released; `null` in releases of earlier versions. */
    sheet: hash.nullable(),
    preview: hash.nullable(),
    /** The number of items on which staff had decided. */
    seen: count,
    /** For each rule, by its name: the number of items that the rule released without a decision of staff. */
    byRule: z.record(z.string(), count),
    /** What the answer leaves out. */
    lines: z.array(reviewLineSchema),
    /**
     * The systems with items that were still open, and the number of these items. The next answer contains them. Absent
     * if nothing was open.
     */
    waiting: z
      .array(z.strictObject({ system: z.string(), items: ordinal }))
      .min(1)
      .optional(),
  }),
  event('assembly-started', 1, { round: ordinal }),
  // `bytes`: 0 if only the handlers of a system may know whether the package has data of it.
  event('assembled', 1, {
    round: ordinal,
    bytes: count,
    sha256: hash,
    manifestSha256: hash,
    entries: count,
    systems: z.array(z.strictObject({ id: z.string(), records: count, files: count })),
  }),
  /**
   * The answer goes back to the review. The finished package contained something that staff decided to leave out.
   * `paths`: the files that contained it, at most 20. A path names a system, a kind of record or a number, and never a
   * person. Empty: no package was made, because its records would differ from the records of the released sheet.
   */
  event('assembly-stopped', 1, { round: ordinal, attempt: ordinal, paths: z.array(z.string()).max(20) }),
  /**
   * `days`: for how many days, in the time zone of the case, the answer can be fetched. The days are counted from the
   * sending of the letter that announces the answer.
   */
  event('delivered', 2, { round: ordinal, days: count }),
  event('download-granted', 1, { grant: z.string(), round: ordinal, expiresAt: instant }),
  event('delivery-revoked', 1, { round: ordinal }),
  // A package was erased from the bucket, because nobody may fetch it.
  event('answer-erased', 1, { round: ordinal, attempt: ordinal }),
]);
export type AnswerEvent = Readonly<z.infer<typeof answerEventSchema>>;
export const isAnswerEvent = ofTopic(answerEventSchema);

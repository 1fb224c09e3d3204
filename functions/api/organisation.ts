import * as z from 'zod';

const localised = z.object({ sv: z.string(), en: z.string() });

/**
 * What staff see of the organisation: its controllers, its staff, and what its description promises although the law
 * says otherwise.
 */
export const organisationViewSchema = z
  .strictObject({
    name: z.string(),
    controllers: z.array(z.strictObject({ id: z.string(), name: z.string(), timeZone: z.string() })),
    /** The staff, by ids that identify nobody. Empty if the description does not list people. */
    people: z.array(z.strictObject({ id: z.string(), role: z.string().nullable() })),
    conflicts: z.array(
      z.object({
        row: z.string(),
        /** The path of the setting in the description, for example `promises.feeOncePerYear`. */
        path: z.string(),
        article: z.string(),
        title: localised,
        /** What the organisation says, what the law says, and what Utdrag does instead, in both languages. */
        says: localised,
        law: localised,
        instead: localised,
      }),
    ),
  })
  .meta({ id: 'Organisation' });

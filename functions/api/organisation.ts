import * as z from 'zod';

const localised = z.object({ sv: z.string(), en: z.string() });

/** What staff see of the organisation: its controllers, and the settings of its policy that conflict with the law. */
export const organisationViewSchema = z
  .strictObject({
    name: z.string(),
    controllers: z.array(z.strictObject({ id: z.string(), name: z.string(), timeZone: z.string() })),
    /** Opaque ids of the staff. Empty if the description does not list people. */
    people: z.array(z.strictObject({ id: z.string(), role: z.string().nullable() })),
    conflicts: z.array(
      z.object({
        row: z.string(),
        /** The path of the setting in the description, for example `promises.feeOncePerYear`. */
        path: z.string(),
        article: z.string(),
        title: localised,
        /** What the policy says, what the law says, and what Utdrag does, in both languages. */
        says: localised,
        law: localised,
        instead: localised,
      }),
    ),
  })
  .meta({ id: 'Organisation' });

import * as z from 'zod';

const localised = z.object({ sv: z.string(), en: z.string() });

/** What staff see of the organisation: its controllers, and conflicts of its policy with the law. */
export const organisationViewSchema = z
  .strictObject({
    name: z.string(),
    controllers: z.array(z.strictObject({ id: z.string(), name: z.string(), timeZone: z.string() })),
    /** Opaque ids of staff, if the organisation lists them. */
    people: z.array(z.strictObject({ id: z.string(), role: z.string().nullable() })),
    conflicts: z.array(
      z.object({
        row: z.string(),
        /** The place in the description, as `promises.feeOncePerYear`. */
        path: z.string(),
        article: z.string(),
        title: localised,
        /** What the policy says, what the law says, what the product does. */
        says: localised,
        law: localised,
        instead: localised,
      }),
    ),
  })
  .meta({ id: 'Organisation' });

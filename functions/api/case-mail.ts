import * as z from 'zod';

/** How a part of a mail can be looked at: as text, as a picture, or not at all (then only its name and size are told). */
export const shownAsSchema = z.enum(['text', 'picture', 'nothing']);

/** The mails of a case as they came, without their contents. Numbers are ids within the case and never file names. */
export const caseMailsSchema = z
  .strictObject({
    mails: z.array(
      z.strictObject({
        mail: z.number().int(),
        bytes: z.number().int(),
        from: z.string(),
        to: z.string(),
        replyTo: z.string(),
        subject: z.string(),
        date: z.string(),
        /** What the mail shows, as plain text, and what its HTML hides. */
        text: z.string(),
        hidden: z.string(),
        /** Empty, too, where the mail cannot be taken apart: then only the raw mail can be read. */
        parts: z.array(
          z.strictObject({
            part: z.number().int(),
            name: z.string(),
            type: z.string(),
            bytes: z.number().int(),
            shownAs: shownAsSchema,
          }),
        ),
      }),
    ),
  })
  .meta({ id: 'CaseMails' });
export type CaseMails = Readonly<z.infer<typeof caseMailsSchema>>;

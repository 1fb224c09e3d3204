import * as z from 'zod';

/** How a part of a mail can be viewed: as text, as a picture, or not at all (then only with its name and size). */
export const shownAsSchema = z.enum(['text', 'picture', 'nothing']);

/** The raw mails of a case, without their contents. Numbers are ids within the case and never file names. */
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
        /** The visible text of the mail, and the hidden text of its HTML. */
        text: z.string(),
        hidden: z.string(),
        /** Also empty if the mail cannot be parsed: then only the raw mail can be read. */
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

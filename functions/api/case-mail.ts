import * as z from 'zod';

/**
 * How a part of a mail can be viewed: as text, as a picture, or not at all. A part that cannot be viewed has only its
 * name and size.
 */
export const shownAsSchema = z.enum(['text', 'picture', 'nothing']);

/** The mails of a case. Numbers identify mails and parts within the case, and are never file names. */
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
        /** The visible text of the mail; `hidden` is the hidden text of its HTML. */
        text: z.string(),
        hidden: z.string(),
        /**
         * The parts of the mail. The list is empty if the mail cannot be parsed: then only the raw mail can be read.
         */
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

import * as z from 'zod';

/**
 * How the console can show a part of a mail: as text, as a picture, or not at all. If a part is not shown (`nothing`),
 * staff see only its name, type and size.
 */
export const shownAsSchema = z.enum(['text', 'picture', 'nothing']);

/**
 * The mails of a case. A mail is identified by its number in the case, and a part by its number in the mail. The file
 * name of an attachment is never used as an id.
 */
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
        /**
         * What a mail program shows as the text of the mail. `hidden` is the text that the HTML hides, for example with
         * `display: none`.
         */
        text: z.string(),
        hidden: z.string(),
        /** The parts of the mail. Empty if the mail cannot be parsed; then staff can read only the raw mail. */
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

import * as z from 'zod';

// The schema refuses every field that it does not name (raw mails, templates, Cc and Bcc, tags, ...), because this
// endpoint would ignore the field. Without a charset SES accepts ASCII only.
const contentSchema = z
  .strictObject({ Data: z.string(), Charset: z.string().toUpperCase().nullish() })
  .refine((content) => content.Charset == null || content.Charset === 'UTF-8', 'Only the charset UTF-8 is supported')
  .refine(
    (content) => content.Charset != null || /^\p{ASCII}*$/u.test(content.Data),
    'Text with other than ASCII characters needs Charset UTF-8',
  )
  .transform((content) => content.Data);

// Headers that SES sets itself, so a request must not contain them. Source: Amazon SES Developer Guide, "Amazon SES
// header fields".
const reservedHeaders = new Set(
  'bcc cc content-disposition content-type date from message-id mime-version reply-to return-path subject to'.split(
    ' ',
  ),
);

const headerSchema = z.strictObject({
  Name: z
    .string()
    .regex(/^[!-9;-@A-~]{1,126}$/, 'Invalid header name')
    .refine((name) => !reservedHeaders.has(name.toLowerCase()), 'Header is set by SES'),
  Value: z.string().regex(/^[ -~]{1,870}$/, 'Invalid header value'),
});

const simpleSchema = z.strictObject({
  Subject: contentSchema.refine((subject) => !/\p{Cc}/u.test(subject), 'Subject contains control characters'),
  Body: z
    .strictObject({ Text: contentSchema.nullish(), Html: contentSchema.nullish() })
    .refine((body) => body.Text != null || body.Html != null, 'Body is empty'),
  Headers: z.array(headerSchema).max(15).nullish(),
});

/**
 * The body of SES v2 `SendEmail` with Simple content. The error messages of the schema never contain values from the
 * request.
 */
export const sendEmailSchema = z.strictObject({
  FromEmailAddress: z.string(),
  Destination: z.strictObject({ ToAddresses: z.array(z.string()) }),
  Content: z.strictObject({ Simple: simpleSchema }),
});

export type SendEmailRequest = z.infer<typeof sendEmailSchema>;

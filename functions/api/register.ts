import * as z from 'zod';
import { matterSchema } from '#domain/case/vocabulary.ts';
import { identifierKindSchema } from '#domain/identifiers/identifier.ts';
import { languageSchema } from '#domain/language.ts';
import { rights, rightSchema } from '#domain/rights.ts';

/** The media types of a scan. The handler recognises the type by the first bytes of the file. */
export const scanTypes = ['application/pdf', 'image/png', 'image/jpeg'] as const;
export type ScanType = (typeof scanTypes)[number];

/** Maximum size of a scan in bytes. In base64 it takes 5.6 MB, and a Lambda function accepts 6 MB. */
export const mostScanBytes = 4 * 1024 * 1024;
/** Maximum length of the body of a registration, in bytes: the scan in base64, and 64 KiB for the other fields. */
export const longestRegistration = Math.ceil(mostScanBytes / 3) * 4 + 64 * 1024;

const wellFormed = (text: string): boolean => text.isWellFormed();
const words = (most: number): z.ZodType<string> =>
  z.string().trim().min(1).max(most).refine(wellFormed, 'contains an unpaired UTF-16 surrogate');

const contact = z.union(
  [z.strictObject({ email: z.string().max(254) }), z.strictObject({ address: z.array(words(100)).min(1).max(8) })],
  'an e-mail address, or a postal address line by line',
);

/**
 * The body of `POST /v1/cases`, with which staff register a request. No form, signature or identifier is required (Art.
 * 12(2)). `receivedAt` is when the controller received the request, and starts the time limit (Art. 12(3)).
 */
export const registrationSchema = z
  .strictObject({
    controller: z.string().min(1).max(40),
    matter: matterSchema.default('request'),
    /** The rights that the person exercises. A request needs at least one; a complaint or a claim needs none. */
    rights: z
      .array(rightSchema)
      .max(rights.length)
      .refine((list) => new Set(list).size === list.length, 'each right once')
      .default([]),
    language: languageSchema,
    /**
     * The language that the person prefers (ISO 639 code, such as `fi`), if it is not the language of our letters
     * (`language`).
     */
    wantedLanguage: z
      .string()
      .regex(/^[a-z]{2,3}$/, 'two or three small letters (ISO 639)')
      .optional(),
    channel: z.enum(['email', 'post', 'phone', 'in-person', 'other']),
    /** When the controller received the request, through any channel. */
    receivedAt: z.iso.datetime({ offset: true }),
    contact,
    identifiers: z
      .array(z.strictObject({ kind: identifierKindSchema, value: z.string().max(254) }))
      .max(10)
      .default([]),
    /** The request in the person's own words. */
    message: words(4_000).optional(),
    /** Whether somebody makes the request for another person. Staff must then check the mandate before the search. */
    represented: z.boolean().default(false),
    /** If staff overlooked the request at first: where they found it, for example in a chat. */
    foundInOtherChannel: words(1_000).optional(),
    /** If one message contained the requests of several people: the reference of the case of one of the others. */
    bundle: z.string().min(1).max(40).optional(),
    scan: z
      .strictObject({
        mediaType: z.enum(scanTypes),
        base64: z.string().max(Math.ceil(mostScanBytes / 3) * 4, `at most ${mostScanBytes} bytes`),
      })
      .optional(),
  })
  .refine(({ matter, rights: asked }) => matter !== 'request' || asked.length > 0, {
    path: ['rights'],
    message: 'at least one right',
  })
  .meta({ id: 'Registration' });
export type Registration = Readonly<z.infer<typeof registrationSchema>>;

/** The response to a registration. `due` is the last day for the answer. */
export const registeredSchema = z
  .strictObject({ reference: z.string(), seq: z.number().int(), due: z.iso.date() })
  .meta({ id: 'Registered' });

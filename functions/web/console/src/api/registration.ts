import * as z from 'zod';
import { channelSchema, matterSchema } from '#domain/case/vocabulary.ts';
import { identifierSchema } from '#domain/identifiers/identifier.ts';
import { languageSchema } from '#domain/language.ts';
import { rightSchema } from '#domain/rights.ts';

/** A request that staff register: what came, when it truly arrived, and how the person is reached. */
export const registrationSchema = z.strictObject({
  controller: z.string(),
  matter: matterSchema,
  rights: z.array(rightSchema),
  language: languageSchema,
  channel: channelSchema,
  receivedAt: z.iso.datetime({ offset: true }),
  contact: z.union([
    z.strictObject({ email: z.string().max(254) }),
    z.strictObject({ address: z.array(z.string().max(300)).min(1).max(6) }),
  ]),
  identifiers: z.array(identifierSchema),
  message: z.string().optional(),
  represented: z.boolean().optional(),
  foundInOtherChannel: z.string().optional(),
  scan: z.strictObject({ mediaType: z.string(), base64: z.string() }).optional(),
});
export type Registration = z.infer<typeof registrationSchema>;

export const registeredSchema = z.object({ reference: z.string(), due: z.string() });
export type Registered = Readonly<z.infer<typeof registeredSchema>>;

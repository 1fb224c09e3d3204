import * as z from 'zod';
import { identifierKindSchema } from './identifiers/identifier.ts';
import { languageSchema } from './language.ts';
import { rightSchema } from './rights.ts';

/**
 * A request as the person sends it, with `POST /v1/requests`, the form of the portal, or `demo --request`. Unknown
 * fields are refused.
 */
export const requestSchema = z
  .strictObject({
    controller: z.string().min(1).max(40).meta({ description: 'Id of the controller that is asked' }),
    rights: z
      .array(rightSchema)
      .min(1)
      .max(7)
      .refine((list) => new Set(list).size === list.length, 'each right once'),
    language: languageSchema,
    identifiers: z
      .array(z.strictObject({ kind: identifierKindSchema, value: z.string().max(254) }))
      .min(1)
      .max(10)
      .meta({
        description: 'Identifiers by which we can find your data. At least one is an e-mail address, to which we write',
      }),
    message: z
      .string()
      .max(4_000)
      .refine((text) => text.isWellFormed(), 'the text contains an unpaired surrogate')
      .optional()
      .meta({ description: 'In your own words' }),
  })
  .meta({ id: 'Request' });
export type SubjectRequest = Readonly<z.infer<typeof requestSchema>>;

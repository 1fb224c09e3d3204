import * as z from 'zod';
import { identifierKinds } from '#domain/identifiers/identifier.ts';

/**
 * The body of `POST /v1/cases/{id}/reveal`. `identifier` is one of `revealable` in the case view: the hash of an
 * identifier, or `contact`, `name` or `address`.
 */
export const revealSchema = z
  .strictObject({
    commandId: z.uuid(),
    identifier: z
      .union([z.string().regex(/^[0-9a-f]{64}$/), z.enum(['contact', 'name', 'address'])])
      .meta({ description: 'An identifier as the case view names it, or contact, name or address' }),
  })
  .meta({ id: 'Reveal' });

/** The value in full. A name or a postal address has no identifier kind; several lines are separated by line feeds. */
export const revealedSchema = z
  .strictObject({ kind: z.enum([...identifierKinds, 'postalAddress', 'name']), value: z.string() })
  .meta({ id: 'Revealed' });
export type Revealed = Readonly<z.infer<typeof revealedSchema>>;

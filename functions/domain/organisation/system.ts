import * as z from 'zod';
import { jsonSchema } from '../json.ts';
import { localisedSchema } from '../language.ts';
import { privateNetworkSchema } from '../network/reach.ts';
import { idSchema, secretNameSchema, staffIdSchema } from './names.ts';
import { levelSchema } from '../case/vocabulary.ts';

const deletionSchema = z.strictObject({
  /** Whether the system erases automatically, by age or by event. */
  scheduled: z.boolean(),
  /**
   * How erasure of the matched data is stopped from receipt to answer: by the connector, by a task on the first day, or
   * not needed because nothing is erased.
   */
  freeze: z.enum(['automatic', 'manual', 'not-needed']),
  /** The instructions for the member of staff who stops it. */
  instructions: localisedSchema.optional(),
});

const common = {
  id: idSchema,
  title: localisedSchema,
  /** The controllers whose data it holds; absent: all. */
  controllers: z.array(idSchema).min(1).optional(),
  /** The business areas that it serves; absent: all. */
  areas: z.array(idSchema).min(1).optional(),
  /** Whether it holds special categories of data (Art. 9). */
  special: z.boolean().default(false),
  /** How strongly people are identified where the system is used: ordinary data never need a stronger proof. */
  relation: levelSchema.optional(),
  deletion: deletionSchema.optional(),
};

const connectorSystemSchema = z.strictObject({
  ...common,
  kind: z.literal('connector'),
  connector: idSchema,
  /** Name of the secret in Secrets Manager. */
  secret: secretNameSchema,
  settings: z.record(z.string(), jsonSchema),
  /** Private networks in which the system may be reached, if it is not on the internet; absent: none. */
  privateNetworks: z.array(privateNetworkSchema).min(1).optional(),
});

const manualSystemSchema = z.strictObject({
  ...common,
  kind: z.literal('manual'),
  /** The instructions for the member of staff who searches it. */
  instructions: localisedSchema,
  /** The only people who may search it (whistle-blowing: visselblåsarlagen 9 kap.); absent: anybody. */
  handlers: z.array(staffIdSchema).min(1).optional(),
});

/** A system with personal data: a connector searches it, or staff do (as a task). */
export const systemSchema = z.discriminatedUnion('kind', [connectorSystemSchema, manualSystemSchema]);
export type System = Readonly<z.infer<typeof systemSchema>>;
export type ConnectorSystem = Readonly<z.infer<typeof connectorSystemSchema>>;

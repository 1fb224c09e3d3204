import * as z from 'zod';
import { jsonSchema } from '../json.ts';
import { localisedSchema } from '../language.ts';
import { privateNetworkSchema } from '../network/reach.ts';
import { idSchema, secretNameSchema, staffIdSchema } from './names.ts';
import { levelSchema } from '../case/vocabulary.ts';

const deletionSchema = z.strictObject({
  /** Whether the system erases on its own, by age or by event. */
  scheduled: z.boolean(),
  /** How erasure of the matched data is stopped from receipt to answer: by the connector, by a task on the first day, or there is none to stop. */
  freeze: z.enum(['automatic', 'manual', 'not-needed']),
  /** What the member of staff who stops it is asked to do. */
  instructions: localisedSchema.optional(),
});

const common = {
  id: idSchema,
  title: localisedSchema,
  /** Whose data it holds; every controller's when it is not said. */
  controllers: z.array(idSchema).min(1).optional(),
  /** Which business areas it serves; all of them when it is not said. */
  areas: z.array(idSchema).min(1).optional(),
  /** Whether it holds special categories of data (Art. 9). */
  special: z.boolean().default(false),
  /** How surely people are known where the system is used: ordinary data never need more than that. */
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
  /** Private networks in which the system may be reached, where it is not on the internet; none when it is not said. */
  privateNetworks: z.array(privateNetworkSchema).min(1).optional(),
});

const manualSystemSchema = z.strictObject({
  ...common,
  kind: z.literal('manual'),
  /** What the member of staff who searches it is asked to do. */
  instructions: localisedSchema,
  /** The only people who may search it (whistle-blowing: visselblåsarlagen 9 kap.); anybody when it is not said. */
  handlers: z.array(staffIdSchema).min(1).optional(),
});

/** A system that holds personal data: searched by a connector, or by a person (a task for staff). */
export const systemSchema = z.discriminatedUnion('kind', [connectorSystemSchema, manualSystemSchema]);
export type System = Readonly<z.infer<typeof systemSchema>>;
export type ConnectorSystem = Readonly<z.infer<typeof connectorSystemSchema>>;

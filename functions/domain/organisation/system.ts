import * as z from 'zod';
import { jsonSchema } from '../json.ts';
import { localisedSchema } from '../language.ts';
import { privateNetworkSchema } from '../network/reach.ts';
import { idSchema, secretNameSchema, staffIdSchema } from './names.ts';
import { levelSchema } from '../case/vocabulary.ts';

const deletionSchema = z.strictObject({
  /** Whether the system erases data automatically, for example after two years or when a contract ends. */
  scheduled: z.boolean(),
  /**
   * Who stops the erasure of the person's data between the receipt of the request and the answer. `automatic`: the
   * connector. `manual`: staff, as a task on the first day. `not-needed`: the system erases nothing automatically.
   */
  freeze: z.enum(['automatic', 'manual', 'not-needed']),
  /** The instructions for the member of staff who stops the erasure. */
  instructions: localisedSchema.optional(),
});

const common = {
  id: idSchema,
  title: localisedSchema,
  /** The controllers whose data the system has; absent: all. */
  controllers: z.array(idSchema).min(1).optional(),
  /** The business areas that the system serves; absent: all. */
  areas: z.array(idSchema).min(1).optional(),
  /** Whether the system has special categories of data (Art. 9). */
  special: z.boolean().default(false),
  /**
   * The level at which the system itself identifies the people who use it: `contact-point` for a newsletter, for
   * example. A request for ordinary data of the system never needs a higher level (`levelFor` in `scope.ts`).
   */
  relation: levelSchema.optional(),
  deletion: deletionSchema.optional(),
  /**
   * Whether records of the person in this system may be released although nobody has looked at them. The rule is in
   * `domain/review/by-rule.ts`: it applies only to records without documents, whose fields cannot concern anybody else, and never to a system that is
   * `special`.
   */
  lowRisk: z.boolean().default(false),
};

const connectorSystemSchema = z.strictObject({
  ...common,
  kind: z.literal('connector'),
  connector: idSchema,
  /** The name of the secret in Secrets Manager. */
  secret: secretNameSchema,
  settings: z.record(z.string(), jsonSchema),
  /** Private networks in which the system may be reached, if it is not on the internet; absent: none. */
  privateNetworks: z.array(privateNetworkSchema).min(1).optional(),
});

const manualSystemSchema = z.strictObject({
  ...common,
  kind: z.literal('manual'),
  /** The instructions for the member of staff who searches the system. */
  instructions: localisedSchema,
  /**
   * The only members of staff who may search the system; absent: any member of staff. An example is a system with
   * reports of whistle-blowers (visselblåsarlagen 9 kap.). Only they and the data protection officer know what was found:
   * the log says `answered`, whatever the result is.
   */
  handlers: z.array(staffIdSchema).min(1).optional(),
});

/** A system with personal data. Either a connector searches it, or staff search it as a task. */
export const systemSchema = z.discriminatedUnion('kind', [connectorSystemSchema, manualSystemSchema]);
export type System = Readonly<z.infer<typeof systemSchema>>;
export type ConnectorSystem = Readonly<z.infer<typeof connectorSystemSchema>>;

import * as z from 'zod';
import { jurisdictions } from '../clock/holidays.ts';
import { dataCategorySchema } from '../findings/annotation.ts';
import { jsonSchema } from '../json.ts';
import { languageSchema, localisedSchema } from '../language.ts';

const idSchema = z.string().regex(/^[a-z][a-z0-9-]{0,39}$/, 'lower-case letters, digits and hyphens, at most 40');

/** Who answers: one legal person (Art. 4(7)). */
export const controllerSchema = z.strictObject({
  id: idSchema,
  name: z.string().min(1),
  organisationNumber: z.string().regex(/^\d{6}-?\d{4}$/),
  address: z.array(z.string().min(1)).min(1),
  /** Where people write about data protection; mail to it is an intake channel, and our letters come from it. */
  email: z.email(),
  website: z.url(),
  jurisdiction: z.enum(jurisdictions),
  timeZone: z.string().min(1),
  languages: z.array(languageSchema).min(1),
  dataProtectionOfficer: z.strictObject({ email: z.email() }).optional(),
  supervisoryAuthority: z.strictObject({ name: localisedSchema, website: z.url(), email: z.email() }),
});
export type Controller = Readonly<z.infer<typeof controllerSchema>>;

const connectorSystemSchema = z.strictObject({
  id: idSchema,
  kind: z.literal('connector'),
  title: localisedSchema,
  connector: idSchema,
  /** Name of the secret in Secrets Manager. */
  secret: z.string().regex(/^[\w/+=.@-]{1,128}$/),
  settings: z.record(z.string(), jsonSchema),
});

const manualSystemSchema = z.strictObject({
  id: idSchema,
  kind: z.literal('manual'),
  title: localisedSchema,
  /** What the member of staff who searches it is asked to do. */
  instructions: localisedSchema,
});

/** A system that holds personal data: searched by a connector, or by a person (a task for staff). */
export const systemSchema = z.discriminatedUnion('kind', [connectorSystemSchema, manualSystemSchema]);
export type System = Readonly<z.infer<typeof systemSchema>>;
export type ConnectorSystem = Readonly<z.infer<typeof connectorSystemSchema>>;

/** A recipient by name (C-154/21), with the safeguard where it is outside the EEA (Art. 15(2)). */
export const recipientSchema = z.strictObject({
  name: z.string().min(1),
  role: z.enum(['processor', 'controller', 'joint-controller', 'authority']),
  country: z.string().regex(/^[A-Z]{2}$/),
  safeguard: localisedSchema.optional(),
});

/** One processing activity of the register (Art. 30), with what Art. 15(1) asks to be told about it. */
export const activitySchema = z.strictObject({
  id: idSchema,
  name: localisedSchema,
  purposes: z.array(localisedSchema).min(1),
  legalBases: z
    .array(
      z.strictObject({
        type: z.enum(['consent', 'contract', 'legal-obligation', 'legitimate-interest']),
        /** The interest pursued, or the law that obliges. */
        explanation: localisedSchema.optional(),
      }),
    )
    .min(1),
  categories: z.array(dataCategorySchema).min(1),
  recipients: z.array(recipientSchema),
  /** How long, or the criteria (Art. 15(1)(d)). */
  retention: localisedSchema,
  /** Where the data come from when not from the person (Art. 15(1)(g)). */
  sources: z.array(localisedSchema),
  automatedDecision: z
    .strictObject({ logic: localisedSchema, significance: localisedSchema, consequences: localisedSchema })
    .optional(),
  systems: z.array(idSchema).min(1),
});
export type Activity = Readonly<z.infer<typeof activitySchema>>;

export const policySchema = z.strictObject({
  /** Whether a member of staff approves the search before it starts. */
  approveSearch: z.enum(['staff', 'automatic']),
  /** Whether a second person must release the answer as well. */
  secondPerson: z.enum(['always', 'never']),
  /** Codes that one address is sent in a day, over all its cases. */
  codesPerAddressAndDay: z.number().int().min(1).max(1000),
  /** Days before the due date on which what is ready goes out, whatever is still missing. */
  cutOffDaysBeforeDue: z.number().int().min(0).max(20),
  /** Days during which a delivered answer can be fetched. */
  downloadDays: z.number().int().min(1).max(90),
  /** Days after the end of a case until findings and exports are erased. */
  materialDays: z.number().int().min(1).max(365),
  /** Days after the end of a case until the subject profile is erased and the log becomes anonymous. */
  profileDays: z.number().int().min(1).max(3650),
});
export type Policy = Readonly<z.infer<typeof policySchema>>;

/** `organisation.yaml`: the whole of what an organisation tells us about itself. */
export const organisationSchema = z
  .strictObject({
    schema: z.literal('organisation/1'),
    name: z.string().min(1),
    controllers: z.array(controllerSchema).min(1),
    policy: policySchema,
    systems: z.array(systemSchema).min(1),
    activities: z.array(activitySchema).min(1),
  })
  .superRefine((organisation, context) => {
    reportDuplicates(organisation.controllers, 'controllers', context);
    reportDuplicates(organisation.systems, 'systems', context);
    reportDuplicates(organisation.activities, 'activities', context);
    const bound = new Set(organisation.activities.flatMap((activity) => activity.systems));
    const known = new Set(organisation.systems.map((system) => system.id));
    for (const [index, system] of organisation.systems.entries())
      if (!bound.has(system.id))
        context.addIssue({ code: 'custom', path: ['systems', index, 'id'], message: 'no activity names this system' });
    for (const [index, activity] of organisation.activities.entries())
      for (const [position, id] of activity.systems.entries())
        if (!known.has(id))
          context.addIssue({
            code: 'custom',
            path: ['activities', index, 'systems', position],
            message: 'there is no system with this id',
          });
  });
export type Organisation = Readonly<z.infer<typeof organisationSchema>>;

function reportDuplicates(
  items: readonly { readonly id: string }[],
  name: string,
  context: z.core.$RefinementCtx,
): void {
  for (const [index, item] of items.entries())
    if (items.findIndex((other) => other.id === item.id) !== index)
      context.addIssue({ code: 'custom', path: [name, index, 'id'], message: 'this id is used twice' });
}

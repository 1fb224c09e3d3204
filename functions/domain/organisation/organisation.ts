import * as z from 'zod';
import { localisedSchema } from '../language.ts';
import { activitySchema } from './activity.ts';
import { controllerSchema } from './controller.ts';
import { idSchema, publicBodySchema, staffIdSchema } from './names.ts';
import { policySchema } from './policy.ts';
import { promisesSchema } from './promises.ts';
import { systemSchema } from './system.ts';

export type { Activity, LegalBasis, Recipient } from './activity.ts';
export type { Controller } from './controller.ts';
export type { Policy } from './policy.ts';
export type { ConnectorSystem, System } from './system.ts';

/** An arrangement of joint controllers (Art. 26): the person may turn to each of them, and one answers. */
const jointControllersSchema = z.strictObject({
  controllers: z.array(idSchema).min(2),
  /** What they decide on together; all their activities when it is not said. */
  activities: z.array(idSchema).min(1).optional(),
  answers: idSchema,
});

/** Another company, to which a request can be forwarded if the person wants; we search nothing for it. */
const forwardingContactSchema = z.strictObject({ id: idSchema, name: z.string().min(1), email: z.email() });

/** Work done on behalf of others (Art. 28): whoever asks about it is sent to them, and nothing is searched or confirmed. */
const processorRoleSchema = z.strictObject({
  id: idSchema,
  /** What is done, as `hosting of care records`. */
  name: localisedSchema,
  /** Who the controllers are, as `your care provider`. */
  turnTo: localisedSchema,
  controllers: z.array(idSchema).min(1).optional(),
});

/** A version of a privacy notice, so that it is known which one applied when (Art. 13-14). */
const noticeSchema = z.strictObject({
  /** The same for every version of one notice. */
  id: idSchema,
  version: z.string().min(1),
  /** First day on which it applied. */
  validFrom: z.iso.date(),
  url: z.url().optional(),
  /** Whom it is for, when it is not for everybody. */
  audience: localisedSchema.optional(),
  controllers: z.array(idSchema).min(1).optional(),
});

/** A member of staff as far as cases need to know. */
const personSchema = z.strictObject({
  id: staffIdSchema,
  role: z.enum(['case-worker', 'approver', 'dpo', 'auditor']).optional(),
  deputy: staffIdSchema.optional(),
  /** Locked out, with the person, of a case in which the person asks for their own data. */
  manager: staffIdSchema.optional(),
});

/**
 * `organisation.yaml`: the whole of what an organisation tells us about itself. `name` and `policy` are those of the
 * group; a controller may tighten the policy. What a schema of texts cannot see is in `rules.ts`, and is looked at only
 * when a description is taken into use: one that was stored stays readable.
 */
export const organisationSchema = z
  .strictObject({
    schema: z.literal('organisation/1'),
    name: z.string().min(1),
    publicBody: publicBodySchema.optional(),
    controllers: z.array(controllerSchema).min(1),
    jointControllers: z.array(jointControllersSchema).default([]),
    forwardingContacts: z.array(forwardingContactSchema).default([]),
    processorRoles: z.array(processorRoleSchema).default([]),
    people: z.array(personSchema).default([]),
    policy: policySchema,
    promises: promisesSchema.prefault({}),
    notices: z.array(noticeSchema).default([]),
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

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

/** An arrangement of joint controllers (Art. 26). The person may contact any of them, and one of them answers. */
const jointControllersSchema = z.strictObject({
  controllers: z.array(idSchema).min(2),
  /** The activities for which they are joint controllers; absent: all their activities. */
  activities: z.array(idSchema).min(1).optional(),
  answers: idSchema,
});

/**
 * Another company, to which a request can be forwarded if the person wants that. Data of that company are not searched.
 */
const forwardingContactSchema = z.strictObject({ id: idSchema, name: z.string().min(1), email: z.email() });

/**
 * Work that the organisation does as a processor for other companies, which are the controllers (Art. 28). A person who
 * asks about this work is referred to the controller. Utdrag does not search these data, and does not say whether there
 * are any.
 */
const processorRoleSchema = z.strictObject({
  id: idSchema,
  /** What the work is, such as `hosting of care records`. */
  name: localisedSchema,
  /** Who the controllers are, such as `your care provider`. */
  turnTo: localisedSchema,
  controllers: z.array(idSchema).min(1).optional(),
});

/** A version of a privacy notice, and the day from which it applied (Art. 13-14). */
const noticeSchema = z.strictObject({
  /** The id of the notice, which is the same in all of its versions. */
  id: idSchema,
  version: z.string().min(1),
  /** The first day on which this version applied. */
  validFrom: z.iso.date(),
  url: z.url().optional(),
  /** The people to whom the notice is addressed, such as `customers`; absent: everybody. */
  audience: localisedSchema.optional(),
  controllers: z.array(idSchema).min(1).optional(),
});

/** A member of staff, without a name. */
const personSchema = z.strictObject({
  id: staffIdSchema,
  role: z.enum(['case-worker', 'approver', 'dpo', 'auditor']).optional(),
  deputy: staffIdSchema.optional(),
  /**
   * The manager. If a member of staff asks for their own data, neither they nor the manager have access to the case.
   */
  manager: staffIdSchema.optional(),
});

/** The top-level fields of a description. */
export const organisationParts = z.strictObject({
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
});

/**
 * The schema of `organisation.yaml`. `name` and `policy` belong to the whole group; a controller may have a stricter
 * policy. The rules in `rules.ts` are not part of the schema. They are applied only before a start or a deployment, so
 * that an older stored description can still be read after a rule was added.
 */
export const organisationSchema = organisationParts.superRefine((organisation, context) => {
  for (const { path, message } of [
    ...duplicates(organisation),
    ...unbound(organisation),
    ...unknownSystems(organisation),
  ])
    context.addIssue({ code: 'custom', path: [...path], message });
});
export type Organisation = Readonly<z.infer<typeof organisationParts>>;

/** Two parts of the description that do not fit together, such as an activity that names an unknown system. */
interface Mismatch {
  readonly path: readonly (string | number)[];
  readonly message: string;
}

/** Finds ids that are used twice. */
export function* duplicates(organisation: Organisation): Generator<Mismatch, void> {
  for (const list of ['controllers', 'systems', 'activities'] as const) {
    const ids = organisation[list].map(({ id }) => id);
    for (const [index, id] of ids.entries())
      if (ids.indexOf(id) !== index) yield { path: [list, index, 'id'], message: 'this id is used twice' };
  }
}

/**
 * Finds systems that no activity names. An answer must state for what purpose the data of a system are used, and only
 * an activity says so.
 */
export function* unbound({ systems, activities }: Organisation): Generator<Mismatch, void> {
  const bound = new Set(activities.flatMap((activity) => activity.systems));
  for (const [index, { id }] of systems.entries())
    if (!bound.has(id)) yield { path: ['systems', index, 'id'], message: 'no activity names this system' };
}

/** Finds systems that an activity names but that do not exist. */
export function* unknownSystems({ systems, activities }: Organisation): Generator<Mismatch, void> {
  const known = new Set(systems.map(({ id }) => id));
  for (const [index, activity] of activities.entries())
    for (const [position, id] of activity.systems.entries())
      if (!known.has(id))
        yield { path: ['activities', index, 'systems', position], message: 'there is no system with this id' };
}

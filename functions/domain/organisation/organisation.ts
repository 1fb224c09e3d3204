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

/** An arrangement of joint controllers (Art. 26): the person may contact each of them, and one of them answers. */
const jointControllersSchema = z.strictObject({
  controllers: z.array(idSchema).min(2),
  /** The activities that they decide on together; absent: all their activities. */
  activities: z.array(idSchema).min(1).optional(),
  answers: idSchema,
});

/** Another company, to which a request can be forwarded if the person wants; its data are not searched. */
const forwardingContactSchema = z.strictObject({ id: idSchema, name: z.string().min(1), email: z.email() });

/**
 * Work on behalf of others (Art. 28): a person who asks about it is referred to the controller, and nothing is searched
 * or confirmed.
 */
const processorRoleSchema = z.strictObject({
  id: idSchema,
  /** The work, as `hosting of care records`. */
  name: localisedSchema,
  /** The controllers, as `your care provider`. */
  turnTo: localisedSchema,
  controllers: z.array(idSchema).min(1).optional(),
});

/** A version of a privacy notice, with the time at which it applied (Art. 13-14). */
const noticeSchema = z.strictObject({
  /** The same for every version of one notice. */
  id: idSchema,
  version: z.string().min(1),
  /** First day on which it applied. */
  validFrom: z.iso.date(),
  url: z.url().optional(),
  /** Its audience; absent: everybody. */
  audience: localisedSchema.optional(),
  controllers: z.array(idSchema).min(1).optional(),
});

/** A member of staff, with the data that cases need. */
const personSchema = z.strictObject({
  id: staffIdSchema,
  role: z.enum(['case-worker', 'approver', 'dpo', 'auditor']).optional(),
  deputy: staffIdSchema.optional(),
  /** Locked out, together with the person, of a case in which the person asks for their own data. */
  manager: staffIdSchema.optional(),
});

/** The parts of a description. */
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
 * `organisation.yaml`: everything that an organisation tells about itself. `name` and `policy` are those of the group;
 * a controller may tighten the policy. Rules beyond the schema are in `rules.ts`. They are applied only when a
 * description is deployed: a stored description stays readable.
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

/** A mistake in the relation between parts, with its place. */
interface Mismatch {
  readonly path: readonly (string | number)[];
  readonly message: string;
}

/** Ids that are used twice. */
export function* duplicates(organisation: Organisation): Generator<Mismatch, void> {
  for (const list of ['controllers', 'systems', 'activities'] as const) {
    const ids = organisation[list].map(({ id }) => id);
    for (const [index, id] of ids.entries())
      if (ids.indexOf(id) !== index) yield { path: [list, index, 'id'], message: 'this id is used twice' };
  }
}

/** Systems that no activity names: an answer could not give the purpose of their data. */
export function* unbound({ systems, activities }: Organisation): Generator<Mismatch, void> {
  const bound = new Set(activities.flatMap((activity) => activity.systems));
  for (const [index, { id }] of systems.entries())
    if (!bound.has(id)) yield { path: ['systems', index, 'id'], message: 'no activity names this system' };
}

/** Systems that an activity names and that do not exist. */
export function* unknownSystems({ systems, activities }: Organisation): Generator<Mismatch, void> {
  const known = new Set(systems.map(({ id }) => id));
  for (const [index, activity] of activities.entries())
    for (const [position, id] of activity.systems.entries())
      if (!known.has(id))
        yield { path: ['activities', index, 'systems', position], message: 'there is no system with this id' };
}

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

/** The parts of a description, each by itself. */
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
 * `organisation.yaml`: the whole of what an organisation tells us about itself. `name` and `policy` are those of the
 * group; a controller may tighten the policy. What a schema of texts cannot see is in `rules.ts`, and is looked at only
 * when a description is taken into use: one that was stored stays readable.
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

/** Something that is not right between the parts, and where. */
interface Mismatch {
  readonly path: readonly (string | number)[];
  readonly message: string;
}

/** Ids that stand for two things. */
export function* duplicates(organisation: Organisation): Generator<Mismatch, void> {
  for (const list of ['controllers', 'systems', 'activities'] as const) {
    const ids = organisation[list].map(({ id }) => id);
    for (const [index, id] of ids.entries())
      if (ids.indexOf(id) !== index) yield { path: [list, index, 'id'], message: 'this id is used twice' };
  }
}

/** Systems that no activity names: their data could not be told the purpose of. */
export function* unbound({ systems, activities }: Organisation): Generator<Mismatch, void> {
  const bound = new Set(activities.flatMap((activity) => activity.systems));
  for (const [index, { id }] of systems.entries())
    if (!bound.has(id)) yield { path: ['systems', index, 'id'], message: 'no activity names this system' };
}

/** Systems that an activity names and that there are not. */
export function* unknownSystems({ systems, activities }: Organisation): Generator<Mismatch, void> {
  const known = new Set(systems.map(({ id }) => id));
  for (const [index, activity] of activities.entries())
    for (const [position, id] of activity.systems.entries())
      if (!known.has(id))
        yield { path: ['activities', index, 'systems', position], message: 'there is no system with this id' };
}

import * as z from 'zod';
import { jurisdictions } from '../../clock/holidays.ts';
import { languageSchema } from '../../language.ts';
import { rightSchema } from '../../rights.ts';
import { date, event, hash, instant, ofTopic, ordinal, text } from '../log/event.ts';
import {
  channelSchema,
  contactRefSchema,
  endingSchema,
  holdReasonSchema,
  identifierRefSchema,
  matterSchema,
} from '../vocabulary.ts';

/** What the organisation's policy says about handling, as it was when the case was opened. */
export const rulesSchema = z.strictObject({
  secondPerson: z.enum(['always', 'where-it-matters', 'never']),
  soleHandler: z.boolean(),
  /** Working days within which a question may suspend the period (practice 12). */
  askWithinWorkingDays: z.number().int().nonnegative(),
  /** Days until a changed contact point is written to. */
  contactChangeDays: z.number().int().nonnegative(),
  evesCountAsHolidays: z.boolean(),
});
export type CaseRules = Readonly<z.infer<typeof rulesSchema>>;

/** How a case begins, is divided or joined, and ends. */
export const lifecycleEventSchema = z.discriminatedUnion('type', [
  event('case-opened', 2, {
    controller: z.string(),
    matter: matterSchema,
    rights: z.array(rightSchema).min(1),
    /** What we write in, and what the person would rather read (ISO 639), where that is another. */
    language: languageSchema,
    wantedLanguage: z.string().regex(/^[a-z]{2,3}$/),
    channel: channelSchema,
    /** When the request reached the controller by any channel: the clock starts here (Art. 12(3)). */
    receivedAt: instant,
    receivedLocalDate: date,
    due: date,
    extendedDue: date,
    timeZone: z.string(),
    jurisdiction: z.enum(jurisdictions),
    /** SHA-256 of the organisation's description that the case is handled under. */
    organisation: hash,
    /** Keyed hash of the request as it was sent: the same idempotency key with another request is refused. */
    request: hash,
    /** Where we write to. */
    contact: contactRefSchema,
    claimed: z.array(identifierRefSchema),
    rules: rulesSchema,
    approveSearch: z.boolean(),
    hold: holdReasonSchema.nullable(),
    /** The case that this one was split from or came together with. */
    origin: z.strictObject({ case: z.string(), as: z.enum(['split', 'bundle']) }).nullable(),
  }),
  event('hold-lifted', 1, {}),
  event('execution-started', 1, { n: ordinal }),
  event('split-off', 1, { matter: matterSchema, rights: z.array(rightSchema), case: z.string() }),
  event('absorbed', 1, { case: z.string() }),
  event('redirected', 1, { text: text.nullable() }),
  event('case-closed', 2, {
    ending: endingSchema,
    /** The case that goes on, where this one was joined to another. */
    into: z.string().nullable(),
    /** Last day on which the person can take a withdrawal back. */
    undoUntil: date.nullable(),
    text: text.nullable(),
  }),
  event('reopened', 1, { text: text.nullable() }),
]);
export type LifecycleEvent = Readonly<z.infer<typeof lifecycleEventSchema>>;
export const isLifecycleEvent = ofTopic(lifecycleEventSchema);

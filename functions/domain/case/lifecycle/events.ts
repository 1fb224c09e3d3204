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

/** The organisation's policy on handling, as it was when the case was opened. */
export const rulesSchema = z.strictObject({
  secondPerson: z.enum(['always', 'where-it-matters', 'never']),
  soleHandler: z.boolean(),
  /**
   * Working days, from the receipt or from a new doubt, within which a question may suspend the period (practice 12).
   */
  askWithinWorkingDays: z.number().int().nonnegative(),
  /** Days of waiting before a changed contact point takes effect. */
  contactChangeDays: z.number().int().nonnegative(),
  evesCountAsHolidays: z.boolean(),
});
export type CaseRules = Readonly<z.infer<typeof rulesSchema>>;

/** How a case begins, is split or joined, and ends. */
export const lifecycleEventSchema = z.discriminatedUnion('type', [
  event('case-opened', 2, {
    controller: z.string(),
    matter: matterSchema,
    rights: z.array(rightSchema).min(1),
    /** `language`: the language that we write in. `wantedLanguage`: the language that the person prefers (ISO 639). */
    language: languageSchema,
    wantedLanguage: z.string().regex(/^[a-z]{2,3}$/),
    channel: channelSchema,
    /** When the request reached the controller by any channel: the period starts here (Art. 12(3)). */
    receivedAt: instant,
    receivedLocalDate: date,
    due: date,
    extendedDue: date,
    timeZone: z.string(),
    jurisdiction: z.enum(jurisdictions),
    /** SHA-256 of the organisation's description under which the case is handled. */
    organisation: hash,
    /** Keyed hash of the request as it was sent. A different request with the same idempotency key is refused. */
    request: hash,
    /** The contact point when the case was opened. */
    contact: contactRefSchema,
    claimed: z.array(identifierRefSchema),
    rules: rulesSchema,
    approveSearch: z.boolean(),
    hold: holdReasonSchema.nullable(),
    /**
     * The case that this one was split from (`split`), or another case that was requested in the same mail or form
     * (`bundle`).
     */
    origin: z.strictObject({ case: z.string(), as: z.enum(['split', 'bundle']) }).nullable(),
  }),
  event('hold-lifted', 1, {}),
  event('execution-started', 1, { n: ordinal }),
  event('split-off', 1, { matter: matterSchema, rights: z.array(rightSchema), case: z.string() }),
  event('absorbed', 1, { case: z.string() }),
  event('redirected', 1, { text: text.nullable() }),
  event('case-closed', 2, {
    ending: endingSchema,
    /** The other case, if this one was joined to it. */
    into: z.string().nullable(),
    /** Last day on which the person can cancel a withdrawal. */
    undoUntil: date.nullable(),
    text: text.nullable(),
  }),
  event('reopened', 1, { text: text.nullable() }),
]);
export type LifecycleEvent = Readonly<z.infer<typeof lifecycleEventSchema>>;
export const isLifecycleEvent = ofTopic(lifecycleEventSchema);

import * as z from 'zod';
import { localisedSchema } from '#domain/language.ts';
import { weightSchema } from '#domain/identifiers/weight.ts';

const outcome = z.enum(['found', 'nothing-held', 'answered', 'withheld', 'failed', 'pending']);
const instant = z.string();

/**
 * What a case waits for: a decision of staff, a code or proof of the person, or the results of systems. Empty if the
 * workflow is running, or if nothing remains to be done.
 */
export type WaitingFor =
  | ''
  | 'staff-decision'
  | 'circumstance-decision'
  | 'subject-code'
  | 'search-approval'
  | 'stronger-proof'
  /**
   * The case has ended, but staff must still decide on a personal data breach, or on the person's objection to keeping
   * the data of the case.
   */
  | 'unsettled'
  | 'identifier-decision'
  | 'system-answers'
  | 'release'
  | 'second-release';

/** The query of `GET /v1/cases`. */
export const queueQuerySchema = z.strictObject({
  list: z.enum(['queue', 'archive']).default('queue').meta({
    description:
      '`queue`: ended cases that still need a decision, then open cases by due date. `archive`: ended cases, those that ended last first',
  }),
  owner: z
    .enum(['me', 'nobody'])
    .optional()
    .meta({ description: 'Only the cases of the member of staff who asks, or only the cases that nobody owns' }),
  reference: z
    .string()
    .min(1)
    .max(100)
    .optional()
    .meta({ description: 'Only the case with this number, whatever list it is in' }),
  cursor: z.string().min(1).max(300).optional().meta({ description: '`next` of the previous page' }),
  limit: z.coerce
    .number()
    .int()
    .min(1)
    .max(100)
    .default(50)
    .meta({ description: 'The maximum number of cases in the page' }),
});

/** A page of the work queue or of the archive: one row for each case. */
export const queueSchema = z
  .strictObject({
    cases: z.array(
      z.strictObject({
        reference: z.string(),
        status: z.string(),
        controller: z.string(),
        /** The name of the controller, or its id if the description no longer has this controller. */
        controllerName: z.string(),
        rights: z.array(z.string()),
        language: z.string(),
        receivedAt: instant,
        /** The controller's time zone (IANA name), in which the console shows times. */
        timeZone: z.string(),
        due: z.string(),
        daysLeft: z.number().int(),
        extended: z.boolean(),
        waitingFor: z.string(),
        failed: z.array(z.string()),
        pending: z.array(z.string()),
        matter: z.string(),
        owner: z.string().nullable(),
        /** The last day to decide on a held request; `null` if the request is not held. */
        decideBy: z.string().nullable(),
        /**
         * The due date plus the days of all suspensions (the time during which a question to the person had no reply);
         * `null` while a suspension is open. The work queue is sorted by `due`, which suspensions do not change.
         */
        suspendedDue: z.string().nullable(),
        proposals: z.number().int(),
        /** How many letters could not be sent. `reconcile` tries again to send them. */
        unsent: z.number().int(),
      }),
    ),
    /**
     * The cursor of the next page; `null` after the last page. Cases that have left the list, and cases that the member
     * of staff may not open, are removed from a page. So a page can be short or even empty, and still have a next page.
     */
    next: z.string().nullable(),
  })
  .meta({ id: 'Queue' });

const localised = z.strictObject({ sv: z.string(), en: z.string() });

/**
 * The part of the view that `casework/staff/law-view.ts` makes, such as the owner, the proofs, the refusals and the
 * legal dates.
 */
const lawOfTheCase = {
  matter: z.string(),
  /** The language that the person prefers (ISO 639 code), even if our letters (`language`) are in another one. */
  wantedLanguage: z.string(),
  origin: z.strictObject({ case: z.string(), as: z.string() }).nullable(),
  registeredAt: instant,
  lastDayForNotice: z.string(),
  /** How many days suspensions have added to the due date; `null` while a suspension is open. */
  suspendedDays: z.number().int().nullable(),
  targets: z.strictObject({ acknowledgeBy: z.string(), askIdentityBy: z.string(), draftBy: z.string() }),
  decideBy: z.string().nullable(),
  owner: z.string().nullable(),
  /** Ids of the staff who are locked out of the case. */
  lockedOut: z.array(z.string()),
  /** The level of the strongest proof of identity; `null` if there is no proof. */
  level: z.string().nullable(),
  proofs: z.array(z.strictObject({ at: instant, method: z.string(), level: z.string(), note: z.string().nullable() })),
  /**
   * The valid code that was sent to the person by post, without its digits; `null` if there is none. The person may
   * read the code out on the telephone or send it back.
   */
  letterCode: z.strictObject({ expiresAt: instant, triesLeft: z.number().int() }).nullable(),
  /**
   * Whether the contact point is not confirmed as the person's. The person must confirm it before they can download an
   * answer, unless `answerBySms`.
   */
  contactUnconfirmed: z.boolean(),
  /**
   * Whether the code for the download is sent by SMS to a proven telephone number, because the contact point is not
   * confirmed.
   */
  answerBySms: z.boolean(),
  /**
   * Whether a change of the contact point waits: for the day on which it takes effect, for the code that the person
   * must enter, or for a decision of staff on a circumstance.
   */
  contactWaits: z.boolean(),
  /** The circumstances of the person, each with a text that tells staff what to do. */
  circumstances: z.array(
    z.strictObject({
      circumstance: z.string(),
      instruction: localised,
      /** Whether staff have not decided on the circumstance yet. The answer waits for this decision. */
      undecided: z.boolean(),
      /** Whether the decision on the circumstance needs the approval of a second member of staff. */
      takesTwo: z.boolean(),
    }),
  ),
  mandate: z.strictObject({ kind: z.string(), accepted: z.boolean(), answerTo: z.string() }).nullable(),
  askings: z.array(
    z.strictObject({
      asking: z.string(),
      about: z.string(),
      why: z.string(),
      askedAt: instant,
      answeredAt: instant.nullable(),
      suspends: z.boolean(),
    }),
  ),
  /**
   * The methods of proof from which staff choose when they ask about identity. Each method is strong enough, and this
   * person can use it.
   */
  identityMethods: z.array(z.strictObject({ method: z.string(), kind: z.string(), title: localised.nullable() })),
  extensions: z.array(z.strictObject({ category: z.string(), due: z.string(), noticeSentAt: instant.nullable() })),
  refusals: z.array(
    z.strictObject({
      /** The number of the refusal within the case, from 1. */
      refusal: z.number().int(),
      scope: z.string(),
      ground: z.string(),
      late: z.boolean(),
      at: instant,
      standing: z.enum(['in-force', 'restated', 'taken-back']),
      /**
       * Whether staff refused a part of the answer without naming the kinds of record (`items` is empty). Utdrag then
       * does not know what to leave out. The answer cannot be released or assembled until staff replace the refusal or
       * take it back.
       */
      inWordsOnly: z.boolean(),
      /** Whether staff can still replace the refusal or take it back. */
      changeable: z.boolean(),
      items: z.array(
        z.strictObject({
          system: z.string(),
          resource: z.string(),
          /** The titles of the system and of the kind of record, in English and Swedish. */
          title: localised,
          /** The same titles in the language of the person, as the letter and the answer have them. */
          what: z.string(),
          ground: z.string(),
          law: z.string().nullable(),
          reason: z.string(),
          until: z.string().nullable(),
        }),
      ),
    }),
  ),
  /**
   * Whether weighty decisions need the approval of a second member of staff: a refusal of the whole request, a fee, the
   * decision that no proof of identity is needed (an override), or a change of where the answer goes.
   */
  decisionsTakeTwo: z.boolean(),
  /**
   * Objections to a change of the contact point. They came by mail from the earlier contact point. The latest is last.
   */
  contactDisputes: z.array(
    z.strictObject({
      at: instant,
      of: z.enum(['new-address', 'post']),
      /**
       * The state of the disputed change: cancelled (`called-back`), not yet in effect (`waits`), or in effect
       * (`in-force`).
       */
      standing: z.enum(['called-back', 'waits', 'in-force']),
      /**
       * When the change takes effect, or took effect. If the change needs a code that nobody has entered, this is when
       * the time for the code ends.
       */
      effectiveAt: instant,
    }),
  ),
  proposals: z.array(
    z.strictObject({
      proposal: z.string(),
      kind: z.string(),
      by: z.string(),
      at: instant,
      state: z.enum(['open', 'approved', 'dropped']),
      /**
       * What the second member of staff must know in order to approve the decision, such as its ground, amount or new
       * contact point, and the reasons that the first member wrote.
       */
      words: z.array(z.string()),
    }),
  ),
  fees: z.array(
    z.strictObject({
      fee: z.string(),
      basis: z.string(),
      amount: z.number().int(),
      currency: z.string(),
      answerBy: z.string(),
      answer: z.string().nullable(),
    }),
  ),
  splits: z.array(z.strictObject({ matter: z.string(), rights: z.array(z.string()), case: z.string() })),
  absorbed: z.array(z.string()),
  /** Other cases with the same contact point. */
  others: z.array(z.strictObject({ reference: z.string(), status: z.string(), receivedAt: instant })),
  ending: z.string().nullable(),
  undoUntil: z.string().nullable(),
  mayReopen: z.boolean(),
  legalHold: z.boolean(),
  retentionObjections: z.array(z.strictObject({ at: instant, text: z.string(), upheld: z.boolean().nullable() })),
  breaches: z.array(
    z.strictObject({ breach: z.string(), awareAt: instant, notifyBy: instant, steps: z.array(z.string()) }),
  ),
  /**
   * The systems in which a scheduled erasure must be stopped, because it could erase the person's data before the
   * answer. If `mode` is `manual`, staff must stop the erasure on the day of receipt.
   */
  freezes: z.array(
    z.strictObject({
      system: z.string(),
      title: localised,
      mode: z.string(),
      instructions: localised.nullable(),
      done: z.boolean(),
    }),
  ),
  /** Letters that staff must print and post. */
  lettersToPost: z.array(
    z.strictObject({ letter: z.string(), code: z.string(), name: z.string(), title: localisedSchema }),
  ),
};

/** The identifiers that a request states. `identifier` is the keyed hash by which a request to show one names it. */
const claimedSchema = z.array(z.strictObject({ identifier: z.string(), kind: z.string(), masked: z.string() }));

/** A case as staff see it. Identifiers are masked. The text of the request is not masked. */
export const caseViewSchema = z
  .strictObject({
    reference: z.string(),
    seq: z.number().int(),
    status: z.string(),
    waitingFor: z.string(),
    hold: z.string().nullable(),
    /** Whether the request is held for a reason that forbids letters to the sender until staff have decided. */
    heldInSilence: z.boolean(),
    controller: z.string(),
    controllerName: z.string(),
    rights: z.array(z.string()),
    language: z.string(),
    channel: z.string(),
    receivedAt: instant,
    /** The controller's time zone (IANA name), in which the console shows times. */
    timeZone: z.string(),
    /** The due date with suspensions; `null` while a suspension is open. */
    due: z.string().nullable(),
    extendedDue: z.string().nullable(),
    /** The due date as if there were no suspensions. `daysLeft` counts the days until this date. */
    unsuspendedDue: z.string(),
    daysLeft: z.number().int(),
    round: z.number().int(),
    secondPerson: z.boolean(),
    contact: z.string(),
    claimed: claimedSchema,
    message: z.string().nullable(),
    /**
     * Attached requests: later requests for the same address and controller, for which no case was opened because
     * nobody has proven identity yet. Usually they end with this case; `othersGoOn` in `attached-rules.ts` has the
     * exceptions.
     */
    attached: z.array(
      z.strictObject({
        reference: z.string(),
        receivedAt: instant,
        claimed: claimedSchema,
        message: z.string().nullable(),
      }),
    ),
    /**
     * What this member of staff can see in full with `POST /v1/cases/{id}/reveal`: hashes of identifiers, `contact`,
     * `name` and `address`. Empty if the member lacks the role, or if the material of the case was erased.
     */
    revealable: z.array(z.string()).readonly(),
    notes: z.array(z.strictObject({ at: instant, by: z.string(), text: z.string() })),
    systems: z.array(
      z.strictObject({
        id: z.string(),
        title: z.strictObject({ sv: z.string(), en: z.string() }),
        mode: z.enum(['automatic', 'manual']),
        instructions: z.strictObject({ sv: z.string(), en: z.string() }).nullable(),
        outcome,
        reason: z.string().nullable(),
        records: z.number().int(),
        files: z.number().int(),
        /** The number of records that no proven identifier ties to the person. The answer does not contain them. */
        possible: z.number().int(),
        /**
         * The number of records that an identifier ties to the person, and that another identifier or another record
         * contradicts. The answer does not contain them.
         */
        disputed: z.number().int(),
        startedAt: instant.nullable(),
        endedAt: instant.nullable(),
        deliveredIn: z.number().int().nullable(),
        /**
         * Whether the results wait for a stronger proof of identity. Before this proof, the person learns nothing of
         * the results.
         */
        blocked: z.boolean(),
        givenUp: z.boolean(),
        /**
         * Whether the system holds data whose existence the law forbids to disclose. The value is `true` only for the
         * handlers of the system and the data protection officer.
         */
        undisclosable: z.boolean(),
      }),
    ),
    learned: z.array(
      z.strictObject({
        identifier: z.string(),
        kind: z.string(),
        masked: z.string(),
        system: z.string(),
        /**
         * What the identifier says about the person of the record. `own` names one person, `contact` reaches somebody
         * and perhaps others too, and `stated` was typed into a form that nobody checked.
         */
        weight: weightSchema,
        /** Whether all records with this identifier seem to belong to somebody else. */
        disputed: z.boolean(),
        /**
         * Whether the identifier is a personnummer although the case already has another one (proven, accepted or
         * undecided). A person has only one.
         */
        secondPersonnummer: z.boolean(),
        /**
         * The rule that refuses to accept the identifier; `null` if staff may accept it. Staff can still reject the
         * identifier.
         */
        acceptRefusedBy: z.string().nullable(),
        decision: z.enum(['open', 'accepted', 'rejected']),
      }),
    ),
    /**
     * The kinds of record that staff can still refuse to disclose: such records were found, and no answer has delivered
     * or withheld them yet.
     */
    held: z.array(
      z.strictObject({
        system: z.string(),
        title: localised,
        resources: z.array(
          z.strictObject({
            resource: z.string(),
            title: localised,
            /**
             * The number of records. `null` if the search was made by an earlier version of Utdrag, which did not count
             * records by kind.
             */
            records: z.number().int().nullable(),
            files: z.number().int().nullable(),
          }),
        ),
      }),
    ),
    approvals: z.array(z.string()),
    answers: z.array(
      z.strictObject({
        round: z.number().int(),
        deliveredAt: instant,
        availableUntil: instant,
        /** 0: not told, because only the handlers of a system may know whether the answer has data of it. */
        bytes: z.number().int(),
        entries: z.number().int(),
        sha256: z.string(),
        /** Whether staff took the answer back, because it went to the wrong person. Nobody can download it any more. */
        takenBack: z.boolean(),
      }),
    ),
    timeline: z.array(
      z.strictObject({
        at: instant,
        type: z.string(),
        by: z.string(),
        /** The code of the letter that the event is about, if there is one. */
        letter: z.string().optional(),
        /** The name of the letter, and its title for staff. */
        letterName: z.string().optional(),
        letterTitle: localisedSchema.optional(),
        /**
         * If the event is about a member of staff, such as a lock-out: the id of this member, and the reason if there
         * is one.
         */
        staff: z.string().optional(),
        reason: z.string().optional(),
      }),
    ),
    /**
     * The letters of the case. `failedAt` is when the last attempt to send a letter failed. `failedAt` is removed when
     * the letter is sent.
     */
    letters: z.array(
      z.strictObject({
        code: z.string(),
        name: z.string(),
        title: localisedSchema,
        sentAt: instant.nullable(),
        failedAt: instant.nullable(),
      }),
    ),
    grants: z.array(z.strictObject({ issuedAt: instant, usedAt: instant.optional() })),
    /** Every command, and whether this member of staff may give it now. */
    commands: z.array(
      z.strictObject({
        type: z.string(),
        /** Whether the command would have an effect, and the roles of this member allow it. */
        allowed: z.boolean(),
        /**
         * The targets for which the command may be given, such as refusals or identifiers. Empty if the command
         * concerns the whole case.
         */
        targets: z.array(z.string()),
        /** The targets for which the command may not be given, each with the rule that refuses it. */
        refused: z.array(
          z.strictObject({ target: z.string(), rule: z.string(), values: z.record(z.string(), z.string()).optional() }),
        ),
        /**
         * The rule that refuses the command. The value is `forbidden` if the member lacks the role, and `nothing-to-do`
         * if the case has no target or the command would change nothing.
         */
        rule: z.string().optional(),
        /**
         * If the command is allowed: values of the case for the fields of its form. If it is refused: the dates and
         * codes for the text of the rule.
         */
        values: z.record(z.string(), z.unknown()).optional(),
      }),
    ),
    ...lawOfTheCase,
  })
  .meta({ id: 'Case' });
export type CaseView = Readonly<z.infer<typeof caseViewSchema>>;

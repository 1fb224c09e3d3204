import * as z from 'zod';
import { localisedSchema } from '#domain/language.ts';
import { weightSchema } from '#domain/identifiers/weight.ts';

const outcome = z.enum(['found', 'nothing-held', 'withheld', 'failed', 'pending']);
const instant = z.string();

/** Whom or what a case waits for; empty if the next step is automatic or nothing remains to be done. */
export type WaitingFor =
  | ''
  | 'staff-decision'
  | 'circumstance-decision'
  | 'subject-code'
  | 'search-approval'
  | 'stronger-proof'
  /** Only for an ended case: a breach, or an objection to our keeping the case, is undecided. */
  | 'unsettled'
  | 'identifier-decision'
  | 'system-answers'
  | 'release'
  | 'second-release';

/** The work queue, with a row for each case. */
export const queueSchema = z
  .strictObject({
    cases: z.array(
      z.strictObject({
        reference: z.string(),
        status: z.string(),
        controller: z.string(),
        /** The controller's name as people see it. */
        controllerName: z.string(),
        rights: z.array(z.string()),
        language: z.string(),
        receivedAt: instant,
        /** The controller's time zone (IANA name). Times are shown in this time zone. */
        timeZone: z.string(),
        due: z.string(),
        daysLeft: z.number().int(),
        extended: z.boolean(),
        waitingFor: z.string(),
        failed: z.array(z.string()),
        pending: z.array(z.string()),
        matter: z.string(),
        owner: z.string().nullable(),
        /** Last day to decide on a held request; `null` if the request is not held. */
        decideBy: z.string().nullable(),
        /**
         * The due date with suspensions; `null` while a suspension is open. The queue is sorted by `due`, the date
         * without suspensions.
         */
        suspendedDue: z.string().nullable(),
        proposals: z.number().int(),
        /** How many letters could not be sent. They are tried again. */
        unsent: z.number().int(),
      }),
    ),
    /** How many cases are open. `cases` may list fewer cases: the first by date. */
    open: z.number().int(),
    /** Whether there are more cases than `cases` has. */
    more: z.boolean(),
  })
  .meta({ id: 'Queue' });

const localised = z.strictObject({ sv: z.string(), en: z.string() });

/** The legal side of the case: who is responsible, until when, on what ground, and how long the case is kept. */
const lawOfTheCase = {
  matter: z.string(),
  /** The language that the person prefers (ISO 639). `language` is the language in which we write. */
  wantedLanguage: z.string(),
  origin: z.strictObject({ case: z.string(), as: z.string() }).nullable(),
  registeredAt: instant,
  lastDayForNotice: z.string(),
  /** How many days the periods were suspended; `null` while a suspension is open. */
  suspendedDays: z.number().int().nullable(),
  targets: z.strictObject({ acknowledgeBy: z.string(), askIdentityBy: z.string(), draftBy: z.string() }),
  decideBy: z.string().nullable(),
  owner: z.string().nullable(),
  /** Staff whom a colleague has locked out. */
  lockedOut: z.array(z.string()),
  /** How strongly the identity is proven; `null` if the identity is not proven. */
  level: z.string().nullable(),
  proofs: z.array(z.strictObject({ at: instant, method: z.string(), level: z.string(), note: z.string().nullable() })),
  /**
   * A code that was sent by post, and that the person may read out or send back. The digits are not shown; `null` if no
   * code is open.
   */
  letterCode: z.strictObject({ expiresAt: instant, triesLeft: z.number().int() }).nullable(),
  /** Whether the contact point must be confirmed before an answer can be fetched. */
  contactUnconfirmed: z.boolean(),
  /** Whether the contact point is unconfirmed and the code for the answer goes to a proven telephone number instead. */
  answerBySms: z.boolean(),
  /**
   * Whether a change of the contact point has not taken effect: it waits for its day, its code, or a decision on a
   * circumstance.
   */
  contactWaits: z.boolean(),
  /** What staff must take into account for this person, in words. */
  circumstances: z.array(
    z.strictObject({
      circumstance: z.string(),
      instruction: localised,
      /** The circumstance protects somebody, and nobody has decided on it. The answer waits for the decision. */
      undecided: z.boolean(),
      /** The decision on the circumstance is a proposal that a second member of staff must approve. */
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
  /** The methods of proof that a question may name. Each suffices, and this person can use each. */
  identityMethods: z.array(z.strictObject({ method: z.string(), kind: z.string(), title: localised.nullable() })),
  extensions: z.array(z.strictObject({ category: z.string(), due: z.string(), noticeSentAt: instant.nullable() })),
  refusals: z.array(
    z.strictObject({
      /** The number of the refusal in the case, from 1. */
      refusal: z.number().int(),
      scope: z.string(),
      ground: z.string(),
      late: z.boolean(),
      at: instant,
      standing: z.enum(['in-force', 'restated', 'taken-back']),
      /**
       * The refusal of a part does not name kinds of record. The answer cannot be released or assembled before staff
       * replace the refusal or take it back.
       */
      inWordsOnly: z.boolean(),
      /** Whether the refusal can still be replaced or taken back. */
      changeable: z.boolean(),
      items: z.array(
        z.strictObject({
          system: z.string(),
          resource: z.string(),
          /** The titles of the system and of the kind of record, in the languages of staff. */
          title: localised,
          /** The same titles as the letter and the answer use them, in the person's language. */
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
   * Whether some decisions are proposals that a second member of staff must approve: whole refusals, fees, overrides of
   * a proof, and where the answer goes.
   */
  decisionsTakeTwo: z.boolean(),
  /** Objections from an earlier contact point to a change. The latest objection is last. */
  contactDisputes: z.array(
    z.strictObject({
      at: instant,
      of: z.enum(['new-address', 'post']),
      /** The state of the disputed change. */
      standing: z.enum(['called-back', 'waits', 'in-force']),
      /** When the disputed change takes effect, or took effect. */
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
      /** The reasons as written, for the person who must approve. */
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
   * The systems whose scheduled erasure must stop until the answer. If staff must stop the erasure themselves, the stop
   * is a task on the day of receipt.
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
  /** Letters to print and post. */
  lettersToPost: z.array(
    z.strictObject({ letter: z.string(), code: z.string(), name: z.string(), title: localisedSchema }),
  ),
};

/** A case as staff see it. Identifiers are masked, but the person's own text is shown unchanged. */
export const caseViewSchema = z
  .strictObject({
    reference: z.string(),
    seq: z.number().int(),
    status: z.string(),
    waitingFor: z.string(),
    hold: z.string().nullable(),
    /** The request is held, and no letter goes to the sender before staff have decided on the hold. */
    heldInSilence: z.boolean(),
    controller: z.string(),
    controllerName: z.string(),
    rights: z.array(z.string()),
    language: z.string(),
    channel: z.string(),
    receivedAt: instant,
    /** The controller's time zone (IANA name). Times are shown in this time zone. */
    timeZone: z.string(),
    /** The due date with suspensions; `null` while a suspension is open. */
    due: z.string().nullable(),
    extendedDue: z.string().nullable(),
    /** The due date without suspensions. Work is planned by this date, and `daysLeft` counts the days to it. */
    unsuspendedDue: z.string(),
    daysLeft: z.number().int(),
    round: z.number().int(),
    secondPerson: z.boolean(),
    contact: z.string(),
    claimed: z.array(z.strictObject({ kind: z.string(), masked: z.string() })),
    message: z.string().nullable(),
    /**
     * Later requests for the same address, rights and controller. Nobody has proven these requests, and they end with
     * this case.
     */
    attached: z.array(
      z.strictObject({
        reference: z.string(),
        receivedAt: instant,
        claimed: z.array(z.strictObject({ kind: z.string(), masked: z.string() })),
        message: z.string().nullable(),
      }),
    ),
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
        /** How many records no proven identifier ties to the person. The answer does not contain them. */
        possible: z.number().int(),
        /**
         * How many records one identifier ties to the person and another identifier contradicts. The answer does not
         * contain them.
         */
        disputed: z.number().int(),
        startedAt: instant.nullable(),
        endedAt: instant.nullable(),
        deliveredIn: z.number().int().nullable(),
        /** The results wait for a stronger proof of identity, and are not disclosed before it. */
        blocked: z.boolean(),
        givenUp: z.boolean(),
        /**
         * Data exist whose existence the law forbids to disclose. Only the handlers of the system and the data
         * protection officer see this.
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
         * How strongly the record ties the identifier to the person: `own`, `contact`, or `stated` in a form that
         * nobody checked.
         */
        weight: weightSchema,
        /** Whether all records with the identifier seem to belong to somebody else. */
        disputed: z.boolean(),
        /**
         * Whether the identifier is a second personnummer beside one that is proven, accepted or undecided. Nobody has
         * two.
         */
        secondPersonnummer: z.boolean(),
        /**
         * The rule that prevents accepting the identifier; `null` if it can be accepted. Every identifier can be
         * rejected.
         */
        acceptRefusedBy: z.string().nullable(),
        decision: z.enum(['open', 'accepted', 'rejected']),
      }),
    ),
    /** The kinds of record that can be refused: records of the kind were found and not answered yet. */
    held: z.array(
      z.strictObject({
        system: z.string(),
        title: localised,
        resources: z.array(
          z.strictObject({
            resource: z.string(),
            title: localised,
            /**
             * The number of records; `null` if an earlier version searched, because it did not count records by kind.
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
        bytes: z.number().int(),
        entries: z.number().int(),
        sha256: z.string(),
        /** The answer went to the wrong person, and nobody can fetch it any more. */
        takenBack: z.boolean(),
      }),
    ),
    timeline: z.array(
      z.strictObject({
        at: instant,
        type: z.string(),
        by: z.string(),
        /** Code of the letter that the event is about, if there is one. */
        letter: z.string().optional(),
        /** The name of the letter, and its title for staff. */
        letterName: z.string().optional(),
        letterTitle: localisedSchema.optional(),
        /** Id of the member of staff whom the event is about, and the reason, if the event has them. */
        staff: z.string().optional(),
        reason: z.string().optional(),
      }),
    ),
    /**
     * The letters of the case. `failedAt` is when the latest attempt to send a letter failed, until the letter is sent.
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
    /** For every command: whether this member of staff may give it now. */
    commands: z.array(
      z.strictObject({
        type: z.string(),
        /** The command would have an effect, and the member's roles allow it. */
        allowed: z.boolean(),
        /** The candidates about which the command may be given; empty if the command is about the case as a whole. */
        targets: z.array(z.string()),
        /** The candidates about which the command may not be given, each with its rule. */
        refused: z.array(
          z.strictObject({ target: z.string(), rule: z.string(), values: z.record(z.string(), z.string()).optional() }),
        ),
        /**
         * Why the command is not allowed: its rule, `forbidden` if the role is missing, or `nothing-to-do` if the case
         * has no candidate.
         */
        rule: z.string().optional(),
        /**
         * If the command is allowed, values from the case for its fields. Otherwise the dates and codes that the rule's
         * words contain.
         */
        values: z.record(z.string(), z.unknown()).optional(),
      }),
    ),
    ...lawOfTheCase,
  })
  .meta({ id: 'Case' });
export type CaseView = Readonly<z.infer<typeof caseViewSchema>>;

import * as z from 'zod';
import { localisedSchema } from '#domain/language.ts';
import { weightSchema } from '#domain/identifiers/weight.ts';

const outcome = z.enum(['found', 'nothing-held', 'withheld', 'failed', 'pending']);
const instant = z.string();

/** Whom or what a case waits for; empty when the machine is at work or nothing is left to do. */
export type WaitingFor =
  | ''
  | 'staff-decision'
  | 'circumstance-decision'
  | 'subject-code'
  | 'search-approval'
  | 'stronger-proof'
  /** For an ended case: a breach or an objection to its record is undecided. */
  | 'unsettled'
  | 'identifier-decision'
  | 'system-answers'
  | 'release'
  | 'second-release';

/** A line of the work queue. */
export const queueSchema = z
  .strictObject({
    cases: z.array(
      z.strictObject({
        reference: z.string(),
        status: z.string(),
        controller: z.string(),
        /** The number that people see. */
        controllerName: z.string(),
        rights: z.array(z.string()),
        language: z.string(),
        receivedAt: instant,
        /** The controller's time zone (IANA name): times are shown in it. */
        timeZone: z.string(),
        due: z.string(),
        daysLeft: z.number().int(),
        extended: z.boolean(),
        waitingFor: z.string(),
        failed: z.array(z.string()),
        pending: z.array(z.string()),
        matter: z.string(),
        owner: z.string().nullable(),
        /** Last day to decide on a held request; `null` if it is not held. */
        decideBy: z.string().nullable(),
        /** The date with suspensions; `null` while one is open. The queue is sorted by `due`, without them. */
        suspendedDue: z.string().nullable(),
        proposals: z.number().int(),
        /** Letters that could not be sent; they are sent again. */
        unsent: z.number().int(),
      }),
    ),
    /** How many cases are open. If there are more than `cases` lists, those are the first by date. */
    open: z.number().int(),
    /** Whether there are more cases than `cases` lists. */
    more: z.boolean(),
  })
  .meta({ id: 'Queue' });

const localised = z.strictObject({ sv: z.string(), en: z.string() });

/** The legal side of the case: who, until when, on what ground, and how long it is kept. */
const lawOfTheCase = {
  matter: z.string(),
  /** ISO 639; `language` is the language that we write. */
  wantedLanguage: z.string(),
  origin: z.strictObject({ case: z.string(), as: z.string() }).nullable(),
  registeredAt: instant,
  lastDayForNotice: z.string(),
  /** `null` while a suspension is open. */
  suspendedDays: z.number().int().nullable(),
  targets: z.strictObject({ acknowledgeBy: z.string(), askIdentityBy: z.string(), draftBy: z.string() }),
  decideBy: z.string().nullable(),
  owner: z.string().nullable(),
  /** Staff whom a colleague has locked out. */
  lockedOut: z.array(z.string()),
  /** How strongly the identity is proven; `null` if it is not. */
  level: z.string().nullable(),
  proofs: z.array(z.strictObject({ at: instant, method: z.string(), level: z.string(), note: z.string().nullable() })),
  /** A code by letter that the person may read out or send back, without its digits; `null` if none is open. */
  letterCode: z.strictObject({ expiresAt: instant, triesLeft: z.number().int() }).nullable(),
  /** No answer can be fetched until the contact point is confirmed. */
  contactUnconfirmed: z.boolean(),
  /** The contact point is unconfirmed, and the code for the answer goes to a proven number instead. */
  answerBySms: z.boolean(),
  /** A change of the contact point waits: for its days, its code, or a decision on a circumstance. */
  contactWaits: z.boolean(),
  /** What staff must take into account for this person, in words. */
  circumstances: z.array(
    z.strictObject({
      circumstance: z.string(),
      instruction: localised,
      /** It protects somebody and nobody has decided on it: the answer waits for the decision. */
      undecided: z.boolean(),
      /** The decision on it is a proposal that a second member of staff must approve. */
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
  /** The methods of proving identity that a question may name: they suffice, and this person can use them. */
  identityMethods: z.array(z.strictObject({ method: z.string(), kind: z.string(), title: localised.nullable() })),
  extensions: z.array(z.strictObject({ category: z.string(), due: z.string(), noticeSentAt: instant.nullable() })),
  refusals: z.array(
    z.strictObject({
      /** Its number in the case, from 1. */
      refusal: z.number().int(),
      scope: z.string(),
      ground: z.string(),
      late: z.boolean(),
      at: instant,
      standing: z.enum(['in-force', 'restated', 'taken-back']),
      /**
       * A part is refused in words only: the answer cannot be released or assembled before it is restated or taken
       * back.
       */
      inWordsOnly: z.boolean(),
      /** Whether it can still be restated or taken back. */
      changeable: z.boolean(),
      items: z.array(
        z.strictObject({
          system: z.string(),
          resource: z.string(),
          /** The titles of the system and of the kind of record, for staff. */
          title: localised,
          /** The titles that the letter and the answer use, in the person's language. */
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
   * Whether these are proposals that a second member of staff must approve: whole refusals, fees, overrides of a proof,
   * and where the answer goes.
   */
  decisionsTakeTwo: z.boolean(),
  /** Objections from the earlier contact point: "that was not me". The latest is last. */
  contactDisputes: z.array(
    z.strictObject({
      at: instant,
      of: z.enum(['new-address', 'post']),
      /** The state of the change that they concern. */
      standing: z.enum(['called-back', 'waits', 'in-force']),
      /** When it takes effect, or did. */
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
  /** Scheduled erasure that is suspended until the answer: tasks on the day of receipt, if it is not automatic. */
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

/** A case as staff see it. Identifiers are masked; the person's own text is shown unchanged. */
export const caseViewSchema = z
  .strictObject({
    reference: z.string(),
    seq: z.number().int(),
    status: z.string(),
    waitingFor: z.string(),
    hold: z.string().nullable(),
    /** Held, and no letter goes to the sender before staff have decided on the hold. */
    heldInSilence: z.boolean(),
    controller: z.string(),
    controllerName: z.string(),
    rights: z.array(z.string()),
    language: z.string(),
    channel: z.string(),
    receivedAt: instant,
    /** The controller's time zone (IANA name): times are shown in it. */
    timeZone: z.string(),
    /** With suspensions; `null` while one is open. */
    due: z.string().nullable(),
    extendedDue: z.string().nullable(),
    /** The date that work follows and that `daysLeft` counts to. */
    unsuspendedDue: z.string(),
    daysLeft: z.number().int(),
    round: z.number().int(),
    secondPerson: z.boolean(),
    contact: z.string(),
    claimed: z.array(z.strictObject({ kind: z.string(), masked: z.string() })),
    message: z.string().nullable(),
    /**
     * Later requests for the same address, rights and controller, which nobody has proven and which end with this case.
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
        /** Records that no proven identifier ties to the person: the answer does not contain them. */
        possible: z.number().int(),
        /** Records that one identifier ties to the person and another contradicts: the answer does not contain them. */
        disputed: z.number().int(),
        startedAt: instant.nullable(),
        endedAt: instant.nullable(),
        deliveredIn: z.number().int().nullable(),
        /** Found, but not disclosed before the identity is proven more strongly. */
        blocked: z.boolean(),
        givenUp: z.boolean(),
        /**
         * Data exist that the law forbids to disclose; only their handlers and the data protection officer see this.
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
         * How strongly its record ties it to the person: `own`, `contact`, or `stated` in a form that nobody checked.
         */
        weight: weightSchema,
        /** Whether all records with it seem to be somebody else's. */
        disputed: z.boolean(),
        /** Whether it is a personnummer beside another that is proven, accepted or undecided: nobody has two. */
        secondPersonnummer: z.boolean(),
        /** The rule that prevents accepting it; `null`: it can be accepted. It can always be rejected. */
        acceptRefusedBy: z.string().nullable(),
        decision: z.enum(['open', 'accepted', 'rejected']),
      }),
    ),
    /** The kinds of record that can be refused: those that were found and are not answered yet. */
    held: z.array(
      z.strictObject({
        system: z.string(),
        title: localised,
        resources: z.array(
          z.strictObject({
            resource: z.string(),
            title: localised,
            /** `null` if an earlier version searched, which did not count records. */
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
        /** It went to the wrong person: nobody can fetch it any more. */
        takenBack: z.boolean(),
      }),
    ),
    timeline: z.array(
      z.strictObject({
        at: instant,
        type: z.string(),
        by: z.string(),
        /** Code of the letter that it concerns, if any. */
        letter: z.string().optional(),
        /** Its name, and its title for staff. */
        letterName: z.string().optional(),
        letterTitle: localisedSchema.optional(),
        /** Id of the member of staff whom it concerns and the reason, where they are given. */
        staff: z.string().optional(),
        reason: z.string().optional(),
      }),
    ),
    /** `failedAt`: when the latest attempt to send it failed, until it is sent. */
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
    /** For every command, whether this member of staff may give it now. */
    commands: z.array(
      z.strictObject({
        type: z.string(),
        /** The command would have an effect, and the member's roles allow it. */
        allowed: z.boolean(),
        /** The candidates of the case for which it may be given; empty if it is about the case as a whole. */
        targets: z.array(z.string()),
        /** The candidates for which it may not be given, each with the rule. */
        refused: z.array(
          z.strictObject({ target: z.string(), rule: z.string(), values: z.record(z.string(), z.string()).optional() }),
        ),
        /**
         * If it is not allowed: the rule, `forbidden` if the role is missing, or `nothing-to-do` if the case has no
         * candidate for it.
         */
        rule: z.string().optional(),
        /** If it is allowed, values from the case for its fields; else the dates and codes in the words of the rule. */
        values: z.record(z.string(), z.unknown()).optional(),
      }),
    ),
    ...lawOfTheCase,
  })
  .meta({ id: 'Case' });
export type CaseView = Readonly<z.infer<typeof caseViewSchema>>;

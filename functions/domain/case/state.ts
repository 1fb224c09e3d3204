import type { Weight } from '../identifiers/weight.ts';
import type { ReviewLine } from '../review/line.ts';
import type { ReviewGroup } from '../review/entry.ts';
import type { TwoPersonDecision } from './decisions/events.ts';
import type { EventOf } from './events.ts';
import type { Letter } from './letters/letters.ts';
import type { AdoptionWave } from './search/waves.ts';
import type {
  Actor,
  Circumstance,
  ContactRef,
  Ending,
  IdentifierRef,
  Level,
  Purpose,
  SystemResult,
} from './vocabulary.ts';

/** The fields of every case from its first commit on. */
export interface Common {
  readonly caseId: string;
  /** Number of the last commit. */
  readonly seq: number;
  /** Time of the latest event, ISO 8601: no later event is dated before it. */
  readonly latestAt: string;
  /** Ids of all commands so far. A second command with the same id has no effect. */
  readonly seen: ReadonlySet<string>;
  /** The event that opened the case. If staff have corrected the date of receipt, it has the corrected date. */
  readonly facts: EventOf<'case-opened'>;
  /**
   * The last day for the answer, without suspensions: one month after receipt, or three months if the notice of an
   * extension was sent in time (Art. 12(3)). The work queue is sorted by this date (practice 12 in `domain/README.md`).
   * `caseDates` in `clock/clock-of.ts` computes all dates.
   */
  readonly due: string;
  readonly extended: boolean;
  /** Whether a member of staff has accepted a held request. */
  readonly holdLifted: boolean;
  readonly executions: number;
  /**
   * How many executions of the workflow had been started when the case was last reopened. These executions have ended,
   * and a later execution handles the case.
   */
  readonly executionsEnded: number;
  readonly challenges: readonly Challenge[];
  /**
   * Whether somebody with the requester's key (the access token in the response to the request) has entered a right
   * code or signed in.
   */
  readonly openerShown: boolean;
  readonly proofs: readonly EventOf<'identity-proven'>[];
  readonly askings: readonly Asking[];
  /** The letters that were sent, or that an event says will be sent; by key (`keyOf`). */
  readonly letters: ReadonlyMap<string, SentLetter>;
  /** Letters that permanently failed to arrive. */
  readonly returned: readonly EventOf<'letter-returned'>[];
  readonly extensions: readonly EventOf<'extended'>[];
  readonly refusals: readonly RequestRefusal[];
  /** What staff decided on the records of the answers, oldest first. */
  readonly review: readonly DecidedGroup[];
  readonly statusOwed: readonly string[];
  readonly warned: readonly number[];
  readonly alerts: readonly EventOf<'alerted'>[];
  readonly deliveries: readonly Delivery[];
  /** When each round was last released (ISO 8601). The answer of the round leaves out what was refused at that time. */
  readonly releases: ReadonlyMap<number, string>;
  /** What the answer of a round leaves out, as it was released; no entry if it leaves nothing out. */
  readonly leftOut: ReadonlyMap<number, readonly ReviewLine[]>;
  /** Every package that was begun, oldest first. */
  readonly packages: readonly AnswerPackage[];
  readonly grants: readonly Grant[];
  readonly proposals: readonly Proposal[];
  readonly fees: readonly Fee[];
  readonly circumstances: ReadonlySet<Circumstance>;
  /** Circumstances that protect somebody and that staff have not decided on. The answer waits for the decision. */
  readonly undecided: ReadonlySet<Circumstance>;
  /**
   * When undecided circumstances stopped the waiting days, oldest first; see `circumstances/standing-time.ts`. Waiting
   * days are the days until a change of the contact point takes effect, and the days for which an answer can be
   * fetched.
   */
  readonly standstills: readonly Standstill[];
  /**
   * All circumstances that were ever marked, even if the mark was removed. `approvalsNeeded` counts them all when it
   * decides how many people must release the answer.
   */
  readonly everMarked: ReadonlySet<Circumstance>;
  readonly mandate: EventOf<'mandate-recorded'> | null;
  readonly contactChanges: readonly ContactChange[];
  /** Hashes of contact points that were confirmed after the first proof; see `confirmed-contact.ts`. */
  readonly confirmedContacts: ReadonlySet<string>;
  /** Hashes of contact points that somebody has called unsafe, and that staff have not confirmed since. */
  readonly unsafeContacts: ReadonlySet<string>;
  /** Every change of the contact point to a postal address by `moved-to-post`, oldest first. */
  readonly moves: readonly EventOf<'moved-to-post'>[];
  /** The latest of these changes, whether it is in effect or waits; `null` if there is none or it was called back. */
  readonly post: EventOf<'moved-to-post'> | null;
  /** How many of these changes took effect before the latest one. */
  readonly earlierPosts: number;
  readonly owner: string | null;
  readonly lockedOut: ReadonlySet<string>;
  /** Members of staff who were locked out of the case and let in again; one entry for each time. */
  readonly letIn: readonly string[];
  readonly redirects: readonly EventOf<'redirected'>[];
  readonly splits: readonly EventOf<'split-off'>[];
  readonly absorbed: readonly string[];
  /**
   * Stops of processing (of marketing, or after a withdrawal of consent) that the log noted before staff entered them
   * in the company's systems. A stop stays in this list after staff have entered it.
   */
  readonly recordedStops: readonly EventOf<'stop-recorded'>[];
  readonly carriedOut: readonly CarriedOut[];
  readonly closings: readonly EventOf<'case-closed'>[];
  readonly reopenings: number;
  readonly sealed: readonly EventOf<'result-sealed'>[];
  /** Systems in which scheduled erasure is suspended until the answer (practice 11). */
  readonly frozen: ReadonlySet<string>;
  readonly legalHold: boolean;
  readonly retentionObjections: readonly RetentionObjection[];
  readonly breaches: readonly Breach[];
  readonly purged: boolean;
}

/** Decisions of the review. `withdrew`: the learned identifiers that they withdrew, as they were before. */
export interface DecidedGroup extends ReviewGroup {
  readonly withdrew: readonly LearnedIdentifier[];
}

/** From when until when (ISO 8601) the waiting days were stopped. `until` is `null` while they are still stopped. */
export interface Standstill {
  readonly from: string;
  readonly until: string | null;
}

/** A one-time code that was asked for. The code itself is not stored, because it can be derived from a key. */
export interface Challenge {
  readonly id: string;
  readonly purpose: Purpose;
  readonly via: 'email' | 'post' | 'sms';
  readonly to: ContactRef;
  /** Whether the code was sent to the address from the population register. */
  readonly registered: boolean;
  readonly issuedAt: string;
  /**
   * Who asked for the code. `opener` is somebody with the requester's key who may be a stranger (`mayBeStranger`); `us`
   * is staff or a function. Each has its own limit of codes.
   */
  readonly askedBy: 'person' | 'opener' | 'us';
  readonly expiresAt: string;
  readonly tries: number;
  readonly used: boolean;
}

/** A change of the contact point. While it waits for a code, `effectiveAt` is `never` (`contact-history.ts`). */
export interface ContactChange extends EventOf<'contact-changed'> {
  /** When the days of waiting end, ISO 8601. */
  readonly waitsUntil: string;
  /** Whether the code that was mailed to the new contact point must still be entered. */
  readonly awaitsCode: boolean;
}

/** A question to the person. */
export interface Asking {
  readonly id: string;
  readonly about: 'identity' | 'clarification';
  readonly why: EventOf<'asked'>['why'];
  readonly text: string;
  readonly askedAt: string;
  readonly answeredAt: string | null;
  readonly suspends: boolean;
}

/** A letter that was sent, or that an event says will be sent. */
export interface SentLetter {
  readonly letter: Letter;
  readonly attempt: number;
  readonly intendedAt: string;
  readonly sentAt: string | null;
  /** When the latest attempt failed; `null` if no attempt has failed, or if the letter was sent. */
  readonly failedAt: string | null;
}

export interface Delivery {
  readonly round: number;
  readonly at: string;
  /** For how many days the answer can be fetched; see `availableUntil`. */
  readonly days: number;
  /** Whether the answer was taken back, because it went to the wrong person. */
  readonly revoked: boolean;
  /** The number of the package within its round. */
  readonly attempt: number;
  /** Whether there was an earlier answer that had not been taken back. Only then can this answer be a supplement. */
  readonly supplements: boolean;
  readonly brought: readonly Brought[];
  /**
   * The systems of which the answer says that they hold nothing, because the review left out all their records without
   * telling the person; absent if there are none.
   */
  readonly silent?: readonly string[];
}

/** How many records of one kind an answer contained from one wave of one system. */
export interface Brought {
  readonly system: string;
  readonly wave: number;
  /** `null`: all kinds together, because the records were not counted by kind. */
  readonly resource: string | null;
  readonly records: number;
}

/**
 * A right that staff have carried out, such as a stop of marketing. `toldBefore`: an earlier letter had told the person
 * that the stop was noted, but not yet entered in the systems.
 */
export interface CarriedOut extends EventOf<'right-carried-out'> {
  readonly toldBefore: boolean;
}

/** A refusal. One that a later refusal replaced (`restated`), or that was taken back, has no effect any more. */
export interface RequestRefusal extends EventOf<'refused'> {
  readonly standing: 'in-force' | 'restated' | 'taken-back';
}

/** A package of a round. Another package is made if a decision changes its content before the answer is sent. */
export interface AnswerPackage {
  readonly round: number;
  /** The number of the package within its round, from 1. */
  readonly attempt: number;
  /** Whether the package was erased from the bucket. */
  readonly erased: boolean;
}

export interface Grant {
  readonly id: string;
  readonly round: number;
  readonly issuedAt: string;
  readonly expiresAt: string;
}

/**
 * A decision that a second person must agree to, or that took effect at once because the policy requires no second
 * person.
 */
export interface Proposal {
  readonly id: string;
  readonly by: Actor;
  readonly at: string;
  readonly decision: TwoPersonDecision;
  readonly state: 'open' | 'approved' | 'dropped';
}

export interface Fee {
  readonly id: string;
  readonly decision: Extract<TwoPersonDecision, { readonly kind: 'charge-fee' }>;
  readonly answerBy: string;
  readonly answer: EventOf<'fee-answered'>['answer'] | null;
}

export interface RetentionObjection {
  readonly at: string;
  readonly text: string;
  readonly decision: EventOf<'retention-objection-decided'> | null;
}

/** A personal data breach in this case (Art. 33), with its own 72 hours. */
export interface Breach {
  readonly id: string;
  readonly awareAt: string;
  /** 72 hours from awareness, weekends included. */
  readonly notifyBy: string;
  readonly round: number | null;
  readonly text: string;
  readonly steps: readonly EventOf<'breach-updated'>[];
}

/** The fields that a case has from the proof of identity on. */
export interface Identified {
  /** The first proof. `level` is the level of the strongest proof that belongs to the same person (`provenLevel`). */
  readonly identity: EventOf<'identity-proven'>;
  readonly level: Level;
}

export interface Planned extends Identified {
  readonly plan: readonly PlannedSystem[];
}

export interface PlannedSystem {
  readonly id: string;
  readonly mode: 'automatic' | 'manual';
  /** The level of proof that is needed before any data of the system are disclosed. */
  readonly level: Level;
  /** Whether the system holds special categories of data (Art. 9). */
  readonly special: boolean;
}

/** How many records of one kind a system holds. */
export interface HeldResource {
  readonly resource: string;
  readonly records: number;
  readonly files: number;
}

/** The result of one search of one system. */
export interface SystemReply {
  readonly wave: number;
  readonly round: number;
  readonly at: string;
  readonly result: SystemResult;
  readonly records: number;
  readonly files: number;
  readonly possible: number;
  readonly disputed: number;
  /** `null`: the records were not counted by kind. */
  readonly resources: readonly HeldResource[] | null;
  readonly reason?: string;
  readonly ground?: string;
  /** The number of the page of findings (wave 0) with the records that staff entered. */
  readonly page?: number;
}

export interface SearchedSystem extends PlannedSystem {
  readonly startedAt: string | null;
  readonly replies: readonly SystemReply[];
  /** How often staff have asked for another search of the system after a failure. */
  readonly retries: number;
  /**
   * Whether staff have decided not to wait for the system after its search failed. The answer then says that its search
   * failed, and no longer that its data will follow.
   */
  readonly givenUp: boolean;
  /** The round in which all results of the system were delivered; `null` if a result is still to be delivered. */
  readonly deliveredIn: number | null;
}

export interface LearnedIdentifier {
  readonly identifier: IdentifierRef;
  /** The system whose record is the strongest evidence for the identifier. */
  readonly system: string;
  readonly weight: Weight;
  readonly disputed: boolean;
  readonly decision: { readonly accepted: false } | { readonly accepted: true; readonly wave: number } | null;
}

/** A further identifier that the person proved after the first one, and the wave that searches by it. */
export interface ProvenIdentifier {
  readonly identifier: IdentifierRef;
  readonly wave: number;
}

/** The fields of a case from the approved search on. */
export interface Search extends Planned {
  readonly round: number;
  readonly systems: readonly SearchedSystem[];
  readonly learned: readonly LearnedIdentifier[];
  readonly proven: readonly ProvenIdentifier[];
  /** The number of the latest wave that has begun. */
  readonly wave: number;
  /** The waves that search only some systems, because staff adopted records of them. */
  readonly adoptions: readonly AdoptionWave[];
}

/**
 * The results that staff review and release, and that the package then contains. Results that arrive later wait for the
 * next round.
 */
export interface Screening {
  readonly snapshot: Pick<Search, 'systems' | 'wave' | 'adoptions' | 'level'> & { readonly cutOff: boolean };
  readonly screened: EventOf<'screened'>;
  readonly approvals: readonly Actor[];
  /**
   * SHA-256 of the sheet that was approved; absent before the first approval, and if version 0.2.0 recorded the
   * approvals.
   */
  readonly sheet?: string;
  /** The systems with items that the approvals left open. Their records are delivered with a later answer. */
  readonly waiting?: readonly string[];
  /** The files of the last package that contained something that must not be in it; see `assembly-stopped`. */
  readonly stopped?: readonly string[];
}

/** The request waits for a member of staff. The period for the answer runs meanwhile. */
export interface Held {
  readonly kind: 'held';
}
export interface Identifying {
  readonly kind: 'identifying';
}
export interface Planning {
  readonly kind: 'planning';
  readonly search: Identified;
}
export interface ApprovingSearch {
  readonly kind: 'approving-search';
  readonly search: Planned;
}
/** Systems are searched, identifiers are decided on, and replies are awaited. */
export interface Gathering {
  readonly kind: 'gathering';
  readonly search: Search;
  readonly cutOff: boolean;
}
export interface Reviewing {
  readonly kind: 'reviewing';
  readonly search: Search;
  readonly screening: Screening;
}
export interface Released {
  readonly kind: 'released';
  readonly search: Search;
  readonly screening: Screening;
}
export interface Assembling {
  readonly kind: 'assembling';
  readonly search: Search;
  readonly screening: Screening;
  readonly startedAt: string;
}
export interface Assembled {
  readonly kind: 'assembled';
  readonly search: Search;
  readonly screening: Screening;
  readonly assembled: EventOf<'assembled'>;
}
/** All results have been delivered. */
export interface Delivered {
  readonly kind: 'delivered';
  readonly search: Search;
}
export interface Refused {
  readonly kind: 'refused';
}
export interface Closed {
  readonly kind: 'closed';
  readonly closedAt: string;
  readonly ending: Ending;
  /** The results of the systems at the end of the case. */
  readonly systems: readonly SearchedSystem[];
  /**
   * The stage at which the case continues if it is reopened; `canBeReopened` in `lifecycle/ending-rules.ts` says
   * whether it can be.
   */
  readonly resume: LivingStage | null;
}

/** The stages from the approved search on. */
type SearchStage = Gathering | Reviewing | Released | Assembling | Assembled | Delivered;
export type LivingStage = Held | Identifying | Planning | ApprovingSearch | SearchStage;
export type Stage = LivingStage | Refused | Closed;
export type Status = Stage['kind'];

/** A case: the fields that it has at every stage, and its present stage. */
export interface OpenedCase<At extends Stage = Stage> {
  readonly common: Common;
  readonly stage: At;
}
export type LivingCase = OpenedCase<LivingStage>;
/** `undefined` before the first commit. */
export type CaseState = OpenedCase | undefined;

/** The case with changed `common`. The stage stays the same. */
export function withCommon<At extends Stage>(
  { common, stage }: OpenedCase<At>,
  change: Partial<Common>,
): OpenedCase<At> {
  return { common: { ...common, ...change }, stage };
}

/** Whether a case is at the stage `kind`. */
export function isAt<Kind extends Status>(
  state: OpenedCase,
  kind: Kind,
): state is OpenedCase<Extract<Stage, { readonly kind: Kind }>> {
  return state.stage.kind === kind;
}

/** The search of a case; `undefined` before it was approved and after the end of the case. */
export function searchOf(state: CaseState): Search | undefined {
  return state === undefined ? undefined : searchIn(state.stage);
}

/** The search of a stage; see `searchOf`. */
export function searchIn(stage: Stage): Search | undefined {
  switch (stage.kind) {
    case 'gathering':
    case 'reviewing':
    case 'released':
    case 'assembling':
    case 'assembled':
    case 'delivered':
      return stage.search;
    case 'held':
    case 'identifying':
    case 'planning':
    case 'approving-search':
    case 'refused':
    case 'closed':
      return undefined;
  }
}

/** The state of an open case; `undefined` after the end. */
export function asLiving(state: CaseState): LivingCase | undefined {
  if (state === undefined) return undefined;
  const { common, stage } = state;
  return stage.kind === 'refused' || stage.kind === 'closed' ? undefined : { common, stage };
}

/** Whether the case has ended. */
export function hasEnded(state: CaseState): boolean {
  return state?.stage.kind === 'refused' || state?.stage.kind === 'closed';
}

/**
 * The time (ISO 8601) up to which waiting days are counted: `now`, or the time at which they were stopped because a
 * circumstance is undecided (`standstills`).
 */
export function timeRunsTo({ standstills }: Pick<Common, 'standstills'>, now: string): string {
  const latest = standstills.at(-1);
  return latest?.until === null && latest.from < now ? latest.from : now;
}

/** The contact point in effect at `now` (ISO 8601). A change takes effect only after its days of waiting. */
export function contactAt(common: Common, now: string): ContactRef {
  const reached = timeRunsTo(common, now);
  const changed = common.contactChanges.findLast(({ effectiveAt }) => effectiveAt <= reached);
  // If the contact point was changed to post and also changed in another way, the later change counts. A change to post
  // has no effect for a person with protected identity, even if protected identity was marked later.
  const posted =
    common.post !== null &&
    common.post.effectiveAt <= reached &&
    (changed === undefined || changed.at <= common.post.at);
  if (common.post !== null && posted && !common.circumstances.has('protected-identity')) return common.post.to;
  return changed?.to ?? common.facts.contact;
}

import type { Organisation } from '#domain/organisation/organisation.ts';
import type { AttachedRequests } from '#store/attached-requests.ts';
import type { CaseLog } from '#store/case-log.ts';
import type { Exports } from '#store/exports.ts';
import type { FirstLook } from '#store/first-look.ts';
import type { Limits } from '#store/limits.ts';
import type { OwedCases } from '#store/owed-cases.ts';
import type { PostOffice } from '#store/post-office.ts';
import type { SmsService } from '#store/sms-service.ts';
import type { SubjectProfiles } from '#store/subject-profiles.ts';
import type { Summaries } from '#store/summaries.ts';
import type { TaskTokens } from '#store/task-tokens.ts';
import type { Workflow } from '#store/workflow.ts';
import type { CaseKeys } from './keys.ts';

/** What a function needs to read a case and to commit a decision on it. */
export interface Records {
  readonly log: CaseLog;
  readonly profiles: SubjectProfiles;
  readonly summaries: Summaries;
  /**
   * The clock of this Lambda function, ISO 8601. Functions call `now()` again after a slow step, such as a request to a
   * vendor.
   */
  now(): string;
  /** Waits for a number of milliseconds. */
  pause(milliseconds: number): Promise<void>;
  /** A random number from 0 up to, but not including, 1. */
  random(): number;
  /**
   * How many times a command is decided if other processes keep committing first. After the last time, `commitCommand`
   * throws `TooMuchTraffic`.
   */
  readonly attempts: number;
}

/**
 * The stores and the keys that a function needs to decide on the commands of a case. What a commit causes, such as a
 * letter, is not done here: see `Settling`.
 */
export interface Casework extends Records {
  readonly limits: Limits;
  readonly attached: AttachedRequests;
  readonly firstLook: FirstLook;
  /** The description of the organisation that is in force today. */
  readonly organisation: Organisation;
  /**
   * Reads the description of the organisation that has this hash (SHA-256). A case keeps the description that was in
   * force when it was opened, and its log names the hash.
   */
  organisationAt(hash: string): Promise<Organisation>;
  readonly keys: CaseKeys;
  /** The base URL of the portal, without a trailing slash. */
  readonly portal: string;
  /** A fresh id, unique among all processes. */
  newId(): string;
  /**
   * Logs an error of a step that `reconcile` will repeat. `what` names the step. The error must hold no personal data.
   */
  report(what: string, error: unknown, caseId: string): void;
}

/**
 * What `settle` needs besides `Casework`: the workflow, the senders of letters, and the key `owedAt` of the commits.
 */
export interface Settling extends Casework {
  readonly owed: OwedCases;
  readonly tokens: TaskTokens;
  readonly workflow: Workflow;
  readonly post: PostOffice;
  readonly sms: SmsService;
  /** Erases packages. The field is missing in a Lambda function that has no permission to erase them. */
  readonly exports?: Pick<Exports, 'eraseAnswer'>;
}

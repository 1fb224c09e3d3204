import type { Organisation } from '#domain/organisation/organisation.ts';
import type { AttachedRequests } from '#store/attached-requests.ts';
import type { CaseLog } from '#store/case-log.ts';
import type { Exports } from '#store/exports.ts';
import type { Limits } from '#store/limits.ts';
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
  /** The time by the clock of this instance, ISO 8601. It is read again after steps that take a while. */
  now(): string;
}

/** What a function needs to work on a case: the stores, and the services that do what the log owes. */
export interface Casework extends Records {
  readonly tokens: TaskTokens;
  readonly limits: Limits;
  readonly attached: AttachedRequests;
  readonly workflow: Workflow;
  readonly post: PostOffice;
  readonly sms: SmsService;
  /** Erases packages; absent in a Lambda function that may not erase them. */
  readonly exports?: Pick<Exports, 'eraseAnswer'>;
  /** The organisation's description that is in force. */
  readonly organisation: Organisation;
  /**
   * Reads the organisation's description with this hash. A case is handled to its end under the description that was in
   * force when it was opened.
   */
  organisationAt(hash: string): Promise<Organisation>;
  readonly keys: CaseKeys;
  /** The base URL of the portal, without a trailing slash. */
  readonly portal: string;
  /** A fresh id, unique among all processes. */
  newId(): string;
  /** Waits for a number of milliseconds. */
  pause(milliseconds: number): Promise<void>;
  /** Reports a failure that `reconcile` will retry. The error must hold no personal data. */
  report(what: string, error: unknown, caseId: string): void;
}

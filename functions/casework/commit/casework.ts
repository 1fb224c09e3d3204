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

/** What it takes to read a case and to commit a decision on it. */
export interface Records {
  readonly log: CaseLog;
  readonly profiles: SubjectProfiles;
  readonly summaries: Summaries;
  /** What time it is by the clock of this instance, ISO 8601: read again where what was begun takes its time. */
  now(): string;
}

/** What it takes to work on a case: records, and the means to do what the log says is owed. */
export interface Casework extends Records {
  readonly tokens: TaskTokens;
  readonly limits: Limits;
  readonly attached: AttachedRequests;
  readonly workflow: Workflow;
  readonly post: PostOffice;
  readonly sms: SmsService;
  /** Where packages are erased that nobody is to have any more; absent where this process may not. */
  readonly exports?: Pick<Exports, 'eraseAnswer'>;
  /** The description that is in force. */
  readonly organisation: Organisation;
  /** The description with this hash: a case is handled to its end under the one it was opened under. */
  organisationAt(hash: string): Promise<Organisation>;
  readonly keys: CaseKeys;
  /** Where the portal is, without a trailing slash. */
  readonly portal: string;
  /** A fresh id, unique among all processes. */
  newId(): string;
  /** Waits so many milliseconds. */
  pause(milliseconds: number): Promise<void>;
  /** Something went wrong that `reconcile` will do again; the error holds no personal data. */
  report(what: string, error: unknown, caseId: string): void;
}

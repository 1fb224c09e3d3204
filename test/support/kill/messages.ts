import type { Addresses, Vendor } from '#infra/local/runner/environment.ts';
import type { Organisation } from '#domain/organisation/organisation.ts';

/** The settings of the process that a test kills. */
export interface ChildPlan {
  readonly folder: string;
  readonly organisation: Organisation;
  readonly organisationHash: string;
  readonly vendors: readonly (readonly [string, Vendor])[];
  /**
   * A file outside the data folder. Just before the process stores a page of findings (records that a search found), it
   * appends a line with the time and the object key of the page.
   */
  readonly notes: string;
  /** The instant at which the process kills itself, if it is known before the start. */
  readonly dieAt?: Instant;
}

/**
 * When a process kills itself: at an HTTP request to one of its servers (a local AWS service, or the portal with the
 * APIs). `arrives`: the process has received the request and has not handled it yet. `answered`: the process has
 * handled the request, and the caller has not received the response yet.
 */
export interface Instant {
  readonly method: string;
  /** A regular expression; the path and query of the request must match it. */
  readonly path: string;
  /**
   * How the header `x-amz-target` must end, such as `.PutItem`. DynamoDB and Step Functions name the operation in it.
   */
  readonly target?: string;
  readonly phase: 'arrives' | 'answered';
  /** Which of the matching requests: 1 means the first. */
  readonly nth: number;
}

export type ToChild =
  | { readonly say: 'die-at'; readonly instant: Instant }
  | { readonly say: 'shift'; readonly milliseconds: number }
  | { readonly say: 'close' };

export type FromChild =
  | { readonly say: 'begins' }
  | {
      readonly say: 'ready';
      readonly url: string;
      readonly issuer: string;
      readonly consoleRedirect: string;
      readonly addresses: Addresses;
    }
  | { readonly say: 'done' }
  /** The table was written to. */
  | { readonly say: 'wrote' }
  | { readonly say: 'failure'; readonly what: string };

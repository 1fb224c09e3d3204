import type { Addresses, Vendor } from '#infra/local/runner/environment.ts';
import type { Organisation } from '#domain/organisation/organisation.ts';

/** The settings of the process that a test kills. */
export interface ChildPlan {
  readonly folder: string;
  readonly organisation: Organisation;
  readonly organisationHash: string;
  readonly vendors: readonly (readonly [string, Vendor])[];
  /**
   * A file that survives a kill. Just before a page of findings is stored, the process writes a line with the time and
   * the key of the page.
   */
  readonly notes: string;
  /** The instant at which the process kills itself, if it is known before the start. */
  readonly dieAt?: Instant;
}

/**
 * An instant, described by an HTTP request to an endpoint or to the portal of the process. `arrives`: the process has
 * received the request and not handled it yet. `answered`: the process has handled the request, and the caller has not
 * received the response.
 */
export interface Instant {
  readonly method: string;
  /** A regular expression; the path and query of the request must match it. */
  readonly path: string;
  /** How the header `x-amz-target` of the request must end, for services of AWS that use this header. */
  readonly target?: string;
  readonly phase: 'arrives' | 'answered';
  /** Which of the matching requests, counted from 1. For example 2 means the second. */
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

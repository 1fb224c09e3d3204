import type { Addresses, Vendor } from '#infra/local/runner/environment.ts';
import type { Organisation } from '#domain/organisation/organisation.ts';

/** The settings of the process that the tests kill. */
export interface ChildPlan {
  readonly folder: string;
  readonly organisation: Organisation;
  readonly organisationHash: string;
  readonly vendors: readonly (readonly [string, Vendor])[];
  /**
   * A file that remains after a kill. It has a line for each page of findings that is about to be stored, with the time
   * and the key of the page.
   */
  readonly notes: string;
  /** The kill that is set before the system starts. */
  readonly dieAt?: Instant;
}

/**
 * An instant in the life of the process, given by a request to one of its own endpoints or to its portal. `arrives`:
 * before the request is handled. `answered`: before the caller can act on the response.
 */
export interface Instant {
  readonly method: string;
  /** Regular expression that the request target must match. */
  readonly path: string;
  /** The end of the `x-amz-target` header, for services that use this header. */
  readonly target?: string;
  readonly phase: 'arrives' | 'answered';
  /** Which of the matching requests, counted from 1. */
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
  | { readonly say: 'failure'; readonly what: string };

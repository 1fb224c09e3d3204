import type { Addresses, Vendor } from '#infra/local/runner/environment.ts';
import type { Organisation } from '#domain/organisation/organisation.ts';

/** What the process that is killed runs. */
export interface ChildPlan {
  readonly folder: string;
  readonly organisation: Organisation;
  readonly organisationHash: string;
  readonly vendors: readonly (readonly [string, Vendor])[];
  /** A file that outlives the process: a line for each page of findings that is about to be kept, when and which. */
  readonly notes: string;
  /** Armed from the very start. */
  readonly dieAt?: Instant;
}

/**
 * An exact instant in the life of the process: a request to one of its own endpoints (or to its portal), as it arrives,
 * before anything is done about it, or as its answer leaves, before whoever asked can have done anything with it.
 */
export interface Instant {
  readonly method: string;
  /** Regular expression over the request target. */
  readonly path: string;
  /** End of the `x-amz-target` header, where the service uses one. */
  readonly target?: string;
  readonly phase: 'arrives' | 'answered';
  /** Which of the matching requests, from 1. */
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

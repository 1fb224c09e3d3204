import type { DeployedFunction } from './deployed-function.ts';

/**
 * A resource that functions are given access to. The construct of the resource also makes its grants and environment
 * variables.
 */
export interface Grantable {
  /** Allows the function the actions on the resource, and sets the environment variables of the resource. */
  bind(to: DeployedFunction, actions: readonly string[]): void;
}

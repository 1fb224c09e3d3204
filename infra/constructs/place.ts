import type { DeployedFunction } from './deployed-function.ts';

/**
 * A resource that functions are given access to. The construct that owns it also owns its grants and environment
 * variables.
 */
export interface Grantable {
  /** Allows the actions on it and sets the environment variables that come with it, in one call. */
  bind(to: DeployedFunction, actions: readonly string[]): void;
}

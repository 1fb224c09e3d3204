import type { DeployedFunction } from './deployed-function.ts';

/**
 * A resource to which functions can get access, such as a bucket or a secret. The construct of the resource implements
 * this interface.
 */
export interface Grantable {
  /**
   * Allows the function these actions on the resource, and sets the environment variables that the function needs for
   * it, for example the name of the bucket.
   */
  bind(to: DeployedFunction, actions: readonly string[]): void;
}

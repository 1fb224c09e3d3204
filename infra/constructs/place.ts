import type { DeployedFunction } from './deployed-function.ts';

/**
 * A resource to which functions can get access, such as a bucket or a secret. The construct of the resource implements
 * this interface.
 */
export interface Grantable {
  /**
   * Allows the function these actions on the resource, and puts the name of the resource into the function's
   * environment variables.
   */
  bind(to: DeployedFunction, actions: readonly string[]): void;
}

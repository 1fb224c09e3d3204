import type { DeployedFunction } from './deployed-function.ts';

/**
 * A resource to which functions can get access, such as a bucket or a secret. `infra/system.ts` calls it a place. The
 * construct of the resource implements this interface.
 */
export interface Grantable {
  /**
   * Allows the function these actions on the resource. Also sets the environment variables with which the function
   * finds the resource, for example the name of the bucket.
   */
  bind(to: DeployedFunction, actions: readonly string[]): void;
}

/**
 * Types for the part of dynalite 4.0.0 that we use, because the package has none: its operations, without its HTTP
 * server.
 */
declare module 'dynalite/db/index.js' {
  export interface DynaliteStore {
    readonly lifecycleManager: { gracefulClose(closed: (error: Error | null) => void): void };
  }
  interface Options {
    readonly path: string;
    readonly createTableMs: number;
    readonly deleteTableMs: number;
    readonly updateTableMs: number;
  }
  const database: { create(options: Options): DynaliteStore };
  export default database;
}

declare module 'dynalite/validations/index.js' {
  import type { DynaliteStore } from 'dynalite/db/index.js';

  /**
   * Both functions throw if DynamoDB would refuse the request. `statusCode` and `body` of the error are then the
   * response.
   */
  const validations: {
    checkTypes(data: unknown, types: unknown): unknown;
    checkValidations(data: unknown, types: unknown, custom: unknown, store: DynaliteStore): void;
  };
  export default validations;
}

declare module 'dynalite/actions/*' {
  import type { DynaliteStore } from 'dynalite/db/index.js';

  const action: (store: DynaliteStore, data: unknown, done: (error: unknown, answer?: unknown) => void) => void;
  export default action;
}

declare module 'dynalite/validations/*' {
  const rules: { readonly types: unknown; readonly custom?: unknown };
  export default rules;
}

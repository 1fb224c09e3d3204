/** The deployment settings of a function; the local counterpart of an `AWS::Lambda::Function`. */
export interface FunctionDefinition {
  /** Absolute path of the module that exports `handler`: a `.ts` file, or a bundled `.mjs`. */
  readonly entry: string;
  /** The variables that the construct sets; Lambda's own are in `environment.ts`. */
  readonly environment: Readonly<Record<string, string>>;
  readonly timeoutSeconds: number;
  /** Limits the heap of one instance. */
  readonly memoryMegabytes: number;
  /** Maximum of concurrent invocations (default 4); further ones wait. */
  readonly maxInstances?: number;
}

/** The settings with which a function is deployed; the local counterpart of an `AWS::Lambda::Function`. */
export interface FunctionDefinition {
  /** The absolute path of the module that exports `handler`: a `.ts` file, or a bundled `.mjs` file. */
  readonly entry: string;
  /** The environment variables of the function, without those that Lambda itself sets (`environment.ts`). */
  readonly environment: Readonly<Record<string, string>>;
  readonly timeoutSeconds: number;
  /** The memory of one instance, which limits its heap. */
  readonly memoryMegabytes: number;
  /** The maximum number of concurrent invocations (default 4); further invocations wait. */
  readonly maxInstances?: number;
}

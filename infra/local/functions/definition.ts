/** What a function is deployed with; the local counterpart of a `AWS::Lambda::Function`. */
export interface FunctionDefinition {
  /** Absolute path of the module that exports `handler`: a `.ts` file, or a bundled `.mjs`. */
  readonly entry: string;
  /** Exactly what the construct binds; what Lambda itself adds is in `environment.ts`. */
  readonly environment: Readonly<Record<string, string>>;
  readonly timeoutSeconds: number;
  /** Bounds the heap of one instance. */
  readonly memoryMegabytes: number;
  /** How many invocations may run at once (default 4); further ones wait in line. */
  readonly maxInstances?: number;
}

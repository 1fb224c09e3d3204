/** The settings of one local function, in place of CloudFormation's `AWS::Lambda::Function`. */
export interface FunctionDefinition {
  /** The absolute path of the module that exports `handler`: a `.ts` file, or a bundled `.mjs` file. */
  readonly entry: string;
  /** The environment variables of the function. `environment.ts` adds the variables that Lambda itself sets. */
  readonly environment: Readonly<Record<string, string>>;
  readonly timeoutSeconds: number;
  /** The memory of one instance in MB. The memory limits the JavaScript heap of the instance. */
  readonly memoryMegabytes: number;
  /**
   * A folder in which V8 keeps the compiled code of the entry, so that the next instance starts faster. If it is
   * absent, each instance compiles the code anew.
   */
  readonly compiled?: string;
  /** How many invocations may run at the same time (default 4). Further invocations wait. */
  readonly maxInstances?: number;
}

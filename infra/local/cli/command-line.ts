/**
 * A command of `utdrag`. `args` are the arguments after the name of the command; each output line goes to `out`; the
 * command returns the exit code.
 */
export type CommandLine = (args: readonly string[], out: (line: string) => void) => Promise<number>;

/** A command that prints its help for `--help`, and otherwise runs. */
export function withHelp(help: string, run: CommandLine): CommandLine {
  return async (args, out) => {
    if (!args.includes('--help') && !args.includes('-h')) return await run(args, out);
    out(help);
    return 0;
  };
}

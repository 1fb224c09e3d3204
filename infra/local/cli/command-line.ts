/**
 * A command of `utdrag`. `args` are the arguments after the name of the command. The command passes each output line to
 * `out` and returns its exit code.
 */
export type CommandLine = (args: readonly string[], out: (line: string) => void) => Promise<number>;

/** Makes a command that prints `help` if an argument is `--help` or `-h`, and otherwise calls `run`. */
export function withHelp(help: string, run: CommandLine): CommandLine {
  return async (args, out) => {
    if (!args.includes('--help') && !args.includes('-h')) return await run(args, out);
    out(help);
    return 0;
  };
}

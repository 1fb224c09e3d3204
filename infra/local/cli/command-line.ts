/** A command of `utdrag`. `args` are the arguments after its name; each line goes to `out`; returns the exit code. */
export type CommandLine = (args: readonly string[], out: (line: string) => void) => Promise<number>;

/** A command that shows its help on request, and otherwise runs. */
export function withHelp(help: string, run: CommandLine): CommandLine {
  return async (args, out) => {
    if (!args.includes('--help') && !args.includes('-h')) return await run(args, out);
    out(help);
    return 0;
  };
}

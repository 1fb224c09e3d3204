/** A command of `utdrag`. `args` are what follows its name; each line goes to `out`; answers the exit code. */
export type CommandLine = (args: readonly string[], out: (line: string) => void) => Promise<number>;

/** A command that gives its help where it is asked for it, and otherwise runs. */
export function withHelp(help: string, run: CommandLine): CommandLine {
  return async (args, out) => {
    if (!args.includes('--help') && !args.includes('-h')) return await run(args, out);
    out(help);
    return 0;
  };
}

/** Whether a command is accepted while a circumstance that protects somebody is undecided. */
export type WhileUndecided =
  | 'goes-on'
  /** The command is refused until staff have decided. */
  | 'waits'
  /**
   * It depends on the content of the command: see `waitsForDecision` in `circumstances/while-undecided.ts`. For
   * commands about letters, codes, downloads and contact points, the rules of their topics decide.
   */
  | 'depends';

/** When a command is accepted. */
export interface TakenWhen {
  readonly whileUndecided: WhileUndecided;
  /**
   * Whether the command is accepted after the end of the case. For example, an answer can still be fetched then,
   * letters are still sent, and old data are erased.
   */
  readonly afterEnd: boolean;
}

/** When each command of a topic is accepted. The compiler requires an entry for each command. */
export type CommandsOf<C extends { readonly type: string }> = Readonly<Record<C['type'], TakenWhen>>;

/** Whether a command belongs to the topic of these commands. */
export function isOneOf<Type extends string, C extends { readonly type: string }>(
  commands: Readonly<Record<Type, TakenWhen>>,
  command: C,
): command is Extract<C, { readonly type: Type }> {
  return Object.hasOwn(commands, command.type);
}

/** Whether a command is accepted while a circumstance that protects somebody is undecided. */
export type WhileUndecided =
  | 'goes-on'
  /** The command is refused until staff have decided. */
  | 'waits'
  /**
   * Whether the command is accepted depends on its content; see `waitsForDecision`. For letters, codes, downloads and
   * contact points, the rules of these topics decide.
   */
  | 'depends';

/** When a command is accepted. */
export interface TakenWhen {
  readonly whileUndecided: WhileUndecided;
  /**
   * Whether the command is accepted after the end of the case. Answers are still fetched then, letters are sent, and
   * old data are erased.
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

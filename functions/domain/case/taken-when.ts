/** Whether a command is accepted while a circumstance that protects somebody is undecided. */
export type WhileUndecided =
  | 'goes-on'
  /** It is refused until the decision. */
  | 'waits'
  /**
   * It depends on its content: see `waitsForDecision` and, for letters, codes, downloads and contact points, their own
   * rules.
   */
  | 'depends';

/** When a command is accepted. */
export interface TakenWhen {
  readonly whileUndecided: WhileUndecided;
  /** Also after the end: the person still fetches the answer, letters are still sent, old data are erased. */
  readonly afterEnd: boolean;
}

/** When each command of a topic is accepted. The compiler demands an entry for a new command. */
export type CommandsOf<C extends { readonly type: string }> = Readonly<Record<C['type'], TakenWhen>>;

/** Whether a command belongs to the topic of these commands. */
export function isOneOf<Type extends string, C extends { readonly type: string }>(
  commands: Readonly<Record<Type, TakenWhen>>,
  command: C,
): command is Extract<C, { readonly type: Type }> {
  return Object.hasOwn(commands, command.type);
}

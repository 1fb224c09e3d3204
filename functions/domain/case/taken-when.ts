/** Whether a command is taken while nobody has decided what a circumstance that protects somebody asks for. */
export type WhileUndecided =
  | 'goes-on'
  /** It is refused until the decision. */
  | 'waits'
  /** On what it says: see `waitsForDecision` and, for letters, codes, downloads and contact points, the rules of these commands. */
  | 'depends';

/** When a command is taken. */
export interface TakenWhen {
  readonly whileUndecided: WhileUndecided;
  /** Also once the case has ended: the person still fetches the answer, letters still go out, what is old is erased. */
  readonly afterEnd: boolean;
}

/** When each command of a topic is taken: a new one must say so. */
export type CommandsOf<C extends { readonly type: string }> = Readonly<Record<C['type'], TakenWhen>>;

/** Whether a command is of the topic whose commands these are. */
export function isOneOf<Type extends string, C extends { readonly type: string }>(
  commands: Readonly<Record<Type, TakenWhen>>,
  command: C,
): command is Extract<C, { readonly type: Type }> {
  return Object.hasOwn(commands, command.type);
}

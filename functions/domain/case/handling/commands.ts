import type { CommandsOf } from '../taken-when.ts';

/** The commands on who works on the case, and on notes. `text` is always the id of a text on the subject profile. */
export type HandlingCommand =
  | { readonly type: 'assign'; readonly to: string }
  | { readonly type: 'lock-out'; readonly staff: string }
  | { readonly type: 'let-in'; readonly staff: string; readonly text: string }
  | { readonly type: 'note'; readonly text: string };

export const handlingCommands: CommandsOf<HandlingCommand> = {
  assign: { whileUndecided: 'goes-on', afterEnd: false },
  'lock-out': { whileUndecided: 'goes-on', afterEnd: true },
  'let-in': { whileUndecided: 'goes-on', afterEnd: true },
  note: { whileUndecided: 'goes-on', afterEnd: true },
};

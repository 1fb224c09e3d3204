import { createContext, use } from 'react';
import type { StaffCommandType } from '#commands/list.ts';
import type { CaseView } from '#api/staff.ts';
import type { Entry } from '../logic/more.ts';

/** The case that the page shows, and the functions that all parts of the page can call. */
export interface OpenCase {
  readonly view: CaseView;
  /** Loads the case again. */
  reload(): void;
  /** Called after a command has succeeded. Shows the command's message and loads the case again. */
  done(type: StaffCommandType): void;
  /** Opens the dialog for a command of the menu or of a card. */
  choose(entry: Entry): void;
}

export const CaseContext = createContext<OpenCase | undefined>(undefined);

export function useOpenCase(): OpenCase {
  const open = use(CaseContext);
  if (open === undefined) throw new Error('useOpenCase is used outside of a CaseContext');
  return open;
}

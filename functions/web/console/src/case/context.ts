import { createContext, use } from 'react';
import type { StaffCommandType } from '#commands/list.ts';
import type { CaseView } from '#api/staff.ts';
import type { Entry } from '../logic/more.ts';

/** The case on the page, and the actions that its parts can call. */
export interface OpenCase {
  readonly view: CaseView;
  /** Loads the case again. */
  reload(): void;
  /** An action succeeded: confirms it, and loads the case again. */
  done(type: StaffCommandType): void;
  /** Opens the dialog of a command. */
  choose(entry: Entry): void;
}

export const CaseContext = createContext<OpenCase | undefined>(undefined);

export function useOpenCase(): OpenCase {
  const open = use(CaseContext);
  if (open === undefined) throw new Error('this part belongs on the page of a case');
  return open;
}

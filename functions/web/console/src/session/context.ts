import { createContext, use } from 'react';
import type { Client } from '../api/client.ts';
import type { Member } from '../logic/member.ts';

/** What every page can use after the sign-in: the user, and the client of the API. */
export interface Desk {
  readonly member: Member;
  readonly client: Client;
}

export const DeskContext = createContext<Desk | undefined>(undefined);

export function useDesk(): Desk {
  const desk = use(DeskContext);
  if (desk === undefined) throw new Error('useDesk is used outside of a DeskContext');
  return desk;
}

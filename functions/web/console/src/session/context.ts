import { createContext, use } from 'react';
import type { Client } from '../api/client.ts';
import type { Member } from '../logic/member.ts';

/** The context of every page for a signed-in member of staff. */
export interface Desk {
  readonly member: Member;
  readonly client: Client;
}

export const DeskContext = createContext<Desk | undefined>(undefined);

export function useDesk(): Desk {
  const desk = use(DeskContext);
  if (desk === undefined) throw new Error('this page needs somebody who is signed in');
  return desk;
}

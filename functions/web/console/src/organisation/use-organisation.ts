import { useCallback, useEffect, useState } from 'react';
import type { OrganisationView } from '../api/client.ts';
import type { Trouble } from '../api/problem.ts';
import { useDesk } from '../session/context.ts';

export interface OrganisationReader {
  readonly organisation: OrganisationView | undefined;
  readonly trouble: Trouble | undefined;
  reload(): void;
}

/** Loads the organisation's description when the component is mounted. */
export function useOrganisation(): OrganisationReader {
  const { client } = useDesk();
  const [organisation, setOrganisation] = useState<OrganisationView>();
  const [trouble, setTrouble] = useState<Trouble>();
  const read = useCallback(async () => {
    const answer = await client.organisation();
    setTrouble(answer.ok ? undefined : answer.trouble);
    if (answer.ok) setOrganisation(answer.value);
  }, [client]);
  useEffect(() => void read(), [read]);
  return { organisation, trouble, reload: () => void read() };
}

import { useCallback, useEffect, useState } from 'react';
import type { HandEntriesView } from '#api/hand-entries.ts';
import type { Trouble } from '../../../api/problem.ts';
import { useDesk } from '../../../session/context.ts';
import { useOpenCase } from '../../context.ts';

export interface HandEntriesReader {
  /** `undefined` until they are loaded. */
  readonly found: HandEntriesView | undefined;
  readonly trouble: Trouble | undefined;
  reload(): Promise<void>;
}

/**
 * Loads what staff have found so far in a system that they search by hand. It is loaded again when the case has a new
 * commit, and when the user comes back to the window, because colleagues may have added something. The browser stores
 * nothing of it.
 */
export function useHandEntries(system: string): HandEntriesReader {
  const { client } = useDesk();
  const { view } = useOpenCase();
  const { reference, seq } = view;
  const [found, setFound] = useState<HandEntriesView>();
  const [trouble, setTrouble] = useState<Trouble>();
  const reload = useCallback(async () => {
    const answer = await client.handEntries(reference, system);
    setTrouble(answer.ok ? undefined : answer.trouble);
    if (answer.ok) setFound(answer.value);
  }, [client, reference, system]);
  useEffect(() => {
    void reload();
    const again = (): void => void reload();
    window.addEventListener('focus', again);
    return () => window.removeEventListener('focus', again);
  }, [reload, seq]);
  return { found, trouble, reload };
}

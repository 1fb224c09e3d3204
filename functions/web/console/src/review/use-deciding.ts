import { useRef, useState } from 'react';
import type { ReviewDecision } from '#api/review.ts';
import type { Trouble } from '../api/problem.ts';
import { useDesk } from '../session/context.ts';

/** What is sent: decisions, or the id of the command whose decisions are undone. */
export type Deed =
  /** `sheet`: the sheet for which the user saw what the decisions change. If it has changed, the API refuses them. */
  { readonly decisions: readonly ReviewDecision[]; readonly sheet?: string } | { readonly undo: string };

export type Done =
  | { readonly ok: true; readonly commandId: string }
  | { readonly ok: false; readonly commandId: string; readonly trouble: Trouble };

/**
 * Sends one request with decisions at a time; a call while another one runs returns `undefined`. If a request failed in
 * transit and is sent again, it keeps its command id, so that the API carries it out only once.
 */
export function useDeciding(reference: string): {
  readonly busy: boolean;
  give(deed: Deed): Promise<Done | undefined>;
} {
  const { client } = useDesk();
  const [busy, setBusy] = useState(false);
  const underWay = useRef(false);
  const failed = useRef<{ readonly key: string; readonly commandId: string }>(undefined);

  async function give(deed: Deed): Promise<Done | undefined> {
    if (underWay.current) return undefined;
    underWay.current = true;
    setBusy(true);
    const key = JSON.stringify(deed);
    const commandId = failed.current?.key === key ? failed.current.commandId : crypto.randomUUID();
    const request =
      'undo' in deed
        ? { commandId, undo: deed.undo }
        : {
            commandId,
            decisions: [...deed.decisions],
            ...(deed.sheet === undefined ? {} : { sheet: deed.sheet }),
          };
    const answer = await client.decideReview(reference, request);
    underWay.current = false;
    setBusy(false);
    failed.current = answer.ok ? undefined : { key, commandId };
    return answer.ok ? { ok: true, commandId } : { ok: false, commandId, trouble: answer.trouble };
  }

  return { busy, give };
}

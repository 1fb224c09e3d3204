import type * as z from 'zod';
import { acceptedSchema, caseViewSchema, queueSchema, staffCommandSchema, type CaseView } from '#api/staff.ts';
import type { Attempt, Draft } from '../logic/attempt.ts';
import type { QueueLine } from '../logic/queue.ts';
import { trouble, troubleFrom, type Trouble } from './problem.ts';

export type Answer<T> = { readonly ok: true; readonly value: T } | { readonly ok: false; readonly trouble: Trouble };

/** The interface for staff. Every answer is read through its schema; nothing throws. */
export interface Client {
  queue(): Promise<Answer<readonly QueueLine[]>>;
  case(reference: string): Promise<Answer<CaseView>>;
  /** The event log of a case, JSON Lines. */
  audit(reference: string): Promise<Answer<string>>;
  /** The new `seq` of the case. */
  command(reference: string, seq: number, attempt: Attempt, draft: Draft): Promise<Answer<number>>;
}

/**
 * `origin`: where the interface is, empty for the page's own. `token`: the access token, if somebody is signed in.
 * `onSignedOut` is told when the interface does not accept it.
 */
export function createClient(origin: string, token: () => string | undefined, onSignedOut: () => void): Client {
  async function call(path: string, init: RequestInit = {}): Promise<Answer<string>> {
    const bearer = token();
    if (bearer === undefined) return signedOut();
    const headers = { authorization: `Bearer ${bearer}`, ...(init.body === undefined ? {} : json) };
    try {
      const response = await fetch(`${origin}/v1/cases${path}`, { ...init, headers, cache: 'no-store' });
      if (response.status === 401) return signedOut();
      const text = await response.text();
      return response.ok
        ? { ok: true, value: text }
        : { ok: false, trouble: troubleFrom(response.status, parsed(text)) };
    } catch {
      return { ok: false, trouble: trouble('unreachable') };
    }
  }

  function signedOut(): Answer<never> {
    onSignedOut();
    return { ok: false, trouble: trouble('signed-out', 401) };
  }

  const ofCase = (reference: string): string => `/${encodeURIComponent(reference)}`;

  return {
    async queue() {
      const answer = read(await call(''), queueSchema);
      return answer.ok ? { ok: true, value: answer.value.cases } : answer;
    },
    async case(reference) {
      return read(await call(ofCase(reference)), caseViewSchema);
    },
    async audit(reference) {
      return await call(`${ofCase(reference)}/audit`);
    },
    async command(reference, seq, attempt, draft) {
      const whole = staffCommandSchema.safeParse({ ...draft, commandId: attempt.commandId, expectedSeq: seq });
      if (!whole.success) {
        const fields = whole.error.issues.map(({ path }) => path.join('.'));
        return { ok: false, trouble: { ...trouble('invalid', 400), fields } };
      }
      const body = JSON.stringify(whole.data);
      const answer = read(await call(`${ofCase(reference)}/commands`, { method: 'POST', body }), acceptedSchema);
      return answer.ok ? { ok: true, value: answer.value.seq } : answer;
    },
  };
}

const json = { 'content-type': 'application/json' } as const;

function read<T>(answer: Answer<string>, schema: z.ZodType<T>): Answer<T> {
  if (!answer.ok) return answer;
  const result = schema.safeParse(parsed(answer.value));
  return result.success ? { ok: true, value: result.data } : { ok: false, trouble: trouble('unreadable') };
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

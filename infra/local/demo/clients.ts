import * as z from 'zod';
import { acceptedSchema, type StaffCommand } from '#api/staff-command.ts';
import { caseViewSchema, queueSchema, type CaseView } from '#api/staff.ts';
import {
  pieceBytes,
  reviewedSchema,
  reviewPageSchema,
  reviewPreviewSchema,
  type ReviewDecision,
  type ReviewPage,
} from '#api/review.ts';
import { addressSchema, openedSchema, statusSchema } from '#api/subject.ts';

/** The HTTP API responded with an error. `type` is from its problem document (RFC 9457); empty if there is none. */
export class ApiProblem extends Error {
  override readonly name = 'ApiProblem';
  readonly type: string;
  readonly status: number;

  constructor(status: number, type: string, title: string) {
    super(title);
    this.status = status;
    this.type = type;
  }
}

const problemSchema = z.looseObject({ type: z.string().default(''), title: z.string().default('') });

async function call(url: string, init: RequestInit): Promise<unknown> {
  const response = await fetch(url, { redirect: 'manual', signal: AbortSignal.timeout(40_000), ...init });
  const text = await response.text();
  if (response.ok)
    return response.headers.get('content-type')?.includes('json') === true && !text.includes('\n{')
      ? JSON.parse(text)
      : text;
  const parsed = problemSchema.safeParse(text.startsWith('{') ? JSON.parse(text) : {});
  const { type, title } = parsed.success ? parsed.data : { type: '', title: '' };
  throw new ApiProblem(response.status, type, title === '' ? `status ${response.status}` : title);
}

const json = { 'content-type': 'application/json' };

/** Makes a client of the HTTP API for data subjects. The client has only the calls that the demo needs. */
export function subjectClient(url: string) {
  const about = async (reference: string, token: string, path: string, body?: object): Promise<unknown> =>
    await call(`${url}/v1/requests/${reference}${path}`, {
      headers: { ...json, authorization: `Bearer ${token}` },
      ...(path === '' ? {} : { method: 'POST', body: body === undefined ? '' : JSON.stringify(body) }),
    });
  return {
    open: async (request: unknown, idempotencyKey: string) =>
      openedSchema.parse(
        await call(`${url}/v1/requests`, {
          method: 'POST',
          headers: { ...json, 'idempotency-key': idempotencyKey },
          body: JSON.stringify(request),
        }),
      ),
    status: async (reference: string, token: string) => statusSchema.parse(await about(reference, token, '')),
    verify: async (reference: string, token: string, code: string) =>
      void (await about(reference, token, '/verification', { code })),
    askForCode: async (reference: string, token: string) => void (await about(reference, token, '/download')),
    download: async (reference: string, token: string, code: string, round: number) =>
      addressSchema.parse(await about(reference, token, '/download', { code, round })),
  };
}

type NewCommand = StaffCommand extends infer Command
  ? Command extends StaffCommand
    ? Omit<Command, 'commandId' | 'expectedSeq'>
    : never
  : never;

/** Makes a client of the HTTP API for staff, which acts as one member of staff. */
export function staffClient(url: string, token: string, newId: () => string) {
  const headers = { ...json, authorization: `Bearer ${token}` };
  return {
    queue: async () => queueSchema.parse(await call(`${url}/v1/cases`, { headers })),
    case: async (reference: string): Promise<CaseView> =>
      caseViewSchema.parse(await call(`${url}/v1/cases/${reference}`, { headers })),
    audit: async (reference: string): Promise<string> =>
      z.string().parse(await call(`${url}/v1/cases/${reference}/audit`, { headers })),
    /** A page of the sheet; the items on it count as seen. */
    review: async (reference: string, { open }: { readonly open: boolean }): Promise<ReviewPage> =>
      reviewPageSchema.parse(await call(`${url}/v1/cases/${reference}/review${open ? '?open=true' : ''}`, { headers })),
    decide: async (reference: string, decisions: readonly ReviewDecision[]) =>
      reviewedSchema.parse(
        await call(`${url}/v1/cases/${reference}/review`, {
          method: 'POST',
          headers,
          body: JSON.stringify({ commandId: newId(), decisions }),
        }),
      ),
    openDocument: async (reference: string, { id, bytes }: { readonly id: string; readonly bytes: number }) => {
      for (let piece = 1; piece === 1 || (piece - 1) * pieceBytes < bytes; piece += 1)
        await call(`${url}/v1/cases/${reference}/review/documents/${id}?piece=${piece}`, { headers });
    },
    preview: async (reference: string) =>
      reviewPreviewSchema.parse(await call(`${url}/v1/cases/${reference}/review/preview`, { headers })),
    command: async (reference: string, expectedSeq: number, command: NewCommand) =>
      acceptedSchema.parse(
        await call(`${url}/v1/cases/${reference}/commands`, {
          method: 'POST',
          headers,
          body: JSON.stringify({ commandId: newId(), expectedSeq, ...command }),
        }),
      ),
  };
}
export type StaffClient = ReturnType<typeof staffClient>;
export type SubjectClient = ReturnType<typeof subjectClient>;

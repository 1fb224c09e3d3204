import type { Access, RecordedCall } from '#infra/local/endpoint.ts';

export const region = 'eu-north-1';
export const credentials = { accessKeyId: 'AKLOCALCASEWORKER', secretAccessKey: 'the-right-secret' };

/** Access for one caller, `case-worker`, and the calls that were recorded for it. */
export function oneCaller(): { access: Access; calls: RecordedCall[] } {
  const calls: RecordedCall[] = [];
  const principal = { name: 'case-worker', secretAccessKey: credentials.secretAccessKey };
  return {
    access: { keys: new Map([[credentials.accessKeyId, principal]]), record: (call) => calls.push(call) },
    calls,
  };
}

interface Signed {
  middlewareStack: {
    addRelativeTo(middleware: never, options: never): void;
  };
}

interface Change {
  body?: (text: string) => string;
  headers?: Record<string, string>;
}

/** Makes an SDK client change each request, after it was signed or (well signed, but odd) before. */
export function tamper(client: Signed, change: Change, relation: 'after' | 'before' = 'after'): void {
  const middleware =
    (next: (args: unknown) => unknown) =>
    (args: { request: { body: string | Uint8Array; headers: Record<string, string> } }) => {
      const { request } = args;
      Object.assign(request.headers, change.headers);
      if (change.body !== undefined) {
        request.body = Buffer.from(
          change.body(typeof request.body === 'string' ? request.body : new TextDecoder().decode(request.body)),
        );
        request.headers['content-length'] = String(request.body.length);
      }
      return next(args);
    };
  const place = { relation, toMiddleware: 'httpSigningMiddleware', name: 'tamper' };
  client.middlewareStack.addRelativeTo(middleware as never, place as never);
}

/** The name of the error that a call ended with, or `accepted`. */
export async function outcome(call: Promise<unknown>): Promise<string> {
  return call.then(
    () => 'accepted',
    (error: Error) => error.name,
  );
}

import type { RecordedCall } from '../endpoint.ts';

/** A call that was made while the system ran: a test checks that the policy of its function allows it. */
export interface KeptCall extends RecordedCall {
  /** For a call to a bucket: the key, or the prefix of a listing, without the ids of the case and of the object. */
  readonly place?: string;
}

/** A placeholder for every case: it has the form of an id. */
export const anyCase = 'case-case-case-case';

/** Records which calls were made, each once, for all cases and objects. */
export function callRecorder(): { record(call: RecordedCall): void; list(): readonly KeptCall[] } {
  const seen = new Map<string, KeptCall>();
  return {
    record(call) {
      const kept: KeptCall = call.action.startsWith('s3:') ? ofBucket(call) : call;
      seen.set(`${kept.principal} ${kept.action} ${kept.resource} ${kept.place ?? ''}`, kept);
    },
    list: () => [...seen.values()],
  };
}

function ofBucket({ principal, action, resource, prefix }: RecordedCall): KeptCall {
  const [bucket = '', ...key] = resource.split('/');
  const place = (prefix ?? key.join('/'))
    .replace(/^[0-9a-z]{4}(?:-[0-9a-z]{4}){3}(?=\/)/, anyCase)
    .replace(/\/\d{6}(?=\/)/, '')
    .replace(/\/[^/.]+(?=(?:\.[a-z]+)?$)/, '/object');
  return { principal, action, resource: bucket, place };
}

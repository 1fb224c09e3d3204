import type { RecordedCall } from '../endpoint.ts';

/** A call to AWS that was made while the system ran. A test checks that the policy of the function allows the call. */
export interface KeptCall extends RecordedCall {
  /**
   * For a call to a bucket: the key or the prefix of a listing. The ids of the case and the object are replaced by
   * placeholders.
   */
  readonly place?: string;
}

/** The placeholder for the id of every case; it has the form of such an id. */
export const anyCase = 'case-case-case-case';

/** Records each call once, with the same placeholders for all cases and objects. */
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

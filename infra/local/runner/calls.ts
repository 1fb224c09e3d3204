import type { RecordedCall } from '../endpoint.ts';

/**
 * A call to AWS that a function made while the system ran. A test checks that the IAM policy of the function allows the
 * call.
 */
export interface KeptCall extends RecordedCall {
  /**
   * For a call to a bucket: the object key, or the prefix of a listing. Placeholders replace the ids, so that calls for
   * different cases and objects are equal. Example: `case-case-case-case/pages/hubspot/object`.
   */
  readonly place?: string;
}

/** The placeholder for the id of a case, in the form of a case id. */
export const anyCase = 'case-case-case-case';

/**
 * Returns a recorder that lists each distinct call once. Calls that differ only in the ids of cases and objects count
 * as the same call.
 */
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

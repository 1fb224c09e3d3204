import type { RecordedCall } from '../endpoint.ts';

/** Remembers which calls were made, each once; object keys are cut to their bucket, as grants are. */
export function callRecorder(): { record(call: RecordedCall): void; list(): readonly RecordedCall[] } {
  const seen = new Map<string, RecordedCall>();
  return {
    record(call) {
      const resource = call.action.startsWith('s3:') ? (call.resource.split('/')[0] ?? '') : call.resource;
      const kept = { ...call, resource };
      seen.set(`${kept.principal} ${kept.action} ${kept.resource}`, kept);
    },
    list: () => [...seen.values()],
  };
}

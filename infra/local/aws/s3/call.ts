import type { Blobs } from './blobs.ts';
import type { Catalog } from './catalog.ts';
import type { Refusal } from './refusal.ts';

/** One authenticated request, as the operations receive it. */
export interface Call {
  readonly bucket: string;
  /** The key; empty if the operation is on the bucket. */
  readonly key: string;
  readonly query: ReadonlyMap<string, string>;
  /** Headers by lower-case name. The `x-amz-...` parameters of a presigned URL are among them. */
  readonly headers: ReadonlyMap<string, string>;
  readonly signedPayload: string;
  readonly body: AsyncIterable<Buffer>;
  /**
   * Records the IAM action of the call for the test of the IAM policies. `resource` is `bucket` or `bucket/key`; only a
   * listing has a `prefix`. An operation calls `record` before it reads or changes the stores.
   */
  readonly record: (action: string, resource: string, prefix?: string) => void;
}

/** The stores that the operations read and write: the index and the blobs. */
export interface Store {
  readonly catalog: Catalog;
  readonly blobs: Blobs;
  readonly now: () => number;
  readonly newId: () => string;
}

export interface Reply {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: ReplyBody;
}

export type ReplyBody =
  | { readonly kind: 'none' }
  | { readonly kind: 'xml'; readonly text: string }
  | { readonly kind: 'bytes'; readonly read: () => AsyncIterable<Buffer>; readonly release: () => void };

export type Operation = (call: Call, store: Store) => Promise<Reply | Refusal>;

export function emptyReply(status: number, headers: Readonly<Record<string, string>> = {}): Reply {
  return { status, headers, body: { kind: 'none' } };
}

export function xmlReply(text: string, headers: Readonly<Record<string, string>> = {}): Reply {
  return { status: 200, headers, body: { kind: 'xml', text } };
}

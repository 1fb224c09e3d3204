import type { Blobs } from './blobs.ts';
import type { Catalog } from './catalog.ts';
import type { Refusal } from './refusal.ts';

/** One authenticated request, as the operations receive it. */
export interface Call {
  readonly bucket: string;
  /** The key; empty if the operation is on the bucket. */
  readonly key: string;
  readonly query: ReadonlyMap<string, string>;
  /** Headers by lower-case name, with the `x-amz-...` parameters of a presigned URL. */
  readonly headers: ReadonlyMap<string, string>;
  readonly signedPayload: string;
  readonly body: AsyncIterable<Buffer>;
  /**
   * Records an IAM action on `bucket` or `bucket/key`, for a listing also with its prefix. Operations call it before
   * they read or change the stores.
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

import { readBodyClaims, receiveBody, type BodyClaims, type ReceivedBody } from './body.ts';
import type { Call, Store } from './call.ts';
import { Refusal } from './refusal.ts';

export interface StoredBody extends ReceivedBody {
  readonly claims: BodyClaims;
  /** The id of a blob that is completely on the disk. No row of the index (`catalog.ts`) refers to the blob yet. */
  readonly blob: string;
}

const longestDocument = 4 * 2 ** 20;

/**
 * Stores the body of a call as a blob and returns the result of `commit`. Afterwards the blob is removed unless
 * `commit` has added it to the index.
 */
export async function storeBody<T>(
  call: Call,
  store: Store,
  commit: (body: StoredBody) => T | Promise<T>,
): Promise<T | Refusal> {
  const claims = readBodyClaims(call.headers, call.signedPayload);
  if (claims instanceof Refusal) return claims;
  const writer = await store.blobs.create();
  try {
    const body = await receiveBody(call.body, claims, (piece) => writer.write(piece));
    if (body instanceof Refusal) return body;
    const blob = await writer.seal();
    try {
      return await commit({ ...body, claims, blob });
    } finally {
      store.blobs.discard([blob]);
    }
  } finally {
    await writer.abandon();
  }
}

/** Reads a small XML body as text. The body must match the length and checksums in the request. */
export async function receiveDocument(call: Call): Promise<{ text: string; claims: BodyClaims } | Refusal> {
  const claims = readBodyClaims(call.headers, call.signedPayload);
  if (claims instanceof Refusal) return claims;
  if (claims.length > longestDocument) return new Refusal('MalformedXML');
  const pieces: Buffer[] = [];
  const body = await receiveBody(call.body, claims, async (piece) => {
    pieces.push(piece);
  });
  if (body instanceof Refusal) return body;
  return { text: Buffer.concat(pieces).toString('utf8'), claims };
}

import { setTimeout as sleep } from 'node:timers/promises';
import * as z from 'zod';
import type { InvokeFunction } from '../../endpoint.ts';
import type { ItemKeys } from './added-item.ts';

/** Batches for different cases are handled at the same time, in this many lanes. */
const lanes = 2;
/** A lane keeps at most this many keys. Further keys are left out: `reconcile` settles their cases. */
const mostKept = 5_000;
const pauseMilliseconds = 1_000;

export interface StreamSettings {
  /** The function that gets the events. */
  readonly function: string;
  /** Only items whose sort key begins with one of these texts are in the events. */
  readonly sortKeyPrefixes: readonly string[];
  readonly batchSize: number;
  /** How often a batch is sent in all, if its function fails or names failed records. */
  readonly attempts: number;
  readonly invoke: InvokeFunction;
  /** Called with the kind of the outcome if the last attempt of a batch has failed. */
  readonly onFailure: (outcome: string) => void;
}

/** Tells a function of added items, as the stream of a DynamoDB table and its event source mapping do. */
export interface RunningStream {
  /** Passes on the keys of an item that was added. Returns at once. */
  added(keys: ItemKeys): void;
  /** Waits until the function has been told of all items so far. */
  idle(): Promise<void>;
  /** Forgets the items that no batch contains yet. */
  close(): void;
}

interface Lane {
  readonly waiting: StreamRecord[];
  running: Promise<void> | undefined;
}

/** The part of a record of DynamoDB Streams that the functions read. */
interface StreamRecord {
  readonly eventName: 'INSERT';
  readonly dynamodb: {
    readonly Keys: { readonly pk: { readonly S: string }; readonly sk: { readonly S: string } };
    readonly SequenceNumber: string;
  };
}

const responseSchema = z.object({ batchItemFailures: z.array(z.object({ itemIdentifier: z.string() })) });

/**
 * Starts a stream. Items of one partition are told in their order. While a batch is handled, further items wait for the
 * next batch. Nothing is stored: after a kill `reconcile` finds what the cases owe.
 */
export function startStream(settings: StreamSettings): RunningStream {
  const all: readonly Lane[] = Array.from({ length: lanes }, () => ({ waiting: [], running: undefined }));
  let number = 0;
  let closed = false;

  async function run(lane: Lane): Promise<void> {
    while (lane.waiting.length > 0) await tell(lane.waiting.splice(0, settings.batchSize));
  }

  async function tell(batch: readonly StreamRecord[]): Promise<void> {
    let left = batch;
    for (let attempt = 1; left.length > 0; attempt += 1) {
      if (closed) return;
      const outcome = await settings.invoke(settings.function, { Records: left });
      if (closed) return;
      if (outcome.kind === 'returned') {
        left = from(left, responseSchema.parse(outcome.payload).batchItemFailures);
        if (left.length === 0) return;
      }
      if (attempt >= settings.attempts) return settings.onFailure(outcome.kind);
      await sleep(pauseMilliseconds, undefined, { ref: false });
    }
  }

  return {
    added({ pk, sk }) {
      const lane = all[laneOf(pk)];
      if (closed || lane === undefined || !settings.sortKeyPrefixes.some((prefix) => sk.startsWith(prefix))) return;
      if (lane.waiting.length >= mostKept) return;
      number += 1;
      const dynamodb = { Keys: { pk: { S: pk }, sk: { S: sk } }, SequenceNumber: String(number) };
      lane.waiting.push({ eventName: 'INSERT', dynamodb });
      lane.running ??= run(lane).finally(() => (lane.running = undefined));
    },
    async idle() {
      for (const lane of all) while (lane.running !== undefined) await lane.running;
    },
    close() {
      closed = true;
      for (const lane of all) lane.waiting.length = 0;
    },
  };
}

/** The records from the first failed one on: as on AWS, the records after it are sent again too. */
function from(
  batch: readonly StreamRecord[],
  failures: readonly { readonly itemIdentifier: string }[],
): readonly StreamRecord[] {
  const failed = new Set(failures.map(({ itemIdentifier }) => itemIdentifier));
  const first = batch.findIndex(({ dynamodb }) => failed.has(dynamodb.SequenceNumber));
  return first === -1 ? [] : batch.slice(first);
}

function laneOf(partition: string): number {
  let sum = 0;
  for (const character of partition) sum += character.charCodeAt(0);
  return sum % lanes;
}

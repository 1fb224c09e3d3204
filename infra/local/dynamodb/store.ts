import { Readable } from 'node:stream';
import dynalite, { type DynaliteServer } from 'dynalite';

export interface StoreReply {
  readonly status: number;
  readonly body: string;
}

/** dynalite, reachable only from within this process. */
export interface Store {
  /** Runs one operation, e.g. `PutItem`, with its JSON parameters. */
  ask(operation: string, parameters: string | Buffer): Promise<StoreReply>;
  /** Waits for what is under way, then closes the files. */
  close(): Promise<void>;
}

/**
 * Opens the tables kept in `folder`; one process at a time may hold it.
 * LevelDB hands each write to the operating system before it is acknowledged, so a killed process loses nothing;
 * it does not wait for the disk, so a power cut may lose the last writes.
 */
export function openStore(folder: string): Store {
  const server = dynalite({ path: folder, createTableMs: 0, deleteTableMs: 0, updateTableMs: 0 });
  const underWay = new Set<Promise<StoreReply>>();
  let closing: Promise<void> | undefined;
  return {
    ask(operation, parameters) {
      if (closing !== undefined) return Promise.reject(new Error('the store is closing'));
      const reply = exchange(server, operation, parameters);
      underWay.add(reply);
      return reply.finally(() => underWay.delete(reply));
    },
    close() {
      closing ??= Promise.allSettled(underWay).then(() => closeFiles(server));
      return closing;
    },
  };
}

/** Hands dynalite a request without a socket, so that nothing else can reach it. */
function exchange(server: DynaliteServer, operation: string, parameters: string | Buffer): Promise<StoreReply> {
  const request = Object.assign(Readable.from([Buffer.from(parameters)]), {
    method: 'POST',
    url: '/',
    headers: {
      'content-type': 'application/x-amz-json-1.0',
      'x-amz-target': `DynamoDB_20120810.${operation}`,
      // dynalite wants these to be there and does not read them; our own listener has checked the real ones.
      authorization: 'AWS4-HMAC-SHA256 Credential=checked, SignedHeaders=checked, Signature=checked',
      'x-amz-date': 'checked',
    },
  });
  return new Promise((resolve) => {
    server.emit('request', request, {
      statusCode: 200,
      contentType: '',
      setHeader: () => undefined,
      end(body) {
        resolve({ status: this.statusCode, body });
      },
    });
  });
}

/** dynalite closes its files only together with a listening server, so it listens for that moment, to nobody. */
function closeFiles(server: DynaliteServer): Promise<void> {
  server.removeAllListeners('request');
  return new Promise((resolve, reject) => {
    server.listen(0, '127.0.0.1', () => {
      server.close((error) => (error ? reject(error) : resolve()));
    });
  });
}

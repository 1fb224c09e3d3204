import { createServer, type IncomingMessage, type RequestListener, type Server } from 'node:http';
import { finished } from 'node:stream/promises';
import type { RunningEndpoint } from './endpoint.ts';

/** Starts an HTTP server on the loopback interface. With port 0 the operating system chooses a free port. */
export async function listen(listener: RequestListener, port = 0): Promise<RunningEndpoint> {
  const server = createServer(listener);
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, '127.0.0.1', resolve);
  });
  return { url: `http://127.0.0.1:${portOf(server)}`, close: () => stop(server) };
}

function portOf(server: Server): number {
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('the server has no TCP address');
  return address.port;
}

async function stop(server: Server): Promise<void> {
  await new Promise<void>((resolve) => {
    server.close(() => resolve());
    server.closeAllConnections();
  });
}

/** Reads the whole body of a request. Returns `undefined` if the body is longer than `limit` bytes. */
export async function readBody(request: IncomingMessage, limit: number): Promise<Buffer | undefined> {
  const parts: Buffer[] = [];
  let size = 0;
  // Every call to the local services comes through here, and an iterator over the request would take most of the time.
  request.on('data', (chunk: Buffer) => {
    size += chunk.length;
    if (size <= limit) parts.push(chunk);
  });
  await finished(request, { writable: false });
  return size > limit ? undefined : Buffer.concat(parts);
}

import { randomInt } from 'node:crypto';
import { createServer } from 'node:net';

// Operating systems (Linux, macOS, Windows) choose ports for connections and for port 0 above this range. So no other
// program gets a port of this range by chance before we use it.
const lowest = 20_000;
const highest = 32_000;
const attempts = 50;

/**
 * Finds a port of the loopback interface that is free now. The operating system gives this port only to a process that
 * asks for exactly this port.
 */
export async function freePort(): Promise<number> {
  for (let attempt = 1; attempt <= attempts; attempt += 1) {
    const port = randomInt(lowest, highest);
    if (await isFree(port)) return port;
  }
  throw new Error(`no free port was found between ${lowest} and ${highest}`);
}

async function isFree(port: number): Promise<boolean> {
  const server = createServer();
  return await new Promise<boolean>((resolve) => {
    server.once('error', () => resolve(false));
    server.listen(port, '127.0.0.1', () => server.close(() => resolve(true)));
  });
}

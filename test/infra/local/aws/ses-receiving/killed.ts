// Mail receiving as a separate process that kills itself: `node killed.ts FOLDER INSTANT`. Sends its port to the
// parent.
import { subscribe } from 'node:diagnostics_channel';
import type { IncomingMessage } from 'node:http';
import { mailIntake } from '#infra/local/aws/ses-receiving/intake.ts';
import { unchecked } from '#infra/local/aws/ses-receiving/receipt.ts';
import { startSmtp } from '#infra/local/aws/ses-receiving/smtp.ts';
import { standingClock } from '../ses/clock.ts';
import { buckets, ours, returned, startStore } from './rig.ts';

const [, , folder = '', instant = ''] = process.argv;
const die = (): void => void process.kill(process.pid, 'SIGKILL');
subscribe('http.server.request.start', (message) => {
  const { method, url = '' } = (message as { request: IncomingMessage }).request;
  if (instant === 'before-keeping' && method === 'PUT' && url.startsWith(`/${buckets.mail}/`)) die();
  if (instant === 'before-forgetting' && method === 'DELETE') die();
});
subscribe('http.server.response.finish', (message) => {
  const { method, url = '' } = (message as { request: IncomingMessage }).request;
  if (instant === 'before-telling' && method === 'PUT' && url.startsWith(`/${buckets.mail}/`)) die();
});

const { client } = await startStore(folder);
const smtp = await startSmtp({
  recipients: [ours],
  intake: mailIntake({
    s3: client,
    mailBucket: buckets.mail,
    waitingBucket: buckets.waiting,
    clock: standingClock('2026-03-02T08:00:00Z'),
    key: 'a key',
    verdicts: unchecked,
    onFailure: () => undefined,
    async invoke() {
      if (instant === 'while-told') die();
      return returned;
    },
  }),
});
process.on('disconnect', () => process.exit());
process.send?.({ port: smtp.port });

// Sends numbered mails, four at a time, until it is killed; prints the number of each that was accepted.
import { SendEmailCommand, SESv2Client } from '@aws-sdk/client-sesv2';
import { startSes } from '#infra/local/aws/ses/ses.ts';
import { credentials, oneCaller, region } from '../dynamodb/signing.ts';
import { standingClock } from './clock.ts';

const [folder = ''] = process.argv.slice(2);
const server = await startSes({ access: oneCaller().access, folder, clock: standingClock('2026-11-03T08:00:00Z') });
const client = new SESv2Client({ endpoint: server.url, region, credentials });
await Promise.all(
  [0, 1, 2, 3].map(async (first) => {
    for (let number = first; number < 10_000; number += 4) {
      await client.send(
        new SendEmailCommand({
          FromEmailAddress: 'privacy@example.org',
          Destination: { ToAddresses: ['astrid@example.com'] },
          Content: { Simple: { Subject: { Data: `mail ${number}` }, Body: { Text: { Data: 'x'.repeat(2000) } } } },
        }),
      );
      process.stdout.write(`${number}\n`);
    }
  }),
);

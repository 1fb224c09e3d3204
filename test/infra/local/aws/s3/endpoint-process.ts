// The local S3 as a process of its own, so that a test can kill it: `node endpoint-process.ts FOLDER BUCKET`.
// Sends its URL to the parent, and its greatest memory (bytes) whenever the parent asks.
import { startS3 } from '#infra/local/aws/s3/s3.ts';
import { testKey } from './test-key.ts';

const [, , folder = '', bucket = ''] = process.argv;
const keys = new Map([[testKey.accessKeyId, { name: 'tester', secretAccessKey: testKey.secretAccessKey }]]);
const endpoint = await startS3({ access: { keys, record: () => undefined }, folder });
endpoint.ensureBucket(bucket);
process.on('message', () => process.send?.({ peak: process.resourceUsage().maxRSS * 1024 }));
process.on('disconnect', () => process.exit());
process.send?.({ url: endpoint.url });

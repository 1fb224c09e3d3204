import { mkdir, mkdtemp, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { bundleHandlers } from '#infra/bundles/bundle.ts';
import { root } from '#infra/constructs/root.ts';

/**
 * The clients of AWS that functions load, with the name of the class and the code of the call that `bareBundle` makes.
 */
const clients: Readonly<Record<string, { readonly name: string; readonly call?: string }>> = {
  '@aws-sdk/client-dynamodb': {
    name: 'DynamoDBClient',
    call: `new QueryCommand({ TableName: process.env.TABLE, KeyConditionExpression: 'pk = :pk', ExpressionAttributeValues: { ':pk': { S: 'x' } } })`,
  },
  '@aws-sdk/client-pinpoint-sms-voice-v2': { name: 'PinpointSMSVoiceV2Client' },
  '@aws-sdk/client-s3': {
    name: 'S3Client',
    call: `new GetObjectCommand({ Bucket: process.env.CONFIGURATION_BUCKET, Key: 'x' })`,
  },
  '@aws-sdk/client-secrets-manager': {
    name: 'SecretsManagerClient',
    call: `new GetSecretValueCommand({ SecretId: process.env.CASE_SECRET })`,
  },
  '@aws-sdk/client-sesv2': { name: 'SESv2Client' },
  '@aws-sdk/client-sfn': { name: 'SFNClient' },
};

/** The packages of AWS clients among these packages. */
export function clientsAmong(packages: ReadonlySet<string>): readonly string[] {
  return [...packages].filter((name) => Object.hasOwn(clients, name)).toSorted();
}

/**
 * Builds a function that does next to nothing, with the settings of the deployed functions: it has the given clients of
 * AWS, middy and one schema of zod. With `calls` its handler also calls the table, a bucket and a secret, if it has the
 * client. Returns the path of the built file. A client of the table brings the client for documents.
 */
export async function bareBundle(packages: readonly string[], { calls = false } = {}): Promise<string> {
  const imports = packages.map((name) => {
    const { name: client, call } = clients[name]!;
    const command = calls && call !== undefined ? `, ${/new (\w+)/.exec(call)![1]!}` : '';
    return `import { ${client}${command} } from '${name}';`;
  });
  const sends = packages.flatMap((name) => {
    const { name: client, call } = clients[name]!;
    return calls && call !== undefined ? [`await new ${client}({}).send(${call}).catch(() => undefined);`] : [];
  });
  const text = `import middy from '@middy/core';
import * as z from 'zod';
${imports.join('\n')}
${packages.includes('@aws-sdk/client-dynamodb') ? `import { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';` : ''}
const schema = z.object({ text: z.string() });
const made = () => [${[...packages.map((name) => `new ${clients[name]!.name}({})`), ...(packages.includes('@aws-sdk/client-dynamodb') ? ['DynamoDBDocumentClient.from(new DynamoDBClient({}))'] : [])].join(', ')}];
export const handler = middy(async (event: unknown) => {
  ${sends.join('\n  ')}
  return { clients: made().length, valid: schema.safeParse(event).success };
});
`;
  // The source is below the root of the repository, because esbuild looks for the packages in the folders above it.
  const cache = path.join(root, 'node_modules/.cache/utdrag-bare');
  await mkdir(cache, { recursive: true });
  const entry = path.join(await mkdtemp(path.join(cache, 'source-')), 'bare.ts');
  await writeFile(entry, text);
  const { files } = await bundleHandlers({ entries: { bare: entry }, outFolder: path.join(cache, 'built') });
  return files.get('bare')!;
}

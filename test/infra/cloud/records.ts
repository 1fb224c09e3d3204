import { expect, it } from 'vitest';
import { describedOrganisation } from '#infra/constructs/described-organisation.ts';
import { byDue, byPerson } from '#infra/system.ts';
import {
  dig,
  listAt,
  ofType,
  statementsOf,
  type Resource,
  type SynthesisedCloud,
} from '../../support/synthesised-cloud.ts';
import { synthesisedPolicies } from '../../support/synthesised-policies.ts';

const { organisation } = describedOrganisation('infra/organisation.yaml');
/** Protection of the records. */
export function recordTests(cloud: () => SynthesisedCloud): void {
  const resources = (type: string): readonly Resource[] =>
    ofType(cloud().templates.UtdragRecords, type).map(([, resource]) => resource);
  const at = (type: string, name: string): Resource => {
    const found = resources(type).find(({ Metadata }) => Metadata['aws:cdk:path'].startsWith(`UtdragRecords/${name}/`));
    if (found === undefined) throw new Error(`there is nothing at ${name}`);
    return found;
  };

  it('the case table is protected against loss', () => {
    const [table, ...others] = resources('AWS::DynamoDB::Table');
    expect(others).toEqual([]);
    expect(table).toMatchObject({
      DeletionPolicy: 'Retain',
      UpdateReplacePolicy: 'Retain',
      Properties: {
        DeletionProtectionEnabled: true,
        PointInTimeRecoverySpecification: { PointInTimeRecoveryEnabled: true, RecoveryPeriodInDays: 35 },
        SSESpecification: { SSEEnabled: true, SSEType: 'KMS' },
        // The stream contains no data of the items.
        StreamSpecification: { StreamViewType: 'KEYS_ONLY' },
        KeySchema: [
          { AttributeName: 'pk', KeyType: 'HASH' },
          { AttributeName: 'sk', KeyType: 'RANGE' },
        ],
        GlobalSecondaryIndexes: [byDue, byPerson].map(({ index, partition, sort }) => ({
          IndexName: index,
          KeySchema: [
            { AttributeName: partition, KeyType: 'HASH' },
            { AttributeName: sort, KeyType: 'RANGE' },
          ],
          Projection: { ProjectionType: 'ALL' },
        })),
      },
    });
  });

  it('buckets are closed, encrypted with our key and reached only over TLS [001-20] [002-06]', () => {
    const buckets = ofType(cloud().templates.UtdragRecords, 'AWS::S3::Bucket');
    expect(buckets.length).toBe(6);
    for (const [id, bucket] of buckets) {
      const isLog = bucket.Metadata['aws:cdk:path'].includes('/AccessLogs/');
      expect(bucket, id).toMatchObject({
        DeletionPolicy: 'Retain',
        UpdateReplacePolicy: 'Retain',
        Properties: {
          PublicAccessBlockConfiguration: {
            BlockPublicAcls: true,
            BlockPublicPolicy: true,
            IgnorePublicAcls: true,
            RestrictPublicBuckets: true,
          },
          BucketEncryption: {
            ServerSideEncryptionConfiguration: [
              { ServerSideEncryptionByDefault: { SSEAlgorithm: isLog ? 'AES256' : 'aws:kms' } },
            ],
          },
        },
      });
      expect(bucket.Properties['LoggingConfiguration'] !== undefined, id).toBe(!isLog);
      const policy = resources('AWS::S3::BucketPolicy').find(
        ({ Properties }) => dig(Properties, 'Bucket', 'Ref') === id,
      );
      const statements = statementsOf(policy!);
      for (const condition of [
        { Bool: { 'aws:SecureTransport': 'false' } },
        { NumericLessThan: { 's3:TlsVersion': 1.2 } },
      ])
        expect(statements, id).toContainEqual(
          expect.objectContaining({
            Effect: 'Deny',
            Action: ['s3:*'],
            Principal: { AWS: '*' },
            Condition: condition,
          }),
        );
      const open = statements.filter(
        ({ Effect, Principal }) => Effect === 'Allow' && JSON.stringify(Principal).includes('"*"'),
      );
      expect(open, id).toEqual([]);
    }
  });

  it('nobody in the system can remove an anchor', () => {
    const { Properties } = at('AWS::S3::Bucket', 'Anchors');
    expect(Properties['ObjectLockEnabled']).toBe(true);
    expect(dig(Properties, 'ObjectLockConfiguration', 'Rule', 'DefaultRetention')).toEqual({
      Mode: 'GOVERNANCE',
      Days: 1825,
    });
    const onAnchors = [...synthesisedPolicies(cloud()).values()].flat().filter(({ on }) => on === 'anchors');
    expect(new Set(onAnchors.map(({ action }) => action))).toEqual(new Set(['s3:PutObject', 's3:GetObject']));
  });

  it('findings and answers expire by themselves only long after the system should have erased them', () => {
    for (const name of ['Findings', 'Exports']) {
      const [rule] = listAt(at('AWS::S3::Bucket', name), 'Properties', 'LifecycleConfiguration', 'Rules');
      expect(dig(rule, 'ExpirationInDays')).toBeGreaterThan(365 + organisation.policy.materialDays);
    }
    // Mails that belong to no case are deleted earlier; a scan always belongs to a case.
    const [, mails, scans] = listAt(at('AWS::S3::Bucket', 'Mail'), 'Properties', 'LifecycleConfiguration', 'Rules');
    expect([dig(mails, 'Prefix'), dig(mails, 'ExpirationInDays')]).toEqual(['inbound/', 183]);
    expect(dig(scans, 'Prefix')).toBe('scans/');
    expect(dig(scans, 'ExpirationInDays')).toBeGreaterThan(365 + organisation.policy.materialDays);
    const [rule] = listAt(at('AWS::S3::Bucket', 'Anchors'), 'Properties', 'LifecycleConfiguration', 'Rules');
    expect(dig(rule, 'ExpirationInDays')).toBeUndefined();
  });

  it('an answer can be downloaded only with an address from the last five minutes', () => {
    expect(statementsOf(at('AWS::S3::BucketPolicy', 'Exports'))).toContainEqual(
      expect.objectContaining({
        Effect: 'Deny',
        Action: ['s3:GetObject'],
        Principal: { AWS: '*' },
        Condition: { NumericGreaterThan: { 's3:signatureAge': '300000' } },
      }),
    );
  });

  it('the case secret is made of 64 random hexadecimal digits, and the secret of a system is empty at first', () => {
    const { GenerateSecretString: generated } = at('AWS::SecretsManager::Secret', 'CaseSecret').Properties;
    expect(generated).toMatchObject({
      PasswordLength: 64,
      GenerateStringKey: 'master',
      SecretStringTemplate: '{}',
      ExcludePunctuation: true,
      ExcludeUppercase: true,
      RequireEachIncludedType: false,
    });
    const excluded = String(dig(generated, 'ExcludeCharacters'));
    const left = [...'abcdefghijklmnopqrstuvwxyz0123456789'].filter((letter) => !excluded.includes(letter));
    expect(left.join('')).toBe('abcdef0123456789');
    for (const system of organisation.systems)
      if (system.kind === 'connector')
        expect(at('AWS::SecretsManager::Secret', `SystemSecret-${system.id}`)).toMatchObject({
          DeletionPolicy: 'Retain',
          Properties: { Name: system.secret, SecretString: '{}' },
        });
  });

  it('there is one key, which is rotated and cannot be lost by accident', () => {
    expect(resources('AWS::KMS::Key')).toMatchObject([
      { DeletionPolicy: 'Retain', Properties: { EnableKeyRotation: true, PendingWindowInDays: 30 } },
    ]);
  });
}

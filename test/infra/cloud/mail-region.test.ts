import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { describe, expect, it } from 'vitest';
import { mailRegionProblem } from '#infra/constructs/mail-region.ts';
import { root } from '../../support/synthesised-cloud.ts';

describe('A region', () => {
  it('that receives mail is accepted', () => {
    expect(['eu-west-1', 'eu-central-1', 'us-east-1'].map(mailRegionProblem)).toEqual([
      undefined,
      undefined,
      undefined,
    ]);
  });

  it.each(['eu-central-2', 'af-south-1', 'us-gov-west-1', ''])(
    'that receives none is named, with those that do: %s',
    (region) => {
      expect(mailRegionProblem(region)).toMatch(new RegExp(`no mail in ${region}, .*AWS_REGION to one of .*eu-west-1`));
    },
  );

  it('that receives none ends the synthesis before anything is created', async () => {
    const synthesis = promisify(execFile)(process.execPath, ['infra/app.ts'], {
      cwd: root,
      env: { ...process.env, CDK_DEFAULT_REGION: 'eu-central-2' },
    });
    await expect(synthesis).rejects.toThrow(/Amazon SES receives no mail in eu-central-2/);
  });
});

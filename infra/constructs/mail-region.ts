/**
 * Regions in which Amazon SES receives mail, as of November 2026
 * (https://docs.aws.amazon.com/general/latest/gr/ses.html, "Email receiving endpoints"). That page does not list
 * eu-north-1 and eu-south-1. The project includes both, because domains in use have MX records that name these regions.
 */
const receiving: ReadonlySet<string> = new Set([
  'ap-northeast-1',
  'ap-southeast-1',
  'ap-southeast-2',
  'ap-southeast-3',
  'ca-central-1',
  'eu-central-1',
  'eu-north-1',
  'eu-south-1',
  'eu-west-1',
  'eu-west-2',
  'us-east-1',
  'us-east-2',
  'us-west-2',
]);

/**
 * Says why the system cannot be deployed to a region in which SES receives no mail; `undefined` for any other region.
 * Without this check mailed requests could be lost, and nobody would notice while their legal periods run.
 */
export function mailRegionProblem(region: string): string | undefined {
  if (receiving.has(region)) return undefined;
  return (
    `Amazon SES receives no mail in ${region}, so requests by e-mail would be lost there. ` +
    `Set AWS_REGION to one of ${[...receiving].join(', ')}; if AWS has added ${region} since, add it to infra/constructs/mail-region.ts.`
  );
}

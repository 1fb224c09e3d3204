// List prices of AWS in dollars, without taxes, free tiers and discounts.

/** One price. `page`: where AWS publishes it. */
export interface Price {
  readonly usd: number;
  readonly per: number;
  readonly unit: string;
  readonly page: string;
  /** The region in which this is the price. A price of Frankfurt is not below the price of Stockholm. */
  readonly region: 'every region' | 'eu-north-1' | 'eu-central-1';
}

const million = 1_000_000;

/**
 * When the prices were written down. They were written from memory and from price lists of third parties, on a machine
 * without access to the pages of AWS. Where the price of Stockholm (eu-north-1) was not known for certain, it is the
 * price of Frankfurt (eu-central-1), which is higher. So a cost that is calculated with them is an upper bound.
 * `https://pricing.us-east-1.amazonaws.com/offers/v1.0/aws/SERVICE/current/eu-north-1/index.json` has the present
 * prices of a service, such as `AmazonDynamoDB`.
 */
export const pricesOf = '2026-11-30';

export const prices = {
  lambdaRequest: price(0.2, million, 'request', 'lambda', 'every region'),
  // Arm64, first tier.
  lambdaGigabyteSecond: price(0.0000133334, 1, 'GB-second', 'lambda', 'eu-north-1'),
  transition: price(0.025, 1000, 'state transition', 'step-functions', 'eu-north-1'),
  tableWrite: price(0.7625, million, 'write request unit', 'dynamodb', 'eu-central-1'),
  tableRead: price(0.1525, million, 'read request unit', 'dynamodb', 'eu-central-1'),
  tableStorage: price(0.306, 1, 'GB-month', 'dynamodb', 'eu-central-1'),
  // Continuous backups (point-in-time recovery).
  tableBackup: price(0.2448, 1, 'GB-month', 'dynamodb', 'eu-central-1'),
  objectWrite: price(0.0054, 1000, 'PUT, COPY, POST or LIST request', 's3', 'eu-central-1'),
  objectRead: price(0.00043, 1000, 'GET or other request', 's3', 'eu-central-1'),
  objectStorage: price(0.0245, 1, 'GB-month', 's3', 'eu-central-1'),
  mail: price(0.1, 1000, 'mail', 'ses', 'every region'),
  httpRequest: price(1.2, million, 'request to an HTTP API', 'api-gateway', 'eu-central-1'),
  secretRead: price(0.05, 10_000, 'request', 'secrets-manager', 'every region'),
  keyRequest: price(0.03, 10_000, 'request', 'kms', 'every region'),
  logs: price(0.63, 1, 'GB', 'cloudwatch', 'eu-central-1'),
  trace: price(5, million, 'trace', 'xray', 'every region'),
  dataOut: price(0.09, 1, 'GB to the internet', 'ec2', 'eu-north-1'),
} as const satisfies Readonly<Record<string, Price>>;

function price(usd: number, per: number, unit: string, service: string, region: Price['region']): Price {
  return { usd, per, unit, page: `https://aws.amazon.com/${service}/pricing/`, region };
}

export type Priced = keyof typeof prices;

/** What a number of units costs, in dollars. */
export function costOf(what: Priced, units: number): number {
  return (prices[what].usd / prices[what].per) * units;
}

import { describedOrganisation, type DescribedOrganisation } from '#infra/constructs/described-organisation.ts';

/** The path of the demo organisation's description, from the root of the repository. */
export const demoFile = 'infra/organisation.yaml';

/**
 * Reads and checks the description of the demo organisation. Throws one error that lists every problem with its place.
 */
export function readDemoOrganisation(): DescribedOrganisation {
  return describedOrganisation(demoFile);
}

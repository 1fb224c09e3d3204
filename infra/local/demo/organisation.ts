import { describedOrganisation, type DescribedOrganisation } from '#infra/constructs/described-organisation.ts';

/** The description of the demo organisation, from the root of the repository. */
export const demoFile = 'infra/organisation.yaml';

/** Reads and checks the demo organisation; throws one error with every problem and its place. */
export function readDemoOrganisation(): DescribedOrganisation {
  return describedOrganisation(demoFile);
}

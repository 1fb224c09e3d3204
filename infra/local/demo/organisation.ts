import { describedOrganisation, type DescribedOrganisation } from '#infra/constructs/described-organisation.ts';

/** The path of the file that describes the demo organisation, from the root of the repository. */
export const demoFile = 'infra/organisation.yaml';

/**
 * Reads and checks the description of the demo organisation. If it has mistakes, throws one error that lists every
 * mistake with its place.
 */
export function readDemoOrganisation(): DescribedOrganisation {
  return describedOrganisation(demoFile);
}

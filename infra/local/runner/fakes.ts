import { startFake as startFortnox } from '#connectors/fortnox/fake.ts';
import { startFake as startHubspot } from '#connectors/hubspot/fake.ts';
import { startFake as startMailchimp } from '#connectors/mailchimp/fake.ts';
import { startFake as startScrive } from '#connectors/scrive/fake.ts';
import type { Fake, StartFake, TestPerson } from '#connectors/sdk/fake.ts';

const starters: Readonly<Record<string, StartFake>> = {
  hubspot: startHubspot,
  scrive: startScrive,
  fortnox: startFortnox,
  mailchimp: startMailchimp,
};

/** Starts a stand-in for each connector that is used, and plants the people in every one. */
export async function startFakes(
  connectors: readonly string[],
  people: readonly TestPerson[],
): Promise<ReadonlyMap<string, Fake>> {
  const fakes = new Map<string, Fake>();
  for (const name of new Set(connectors)) {
    const start = starters[name];
    if (start === undefined)
      throw new Error(`there is no stand-in for the connector ${name}: add its fake.ts to infra/local/runner/fakes.ts`);
    const fake = await start();
    for (const person of people) fake.plant(person);
    fakes.set(name, fake);
  }
  return fakes;
}

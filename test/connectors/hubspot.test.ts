import { describe, it } from 'vitest';
import { hubspot } from '#connectors/hubspot/connector.ts';
import { startFake } from '#connectors/hubspot/fake.ts';
import { conformanceChecks } from '#connectors/sdk/conformance.ts';
import { testPerson } from '#connectors/sdk/test-person.ts';

describe('the HubSpot connector', () => {
  for (const { title, run } of conformanceChecks({ connector: hubspot, startFake, person: testPerson })) it(title, run);
});

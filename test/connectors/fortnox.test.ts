import { describe, it } from 'vitest';
import { fortnox } from '#connectors/fortnox/connector.ts';
import { startFake } from '#connectors/fortnox/fake.ts';
import { conformanceChecks } from '#connectors/sdk/conformance.ts';
import { testPerson } from '#connectors/sdk/test-person.ts';

describe('fortnox', () => {
  for (const { title, run } of conformanceChecks({ connector: fortnox, startFake, person: testPerson })) it(title, run);
});

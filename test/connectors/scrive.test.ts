import { describe, it } from 'vitest';
import { scrive } from '#connectors/scrive/connector.ts';
import { startFake } from '#connectors/scrive/fake.ts';
import { conformanceChecks } from '#connectors/sdk/conformance.ts';
import { testPerson } from '#connectors/sdk/test-person.ts';

describe('scrive', () => {
  for (const { title, run } of conformanceChecks({ connector: scrive, startFake, person: testPerson })) it(title, run);
});

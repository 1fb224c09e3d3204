import { describe, it } from 'vitest';
import { mailchimp } from '#connectors/mailchimp/connector.ts';
import { startFake } from '#connectors/mailchimp/fake.ts';
import { conformanceChecks } from '#connectors/sdk/conformance.ts';
import { testPerson } from '#connectors/sdk/test-person.ts';

describe('the Mailchimp connector', () => {
  for (const { title, run } of conformanceChecks({ connector: mailchimp, startFake, person: testPerson }))
    it(title, run);
});

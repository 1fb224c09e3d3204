// A vendor adds fields at any time. A search must not fail because of a new field, and must not drop it silently.
import { expect, it } from 'vitest';
import { annotationOf } from '#domain/findings/annotation.ts';
import { fortnox } from '#connectors/fortnox/connector.ts';
import { hubspot } from '#connectors/hubspot/connector.ts';
import { mailchimp } from '#connectors/mailchimp/connector.ts';
import { partyRecord } from '#connectors/scrive/records.ts';
import { scrive } from '#connectors/scrive/connector.ts';
import { documentSchema } from '#connectors/scrive/wire.ts';
import { UnreadRecord } from '#connectors/sdk/unread-record.ts';

const added = 'added_by_the_vendor';

it.each([fortnox, hubspot, mailchimp])('A field that the vendor adds has an annotation in $id', ({ resources }) => {
  for (const resource of Object.values(resources)) expect(annotationOf(resource, added)).toBeDefined();
});

it('A field that Scrive adds is left out of the record, and the answer says that such fields are', () => {
  const document = documentSchema.parse({ id: 'd', parties: [{ id: 'p', fields: [], [added]: 'x', is_author: true }] });
  const [party] = document.parties;
  if (party === undefined || party instanceof UnreadRecord) throw new Error('the party is not read');
  expect(partyRecord(document, party).data).toMatchObject({ is_author: true });
  expect(partyRecord(document, party).data).not.toHaveProperty(added);
  expect(scrive.doesNotRead.map(({ what }) => what.en)).toContainEqual(
    expect.stringContaining('that Scrive adds later'),
  );
});

// A field that no connector declares is named by the organisation or its vendor, perhaps after a person.
import { describe, expect, it } from 'vitest';
import type { ReviewItem } from '#api/review.ts';
import { reviewEntries } from '#casework/review/review-entries.ts';
import type { Resource } from '#domain/findings/annotation.ts';
import { alikeRules } from '#domain/review/alike.ts';
import { applied } from '#domain/review/applied.ts';
import type { ReviewEntry } from '#domain/review/entry.ts';
import { soughtBy } from '#domain/review/sought.ts';

const field = {
  title: { sv: 'Fält', en: 'Field' },
  category: 'communication',
  origin: 'noted',
  thirdParty: 'possible',
  portable: false,
} as const;
const resource: Resource = { title: { sv: 'Kort', en: 'Card' }, fields: { text: field }, otherFields: field };
const key = 'k'.repeat(64);
const reader = { language: 'sv', timeZone: 'Europe/Stockholm' } as const;
const name = 'Grannen Gustavs nummer';
const data = { text: 'Ringde', [name]: '070-174 06 98, ring på kvällen' };

const item: ReviewItem = {
  id: '1'.repeat(32),
  version: '2'.repeat(16),
  system: 'crm',
  systemTitle: { sv: 'CRM', en: 'CRM' },
  resource: 'card',
  title: resource.title,
  record: '1',
  belongsTo: null,
  tie: { how: 'own', by: [], against: [] },
  byRule: null,
  open: true,
  seen: true,
  unreadable: null,
  fields: Object.entries(data).map(([of, value]) => ({
    name: of,
    title: field.title,
    value,
    from: 0,
    length: value.length,
    cut: false,
    given: value,
    folds: [],
    category: field.category,
    thirdParty: field.thirdParty,
  })),
  leftOut: [],
  refused: false,
  notGivenAgain: false,
  hasParts: false,
  documents: [],
  missing: [],
  proposals: [],
  copies: [],
  decisions: [],
};

const onItem = { item: item.id, version: item.version };
const decisions = {
  mask: { ...onItem, do: 'mask', field: name },
  'mask of a part': { ...onItem, do: 'mask', field: name, from: 0, to: 13 },
  withhold: { ...onItem, do: 'withhold', field: name },
  'mask of the field everywhere': { do: 'mask', alike: { system: 'crm', resource: 'card', field: name } },
} as const;

async function entriesOf(decision: (typeof decisions)[keyof typeof decisions]): Promise<readonly ReviewEntry[]> {
  const made = await reviewEntries([decision], {
    item: () => item,
    copiesOf: () => [],
    kindsOf: () => ({ card: resource }),
    key,
    keep: async () => 'text',
  });
  if (!made.ok) throw new Error(made.rule);
  return made.entries;
}
function answerOf(entries: readonly ReviewEntry[]): string {
  const result = applied(
    { resource: 'card', id: '1', data, partOf: null, attachments: [] },
    {
      system: 'crm',
      resource,
      key,
      decisions: entries.filter((one) => !('alike' in one)),
      alike: alikeRules(entries, () => ''),
      reader,
    },
  );
  if (result.outcome !== 'given') throw new Error(result.outcome);
  const values = new Map<string, string>(Object.entries(data));
  return JSON.stringify(
    result.fields.map(({ stored, content }) => (content.kind === 'stored' ? values.get(stored) : content.shown)),
  );
}

describe.each(Object.entries(decisions))('a %s of a field that is not declared', (_, decision) => {
  it('is carried out, and the log does not have the name of the field', async () => {
    const entries = await entriesOf(decision);
    expect(JSON.stringify(entries)).not.toMatch(/Gustav/);
    expect(answerOf(entries)).not.toContain('070-174 06 98');
  });

  it('is carried out as well if an earlier version of the program has stored the name', () => {
    const limit = { ground: 'others-rights', text: null, told: true } as const;
    const on = { ...onItem, system: 'crm' };
    const before: ReviewEntry =
      'alike' in decision
        ? { do: 'mask-alike', alike: { all: 'field', ...decision.alike }, letter: null, ...limit }
        : decision.do === 'withhold'
          ? { do: 'withhold', ...on, part: { of: 'field', field: name }, ...limit }
          : { do: 'mask', ...on, field: name, span: null, letter: null, ...limit };
    expect(answerOf([before])).not.toContain('070-174 06 98');
  });
});

it('the last look searches for the value of such a field', async () => {
  const [entry] = await entriesOf(decisions['mask of a part']);
  expect(soughtBy(entry!, { data, identifiers: [] }, { resource, key, reader })).toEqual([
    { text: '070-174 06 98', field: name },
  ]);
});

it('a declared field keeps its name', async () => {
  const entries = await entriesOf({ ...decisions.mask, field: 'text' } as unknown as typeof decisions.mask);
  expect(entries).toMatchObject([{ field: 'text' }]);
});

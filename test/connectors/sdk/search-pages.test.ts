import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { defineConnector, type AnyConnector, type Candidate, type Page } from '#connectors/sdk/connector.ts';
import { field, given } from '#connectors/sdk/field.ts';
import { contentOf, namesOf } from '#connectors/sdk/same-id.ts';
import { searchPages, type SortedPage } from '#connectors/sdk/search-pages.ts';
import { nameOfSame } from '#domain/findings/same-id.ts';
import type { Identifier } from '#domain/identifiers/identifier.ts';
import { plainConnector } from '../plain-connector.ts';

const person: Identifier = { kind: 'email', value: 'an@x.example' };

function connectorOf(pages: readonly Page[]): AnyConnector {
  return defineConnector({
    ...plainConnector,
    id: 'paper',
    learns: ['email', 'phone'],
    resources: {
      card: {
        title: { sv: 'Kort', en: 'Card' },
        fields: {
          name: field('Namn', 'Name', 'identity', given),
          email: field('E-post', 'E-mail', 'contact', given),
        },
      },
    },
    async *search({ cursor }) {
      for (const page of pages.slice(typeof cursor === 'number' ? cursor : 0)) yield page;
    },
  });
}

async function pagesOf(pages: readonly Page[], wanted = [person]): Promise<readonly SortedPage[]> {
  const connector = connectorOf(pages);
  const never = (): Promise<never> => Promise.reject(new Error('no call is made'));
  const before = { belonging: [], unplaced: [], apart: [], given: [] };
  const input = { verified: [person], rejected: [], wanted, cursor: null, before, reading: { today: '2026-11-21' } };
  const found: SortedPage[] = [];
  const installed = connector.install({ settings: {}, secret: {} });
  for await (const page of searchPages(connector, installed, { request: never, find: never }, input)) found.push(page);
  return found;
}

const card = (id: string, more: Partial<Candidate> = {}): Candidate => ({
  resource: 'card',
  id,
  data: { name: 'x', email: 'AN@x.example' },
  ...more,
});

describe('the pages of a search', () => {
  it('contain the records that belong to the person, with parts of records on earlier pages', async () => {
    const part = card('2', { data: { name: 'y' }, partOf: { resource: 'card', id: '1' } });
    const pages = await pagesOf([
      { candidates: [card('1'), card('9', { data: { name: 'z' } })], next: 1 },
      { candidates: [part], next: null },
    ]);
    expect(pages.map(({ belongs }) => belongs.map(({ id }) => id))).toEqual([['1'], ['2']]);
    expect(pages[0]!.possible.map(({ id }) => id)).toEqual(['9']);
  });

  it('end with the page that says it is the last', async () => {
    expect(
      await pagesOf([
        { candidates: [], next: null },
        { candidates: [card('1')], next: null },
      ]),
    ).toHaveLength(1);
  });

  it('are a failure if no page says it is the last', async () => {
    await expect(pagesOf([{ candidates: [card('1')], next: 1 }])).rejects.toMatchObject({ code: 'unexpected-answer' });
    await expect(pagesOf([])).rejects.toMatchObject({ code: 'unexpected-answer' });
  });

  it('are a failure if a cursor is returned twice, at once or later, in any order of its keys', async () => {
    const page = (next: Page['next']): Page => ({ candidates: [], next });
    await expect(pagesOf([page({ a: 1, b: 2 }), page({ b: 2, a: 1 })])).rejects.toMatchObject({ code: 'cursor-loop' });
    await expect(pagesOf([page(1), page(2), page(1)])).rejects.toMatchObject({ code: 'cursor-loop' });
  });

  it('are a failure if a record of the person has an undeclared field or resource', async () => {
    for (const candidate of [card('1', { data: { shoe: 39 } }), card('1', { resource: 'other' })])
      await expect(pagesOf([{ candidates: [candidate], next: null }])).rejects.toMatchObject({
        code: 'unexpected-answer',
      });
  });

  it('give two records with one id and different contents different ids, and the same record one id', async () => {
    const note = (id: string, name: string) => card(id, { data: { name, email: 'an@x.example' } });
    const pages = await pagesOf([
      { candidates: [note('1', 'a'), note('1', 'b'), note('1', 'a')], next: 1 },
      { candidates: [note('1', 'b'), note('1', 'c'), note('1#2', 'd'), note('2', 'a')], next: null },
    ]);
    const named = pages.map(({ belongs }) => belongs.map(({ id, data }) => [id, data['name']]));
    expect(named).toEqual([
      [
        ['1', 'a'],
        ['1 [2]', 'b'],
        ['1', 'a'],
      ],
      [
        ['1 [2]', 'b'],
        ['1 [3]', 'c'],
        ['1#2', 'd'],
        ['2', 'a'],
      ],
    ]);
  });

  it('give the same ids when the search continues after the stored pages', async () => {
    const records = ['a', 'b', 'a', 'c'].map((name) => ({ resource: 'card', id: '1', data: { name } }));
    const nameOf = namesOf([]);
    const names = records.map(nameOf);
    expect(names).toEqual(['1', '1 [2]', '1', '1 [3]']);
    for (let kept = 0; kept <= records.length; kept += 1) {
      const given = records.slice(0, kept).map(({ data, ...one }, index) => ({
        ...one,
        id: names[index]!,
        content: contentOf({ data }),
      }));
      const goesOn = namesOf(given);
      expect(records.slice(kept).map(goesOn)).toEqual(names.slice(kept));
    }
  });

  it('have the same ids as a search through all ids one by one, also if an id looks like such an id', () => {
    const record = fc.record({
      id: fc.constantFrom('1', '1 [2]', '2', '1 [2] [2]'),
      name: fc.constantFrom('a', 'b', 'c'),
    });
    fc.assert(
      fc.property(fc.array(record), (records) => {
        const contents = new Map<string, string>();
        const oneByOne = ({ id, name: content }: (typeof records)[number]): string => {
          for (let number = 1; ; number += 1) {
            const name = nameOfSame(id, number);
            if ((contents.get(name) ?? content) !== content) continue;
            contents.set(name, content);
            return name;
          }
        };
        const nameOf = namesOf([]);
        expect(records.map(({ id, name }) => nameOf({ resource: 'card', id, data: { name } }))).toEqual(
          records.map(oneByOne),
        );
      }),
    );
  });

  it('are none if the system cannot be searched by any of the kinds', async () => {
    expect(await pagesOf([{ candidates: [], next: null }], [{ kind: 'phone', value: '+46701740610' }])).toEqual([]);
  });
});

import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { HeldIdentifier } from '#domain/findings/finding.ts';
import type { Knowledge } from '#domain/findings/knowledge.ts';
import { standings, type Standing, type StandingPage, type StandingRecord } from '#domain/findings/standing.ts';
import { identifierKinds, type Identifier } from '#domain/identifiers/identifier.ts';
import { weights } from '#domain/identifiers/weight.ts';

const email: Identifier = { kind: 'email', value: 'asa@x.example' };
const second: Identifier = { kind: 'email', value: 'asa.b@y.example' };
const phone: Identifier = { kind: 'phone', value: '+46701740610' };
const mine: Identifier = { kind: 'personnummer', value: '189001019802' };
const bos: Identifier = { kind: 'personnummer', value: '198012312388' };
const company: Identifier = { kind: 'organisationNumber', value: '5560160680' };
const another: Identifier = { kind: 'organisationNumber', value: '5566778899' };
const customer = (value: string): Identifier => ({ kind: 'customerNumber', value });

const own = (...all: readonly Identifier[]): readonly HeldIdentifier[] =>
  all.map((one) => ({ ...one, weight: 'own', field: 'f' }));
const reached = (one: Identifier): HeldIdentifier => ({ ...one, weight: 'contact', field: 'f' });

interface Held extends StandingRecord {
  readonly system: string;
}
/** A record as a search stored it: `partOf` names a record of the same system. */
function held(system: string, id: string, identifiers: readonly HeldIdentifier[], partOf?: string): Held {
  return {
    system,
    resource: 'card',
    id,
    identifiers: [...identifiers],
    partOf: partOf === undefined ? null : { resource: 'card', id: partOf },
    tie: partOf === undefined ? { as: 'own', by: [] } : { as: 'part' },
  };
}

/** The standing of each record, each on its own page. */
function standingsOf(records: readonly Held[], knowledge: Knowledge): ReadonlyMap<string, Standing> {
  const { look, together } = standings(knowledge);
  const page = (finding: StandingRecord): StandingPage => ({
    findings: [finding],
    disputed: [],
    possible: [],
    unplaced: [],
  });
  for (const one of records) look(one.system, page(one));
  const of = new Map([...new Set(records.map(({ system }) => system))].map((id) => [id, together()(id)]));
  return new Map(records.map((one) => [`${one.system}/${one.id}`, of.get(one.system)!.of(one)]));
}
function disputed(records: readonly Held[], verified: readonly Identifier[], rejected: readonly Identifier[] = []) {
  const all = standingsOf(records, { verified, rejected });
  return [...all].filter(([, standing]) => standing === 'disputed').map(([name]) => name);
}

describe('A record that is tied only by a contact', () => {
  const ten = held('shop', '10', own(email, customer('10')));
  const other = held('shop', '777', [reached(phone), ...own(customer('777'))]);

  it('is disputed beside a record with another customer number that is the person’s by its own identifiers', () => {
    expect(disputed([ten, other], [email, phone])).toEqual(['shop/777']);
    expect(disputed([other, ten], [email, phone])).toEqual(['shop/777']);
    expect(disputed([ten, held('shop', '777', [reached(email), ...own(customer('777'))])], [email])).toEqual([
      'shop/777',
    ]);
  });

  it('is the person’s if it shares the number, or another own identifier, with such a record', () => {
    const alike = held('shop', 'a', [reached(phone), ...own(customer('10'))]);
    expect(disputed([ten, alike], [email, phone])).toEqual([]);
    const withNumber = held('shop', '10', own(email, mine, customer('10')));
    const same = held('shop', '777', [reached(phone), ...own(mine, customer('777'))]);
    expect(disputed([withNumber, same], [email, phone])).toEqual([]);
    const proven = held('shop', '10', own(mine, second, customer('10')));
    const between = held('crm', 'b', [reached(phone), ...own(second, company)]);
    const far = held('shop', '777', [reached(phone), ...own(company, customer('777'))]);
    // The record in between may be a card of two people: it proves nothing about another.
    expect(disputed([proven, between], [mine, phone])).toEqual([]);
    expect(disputed([proven, between, far], [mine, phone])).toEqual(['shop/777']);
  });

  it.each<[string, readonly Identifier[]]>([
    ['a customer number', [customer('777')]],
    ['a personnummer', [bos]],
    ['an address', [second]],
    ['an organisation number', [company]],
    ['several of these', [customer('777'), bos, second]],
  ])(
    'is disputed if it names %s and nothing shows that this is the person’s, although nothing else is named',
    (_, names) => {
      const one = held('shop', 'x', [reached(phone), ...own(...names)]);
      expect(disputed([one], [phone, mine])).toEqual(['shop/x']);
      expect(disputed([one, held('crm', 'y', own(email))], [phone, email])).toEqual(['shop/x']);
      const two = [one, held('shop', 'y', [reached(phone), ...own(...names)])];
      expect(disputed(two, [phone, mine])).toEqual(['shop/x', 'shop/y']);
    },
  );

  it('belongs to a person of whom only the telephone is known, if all such records name one person', () => {
    const one = held('shop', 'x', [reached(phone), ...own(customer('777'), bos)]);
    expect(disputed([one], [phone])).toEqual([]);
    expect(disputed([one, held('crm', 'y', [reached(phone), ...own(second, bos)])], [phone])).toEqual([]);
    expect(disputed([one, held('crm', 'y', [reached(phone)])], [phone])).toEqual([]);
    const two = [one, held('crm', 'y', [reached(phone), ...own(second)])];
    expect(disputed(two, [phone])).toEqual(['shop/x', 'crm/y']);
    expect(disputed(two, [phone], [second])).toEqual(['crm/y']);
    expect(disputed([one, held('crm', 'y', [reached(phone), ...own(mine)])], [phone])).toEqual(['shop/x', 'crm/y']);
  });

  it('belongs if it names nobody; orders and contracts do not distinguish people', () => {
    const order: Identifier = { kind: 'orderNumber', value: 'A-1' };
    const contract: Identifier = { kind: 'contractNumber', value: 'C-1' };
    expect(disputed([held('shop', 'x', [reached(phone)])], [phone])).toEqual([]);
    expect(disputed([held('shop', 'x', [reached(phone), ...own(order, contract)])], [phone])).toEqual([]);
  });

  it('is not shown to be the person’s by the customer number of another system', () => {
    const same = held('shop', 'x', [reached(phone), ...own(customer('10'))]);
    expect(disputed([ten, same], [email, phone])).toEqual([]);
    expect(disputed([{ ...ten, system: 'crm' }, same], [email, phone])).toEqual(['shop/x']);
  });

  it('is not shown to be the person’s by a record that is itself disputed', () => {
    const asa = held('crm', '1', own(email, mine));
    const bo = held('shop', '2', own(email, bos, customer('777')));
    const bill = held('shop', '3', [reached(email), ...own(customer('777'))]);
    expect(disputed([asa, bo, bill], [email])).toEqual(['crm/1', 'shop/2', 'shop/3']);
    expect(disputed([bo, bill], [email])).toEqual([]);
  });

  it('is disputed beside one with another address or organisation number, in whichever system that is', () => {
    const proven = held('crm', '1', own(mine, email, company));
    expect(disputed([proven, held('shop', '2', [reached(phone), ...own(second)])], [mine, phone])).toEqual(['shop/2']);
    expect(disputed([proven, held('shop', '2', [reached(phone), ...own(another)])], [mine, phone])).toEqual(['shop/2']);
    expect(disputed([proven, held('shop', '2', [reached(phone), ...own(email, another)])], [mine, phone])).toEqual([]);
    const one = held('crm', '1', [reached(phone), ...own(email)]);
    expect(disputed([one, held('shop', '2', [reached(phone), ...own(second)])], [phone])).toEqual(['crm/1', 'shop/2']);
  });

  it('is not shown to be the person’s by one with somebody else’s personnummer, or with two people’s addresses', () => {
    const bridge = held('shop', 'b', [reached(email), ...own(customer('10'), customer('777'), bos)]);
    const far = held('shop', 'c', [reached(email), ...own(customer('777'))]);
    expect(disputed([ten, bridge, far], [email])).toEqual(['shop/b', 'shop/c']);
    const couple = held('crm', 'd', [reached(phone), ...own(email, second)]);
    const other = held('shop', 'e', [reached(phone), ...own(second, customer('777'))]);
    const proven = held('shop', '1', own(mine, email));
    expect(
      disputed([proven, couple, other, held('shop', 'f', [reached(phone), ...own(customer('777'))])], [mine, phone]),
    ).toEqual(['shop/e', 'shop/f']);
  });

  it('has parts with the same standing', () => {
    const part = held('shop', 'i', own(customer('777')), '777');
    const all = standingsOf([ten, other, part, held('shop', 'j', own(customer('10')), '10')], {
      verified: [email, phone],
      rejected: [],
    });
    expect([...all.values()]).toEqual(['belongs', 'disputed', 'part-of-none', 'belongs']);
  });
});

describe('A personnummer beside a record that is the person’s by its own identifiers', () => {
  const ten = held('shop', '10', own(email, customer('10')));

  it('makes a record disputed that is tied only by a contact, unless such a record names the personnummer', () => {
    const other = held('crm', 'x', [reached(phone), ...own(bos)]);
    expect(disputed([ten, other], [email, phone])).toEqual(['crm/x']);
    expect(disputed([other, ten], [email, phone])).toEqual(['crm/x']);
    const same = held('crm', 'x', [reached(phone), ...own(mine)]);
    expect(disputed([held('shop', '10', own(email, mine)), same], [email, phone])).toEqual([]);
    const sameNumber = held('shop', 'x', [reached(phone), ...own(bos, customer('10'))]);
    expect(disputed([ten, sameNumber], [email, phone])).toEqual(['shop/x']);
  });

  it('does not depend on a name: a record with only the shared number has the standing of the number', () => {
    expect(disputed([ten, held('crm', 'y', [reached(phone)])], [email, phone])).toEqual([]);
  });
});

describe('Two verified personnummer', () => {
  const asa = held('shop', '1', own(email, mine));
  const bo = held('crm', '2', own(email, bos));

  it('that no person has both of make the records of both disputed', () => {
    expect(disputed([asa, bo], [email, mine, bos])).toEqual(['shop/1', 'crm/2']);
  });

  it('of which one is a samordningsnummer belong to one person', () => {
    const earlier: Identifier = { kind: 'personnummer', value: '189001619804' };
    expect(disputed([asa, held('crm', '2', own(email, earlier))], [email, mine, earlier])).toEqual([]);
  });
});

describe('A number that one system issued', () => {
  it('ties and contradicts only records of that system', () => {
    const records = ['shop', 'crm'].map((system) => held(system, 'x', own(customer('10'), bos)));
    const known = { verified: [email, { ...customer('10'), system: 'shop' }], rejected: [] };
    expect([...standingsOf(records, known).values()]).toEqual(['belongs', 'possible']);
    const order: Identifier = { kind: 'orderNumber', value: '10' };
    const reachedAt = ['shop', 'crm'].map((system) => held(system, 'x', [reached(email), ...own(order)]));
    const rejecting = { verified: [email], rejected: [{ ...order, system: 'shop' }] };
    expect([...standingsOf(reachedAt, rejecting).values()]).toEqual(['disputed', 'belongs']);
  });
});

describe('A part that names the ids of two records', () => {
  const asas = held('shop', 'X', own(email));
  const part = held('shop', 'p', [], 'X');
  const of = (...records: readonly Held[]) =>
    standingsOf(records, { verified: [email], rejected: [second] }).get('shop/p');

  it('belongs if both are the person’s, and is possible if one of them may be somebody else’s', () => {
    expect(of(asas, part)).toBe('belongs');
    expect(of(asas, held('shop', 'X [2]', own(email)), part)).toBe('belongs');
    expect(of(asas, held('shop', 'X [2]', own(second)), part)).toBe('possible');
    expect(of(held('shop', 'X [2]', own(second)), part, asas)).toBe('possible');
    expect(of(held('shop', 'X', own(second)), held('shop', 'X [2]', own(email)), part)).not.toBe('belongs');
  });
});

describe('A second customer record of the person', () => {
  it('remains, with its own number', () => {
    const records = [held('shop', '10', own(email, customer('10'))), held('shop', '11', own(email, customer('11')))];
    expect(disputed(records, [email])).toEqual([]);
  });
});

describe('Records of different systems that name different personnummer', () => {
  const asa = held('shop', '1', own(email, mine));
  const bo = held('crm', '2', own(email, bos));

  it('are all disputed as long as nobody knows which is the person’s', () => {
    expect(disputed([asa, bo], [email])).toEqual(['shop/1', 'crm/2']);
    expect(disputed([asa, bo, held('news', '3', own(email))], [email])).toEqual(['shop/1', 'crm/2']);
    expect(disputed([asa, bo], [email, mine])).toEqual(['crm/2']);
    expect(disputed([asa, bo], [email], [bos])).toEqual(['crm/2']);
    expect(disputed([asa, held('crm', '2', own(email, mine))], [email])).toEqual([]);
  });

  it('are distinguished if only one of them is the person’s by its own address', () => {
    expect(disputed([asa, held('crm', '2', [reached(email), ...own(bos)])], [email])).toEqual(['crm/2']);
  });

  it('may be parts: a part with another number than its record is somebody else’s', () => {
    const part = held('shop', 'i', own(bos), '1');
    expect(disputed([asa, part], [email])).toEqual(['shop/i']);
    expect(disputed([held('crm', '2', own(email, mine)), held('shop', '1', own(email)), part], [email])).toEqual([
      'shop/i',
    ]);
    expect(disputed([held('shop', '1', own(email)), part, held('shop', 'j', own(mine), '1')], [email])).toEqual([
      'shop/i',
      'shop/j',
    ]);
    // A part of a record that is not the person's says nothing about the person.
    const apart = held('crm', '2', own(second));
    expect(disputed([asa, apart, held('crm', 'i', own(bos), '2')], [email], [second])).toEqual([]);
  });

  it('may be one record that names two', () => {
    expect(disputed([held('shop', '1', own(email, mine, bos))], [email])).toEqual(['shop/1']);
    expect(disputed([held('shop', '1', own(email, mine, bos))], [email, mine])).toEqual([]);
  });
});

describe('What is delivered', () => {
  const values = {
    email: ['a@x.example', 'b@y.example', 'c@z.example'],
    phone: ['+46701740610', '+46701740611'],
    personnummer: ['189001019802', '198012312388', '189001039800'],
    organisationNumber: ['5560160680', '5566778899'],
    customerNumber: ['10', '11', '777'],
    orderNumber: ['A-1', 'A-2'],
    contractNumber: ['C-1'],
  } as const;
  const identifier = fc
    .constantFrom(...identifierKinds)
    .chain((kind) => fc.constantFrom(...values[kind]).map((value): Identifier => ({ kind, value })));
  const identifiers = fc.uniqueArray(
    fc.record({ one: identifier, weight: fc.constantFrom(...weights) }).map(({ one, weight }) => ({
      ...one,
      weight,
      field: 'f',
    })),
    { maxLength: 4, selector: ({ kind, value }) => `${kind}:${value}` },
  );
  /** Records of three systems, each with up to two parts after it. */
  const cases = fc
    .array(
      fc.record({
        system: fc.constantFrom('shop', 'crm', 'news'),
        identifiers,
        parts: fc.array(identifiers, { maxLength: 2 }),
      }),
      { maxLength: 7 },
    )
    .map((roots) =>
      roots.map(({ system, identifiers: of, parts }, index): readonly Held[] => [
        held(system, String(index), of),
        ...parts.map((some, number) => held(system, `${index}-${number}`, some, String(index))),
      ]),
    );
  const knowledge = fc.record({
    verified: fc.array(identifier, { minLength: 1, maxLength: 3 }),
    rejected: fc.array(identifier, { maxLength: 2 }),
  });
  const belonging = (records: readonly Held[], known: Knowledge): readonly Held[] => {
    const all = standingsOf(records, known);
    return records.filter(({ system, id }) => all.get(`${system}/${id}`) === 'belongs');
  };
  const ownOf = ({ identifiers: all }: Held, kind: Identifier['kind']): readonly string[] =>
    all.filter((one) => one.kind === kind && one.weight === 'own').map(({ value }) => value);

  it('never contains two different personnummer of which none is verified', () => {
    fc.assert(
      fc.property(cases, knowledge, (roots, known) => {
        const proven = known.verified.some(({ kind }) => kind === 'personnummer');
        const named = belonging(roots.flat(), known).flatMap((one) => ownOf(one, 'personnummer'));
        expect(proven || new Set(named).size <= 1).toBe(true);
      }),
      { numRuns: 1_000 },
    );
  });

  it('contains, of each system, the customers who are the person by their own identifiers, and others only if such a record names them', () => {
    const record = fc.record({
      system: fc.constantFrom('shop', 'crm'),
      tie: fc.constantFrom(...own(email), reached(email), reached(phone)),
      number: fc.option(fc.constantFrom('10', '11', '777'), { nil: undefined }),
    });
    fc.assert(
      fc.property(fc.array(record, { maxLength: 6 }), (all) => {
        const records = all.map(({ system, tie, number }, index) =>
          held(system, String(index), [tie, ...(number === undefined ? [] : own(customer(number)))]),
        );
        const belongs = new Set(belonging(records, { verified: [email, phone], rejected: [] }).map(({ id }) => id));
        for (const [index, { system, tie, number }] of all.entries()) {
          const isNamedByOwn = all.some(
            (one) => one.system === system && one.tie.weight === 'own' && one.number === number,
          );
          const expected = tie.weight === 'own' || number === undefined || isNamedByOwn;
          expect(belongs.has(String(index))).toBe(expected);
        }
      }),
      { numRuns: 1_000 },
    );
  });

  it('is the same in whatever order the systems and their records arrive', () => {
    fc.assert(
      fc.property(
        cases.chain((roots) => fc.tuple(fc.constant(roots), fc.shuffledSubarray(roots, { minLength: roots.length }))),
        knowledge,
        ([roots, shuffled], known) => {
          const all = standingsOf(roots.flat(), known);
          const again = standingsOf(shuffled.flat(), known);
          expect(Object.fromEntries(again)).toEqual(Object.fromEntries(all));
        },
      ),
      { numRuns: 1_000 },
    );
  });
});

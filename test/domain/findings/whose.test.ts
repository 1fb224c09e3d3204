import { describe, expect, it } from 'vitest';
import type { HeldIdentifier } from '#domain/findings/finding.ts';
import { whoseBy, type Whose } from '#domain/findings/whose.ts';
import type { Identifier, IdentifierKind } from '#domain/identifiers/identifier.ts';
import type { Weight } from '#domain/identifiers/weight.ts';

const email: Identifier = { kind: 'email', value: 'asa@x.example' };
const second: Identifier = { kind: 'email', value: 'asa.b@y.example' };
const phone: Identifier = { kind: 'phone', value: '+46701740610' };
const number: Identifier = { kind: 'personnummer', value: '189001019802' };
const customer: Identifier = { kind: 'customerNumber', value: '10' };
const all = [email, second, phone, number, customer];

const held = (weight: Weight, kind: IdentifierKind, value: string): HeldIdentifier => ({
  kind,
  value,
  weight,
  field: 'f',
});
const own = ({ kind, value }: Identifier): HeldIdentifier => held('own', kind, value);
const reached = ({ kind, value }: Identifier): HeldIdentifier => held('contact', kind, value);
const typed = ({ kind, value }: Identifier): HeldIdentifier => held('stated', kind, value);
const others = {
  email: { kind: 'email', value: 'bo@z.example' },
  number: { kind: 'personnummer', value: '198012312388' },
  customer: { kind: 'customerNumber', value: '100' },
  order: { kind: 'orderNumber', value: 'A-1' },
  phone: { kind: 'phone', value: '+46701740611' },
} satisfies Record<string, Identifier>;

function says(
  verified: readonly Identifier[],
  record: readonly HeldIdentifier[],
  rejected: readonly Identifier[] = [],
) {
  return whoseBy({ verified, rejected }).whose({ identifiers: record }).says;
}

describe('A record', () => {
  it.each<[about: string, record: readonly HeldIdentifier[]]>([
    ['holds the person’s address as its own', [own(email)]],
    ['has a second address of its own beside the person’s', [own(email), own(others.email)]],
    ['has the person’s as the second of two', [own(others.email), own(email)]],
    ['is reached at another address for invoices', [own(email), reached(others.email)]],
    ['is another customer of the same address', [own(email), own(others.customer)]],
    ['has another telephone', [own(email), reached(others.phone)]],
    ['names the person’s personnummer and another address', [own(number), own(others.email), own(others.customer)]],
    ['is reached at the person’s address and says nothing of whose it is', [reached(email)]],
    ['is reached at the person’s number and holds an address for invoices', [reached(phone), reached(others.email)]],
    ['has an order of its own, of which a person has many', [reached(email), own(others.order)]],
    ['has the person’s customer number and address', [own(customer), own(email)]],
  ])('that %s is the person’s', (_, record) => {
    expect(says(all, record)).toBe('the-person');
  });

  it.each<[about: string, record: readonly HeldIdentifier[]]>([
    ['is reached at the person’s address and has another primary one', [own(others.email), reached(email)]],
    ['is reached at the person’s number and has another primary address', [own(others.email), reached(phone)]],
    ['is reached at the person’s address and names another personnummer', [own(others.number), reached(email)]],
    ['is reached at the person’s address and is another customer', [own(others.customer), reached(email)]],
    ['shares the person’s address and names another personnummer', [own(email), own(others.number)]],
    ['has the person’s customer number and another personnummer', [own(customer), own(others.number)]],
    ['has the person’s customer number and another address', [own(customer), own(others.email)]],
  ])('that %s is disputed', (_, record) => {
    const told = whoseBy({ verified: all, rejected: [] }).whose({ identifiers: record });
    expect(told).toMatchObject({ says: 'both' } satisfies Partial<Whose>);
    const against = told.says === 'both' ? told.against : [];
    expect(Object.values(others)).toEqual(expect.arrayContaining([...against]));
  });

  it('is not tied by something that somebody only typed into a form', () => {
    for (const one of all) expect(says(all, [typed(one)])).toBe('nothing');
    expect(says(all, [typed(phone), own(others.email)])).toBe('nothing');
    // Nor does it contradict: anybody may mistype their number.
    expect(says(all, [own(email), typed(others.number)])).toBe('the-person');
    expect(says(all, [reached(email), typed(others.email), typed(others.number)])).toBe('the-person');
  });

  it('is contradicted only by what is known about the person', () => {
    // The personnummer and the customer number of the person are not known.
    expect(says([email], [own(email), own(others.number), own(others.customer)])).toBe('the-person');
    expect(says([phone], [reached(phone), own(others.email)])).toBe('the-person');
    expect(says([phone, email], [reached(phone), own(others.email)])).toBe('both');
  });

  it('is not tied by what staff rejected, nor by a contact beside its own identifier that they rejected', () => {
    expect(says([email], [own(second)], [second])).toBe('nothing');
    expect(says([phone], [reached(phone), own(others.email)], [others.email])).toBe('both');
    expect(says([email], [reached(email), own(others.number)], [others.number])).toBe('both');
    // An own address that is the person's remains a tie, whatever other address or telephone of the record staff
    // rejected.
    expect(says([email], [own(email), own(second), reached(phone)], [second, phone])).toBe('the-person');
    expect(says([email, customer], [own(customer), own(others.email)], [others.email])).toBe('both');
  });

  it('with an unreadable own field is the person’s if another own field says so, and disputed if only a contact does', () => {
    const unclear = (record: readonly HeldIdentifier[], verified: readonly Identifier[] = [email, phone, customer]) =>
      whoseBy({ verified, rejected: [] }).whose({ identifiers: record, isUnclear: true }).says;
    expect(unclear([reached(email)])).toBe('both');
    expect(unclear([reached(phone), own(others.order)])).toBe('both');
    expect(unclear([own(email), reached(phone)])).toBe('the-person');
    expect(unclear([own(email), own(others.number)], all)).toBe('both');
    expect(unclear([typed(email)])).toBe('nothing');
  });

  it('whose own personnummer or number staff rejected is disputed, even if its own address is the person’s', () => {
    for (const one of [others.number, others.customer, others.order]) {
      expect(says([email], [own(email), own(one)], [one])).toBe('both');
      expect(says([email], [own(email), reached(one)], [one])).toBe('the-person');
    }
    expect(says([email, number], [own(email), own(number), own(others.customer)], [others.customer])).toBe(
      'the-person',
    );
    expect(says([email, customer], [own(email), own(customer), own(others.customer)], [others.customer])).toBe(
      'the-person',
    );
  });

  it('is not contradicted by what was rejected and later proven', () => {
    expect(says([email, second], [reached(email), own(second)], [second])).toBe('the-person');
  });

  it('with several numbers of one kind is the person’s if one of them is', () => {
    expect(says(all, [own(email), own(number), own(others.number)])).toBe('the-person');
    expect(says(all, [reached(email), own(customer), own(others.customer)])).toBe('the-person');
  });
});

describe('A part of the person’s record', () => {
  const against = (record: readonly HeldIdentifier[]) => whoseBy({ verified: all, rejected: [] }).againstPart(record);

  it('is somebody else’s if it names another personnummer, and only then', () => {
    expect(against([own(others.number)])).toEqual([others.number]);
    expect(against([own(others.customer), reached(others.email), own(others.email)])).toEqual([]);
    expect(against([own(number), own(others.number)])).toEqual([]);
    expect(against([])).toEqual([]);
  });

  it('is somebody else’s if it names a number that staff rejected', () => {
    const rejecting = whoseBy({ verified: [email], rejected: [others.number, others.customer, others.email] });
    expect(rejecting.againstPart([own(others.number)])).toEqual([others.number]);
    expect(rejecting.againstPart([own(others.customer)])).toEqual([others.customer]);
    expect(rejecting.againstPart([own(others.email)])).toEqual([]);
  });
});

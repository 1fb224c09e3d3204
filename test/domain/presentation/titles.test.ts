import { describe, expect, it } from 'vitest';
import { resources as fortnox } from '#connectors/fortnox/resources.ts';
import { standInFor } from '#domain/findings/stand-in.ts';
import { belongsTo, fieldTitle, recordTitle } from '#domain/presentation/titles.ts';

const row = (resource: string, id: string) => ({ partOf: { resource, id } });

describe('The record that a part belongs to', () => {
  it('is named by its kind and its number', () => {
    expect(belongsTo(row('invoice', '1042'), fortnox)).toEqual({ sv: 'Faktura 1042', en: 'Invoice 1042' });
    expect(recordTitle(fortnox.customer, '7 [2]')).toEqual({ sv: 'Kund 7 [2]', en: 'Customer 7 [2]' });
  });

  it.each(['9f86d081884c7d659a2feaa0c55ad015', standInFor(3)])('is named only by its kind if its id is %s', (id) => {
    expect(belongsTo(row('invoice', id), fortnox)).toEqual({ sv: 'Faktura', en: 'Invoice' });
  });

  it('is not named if there is none, or none that is declared', () => {
    expect(belongsTo({ partOf: null }, fortnox)).toBeUndefined();
    expect(belongsTo(row('constructor', '1'), fortnox)).toBeUndefined();
  });
});

describe('The title of a field', () => {
  it('has its own name if the organisation added the field', () => {
    const { customer } = fortnox;
    expect(fieldTitle(customer, 'Email', customer.fields.Email).sv).toBe('E-post');
    expect(fieldTitle(customer, 'skostorlek', customer.otherFields).sv).toBe('Övrig uppgift i Fortnox: skostorlek');
  });
});

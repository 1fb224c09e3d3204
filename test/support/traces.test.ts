import { describe, expect, it } from 'vitest';
import { tracer } from './traces.ts';

const find = tracer([
  { name: 'the name', value: 'Åsa Berg' },
  { name: 'the address', value: 'asa.berg@example.org' },
]);

describe('The search for traces', () => {
  it.each([
    ['as it is', 'x Åsa Berg x'],
    ['in capitals', 'ÅSA BERG'],
    ['decomposed', 'Åsa Berg'.normalize('NFD')],
    ['as bytes', Buffer.from('..Åsa Berg..')],
    ['in Latin-1', Buffer.from('..Åsa Berg..', 'latin1')],
    ['as JSON escapes it', '"\\u00c5sa Berg"'],
    ['in an address', `?q=${encodeURIComponent('Åsa Berg')}`],
    ['in a form', `q=${new URLSearchParams({ q: 'Åsa Berg' }).toString()}`],
    ['in a mail', '=C3=85sa Berg'],
    ['in hex', Buffer.from('{"n":"Åsa Berg"}').toString('hex')],
    ['in base64', Buffer.from('Åsa Berg').toString('base64')],
    ['in base64, with one byte before it', Buffer.from('{Åsa Berg}').toString('base64')],
    ['in base64, with two bytes before it', Buffer.from('{"Åsa Berg"}').toString('base64')],
    ['in base64url', Buffer.from('"n":"Åsa Berg"').toString('base64url')],
  ])('finds a name %s', (_, haystack) => {
    expect(find(haystack).join()).toContain('the name');
  });

  it('finds an address by its MD5 hash', () => {
    // The newsletter service uses the MD5 hash of an address as the id of a member.
    expect(find('/members/529c9b900cb61ab63c8ce5afef19fe8b')).toEqual(['md5 of the address']);
    expect(find(`/members/${'0'.repeat(32)}`)).toEqual([]);
  });

  it('does not report a record about another person', () => {
    expect(find('Nordvik Fritid AB, åsa, berg, an.berg@example.org')).toEqual([]);
  });
});

// Who belongs to the controller: nobody of them is taken for a data subject, and no data subject for one of them.
import { describe, expect, it } from 'vitest';
import { isOurs, oursBy, registeredDomain } from '#domain/mail/sender/own-addresses.ts';
import { classified, passed, rawMail } from '../mail.ts';

const wish = 'Jag vill veta vilka personuppgifter ni har om mig.';

describe('An address', () => {
  const site = 'https://www.nordvik.example/kontakt';
  it.each([
    ['at the domain of a mailbox', ['gdpr@nordvik.example'], [], 'erik@nordvik.example', true],
    ['below it', ['gdpr@nordvik.example'], [], 'erik@post.nordvik.example', true],
    ['above it', ['gdpr@gdpr.nordvik.example'], [], 'erik@nordvik.example', true],
    ['at the domain of the website', ['gdpr@ombud.example'], [site], 'erik@nordvik.example', true],
    ['at a domain that ends alike', ['gdpr@nordvik.example'], [], 'erik@notnordvik.example', false],
    ['the mailbox at a public service', ['nordvik@gmail.com'], [], 'nordvik@gmail.com', true],
    ['the same mailbox, spelled otherwise', ['nordvik@gmail.com'], [], 'nord.vik+svar@googlemail.com', true],
    ['another mailbox at that service', ['nordvik@gmail.com'], [], 'anna@gmail.com', false],
    ['a mailbox at another public service', ['nordvik@hotmail.co.uk'], [], 'anna@hotmail.co.uk', false],
    ['under a suffix of a country', ['gdpr@dpo.nordvik.co.uk'], [], 'erik@nordvik.co.uk', true],
    ['beside it under that suffix', ['gdpr@nordvik.co.uk'], [], 'anna@other.co.uk', false],
    [
      'beside a site at a host of many',
      ['gdpr@ombud.example'],
      ['https://nordvik.wordpress.com'],
      'a@wordpress.com',
      false,
    ],
  ])('%s: %j %j %s', (_, addresses, sites, address, expected) => {
    expect(isOurs(address, oursBy(addresses, sites))).toBe(expected);
  });

  it('under a public suffix is registered with one more label', () => {
    expect(
      ['a.b.nordvik.example', 'x.nordvik.org.se', 'co.uk', 'x.github.io', 'example'].map(registeredDomain),
    ).toEqual(['nordvik.example', 'nordvik.org.se', undefined, undefined, undefined]);
  });
});

describe('A mail from a mailbox of our own', () => {
  it.each([
    ['at a public service', 'nordvik@gmail.com', 'nordvik@gmail.com'],
    ['at a domain below the colleague’s', 'gdpr@gdpr.nordvik.example', 'erik@nordvik.example'],
  ])('%s is never the person’s own', async (_, ours, from) => {
    const known = { ours: oursBy([ours], []) };
    const own = await classified(rawMail(wish, { From: from }), passed, known);
    expect(own).toMatchObject({ disposition: 'hold', holdReason: 'requester-unknown' });
    const head = 'Från: Anna <anna@example.org>\nSkickat: den 24 februari 2026 16:41\nTill: x\nÄmne: y\n\n';
    const passedOn = await classified(rawMail(`Se nedan\n\n${head}${wish}`, { From: from }), passed, known);
    expect(passedOn).toMatchObject({ requester: 'anna@example.org', why: 'forwarded-by-colleague' });
  });

  it('is no identifier of the person who names it', async () => {
    const known = { ours: oursBy(['nordvik@gmail.com'], []) };
    const text = `${wish} Jag skrev till nordvik@gmail.com och från anna@gmail.com.`;
    expect((await classified(rawMail(text), passed, known)).identifiers).toEqual([
      { kind: 'email', value: 'anna@gmail.com' },
    ]);
  });
});

// Somebody who passed a mail on in their own name is never taken for the person who wrote it.
import { describe, expect, it } from 'vitest';
import { classified, rawMail } from '../mail.ts';

const wish = 'Jag vill veta vilka personuppgifter ni har om mig.';
type Headers = Readonly<Record<string, string>>;

describe('A sender that replaced another one', () => {
  it.each<[string, Headers, string | undefined]>([
    ['via', { From: '"Anna Berg via Kundtjänst" <grupp@example.net>' }, 'Anna Berg'],
    ['via, in brackets', { From: 'Anna Berg (via Kundtjänst) <grupp@example.net>' }, 'Anna Berg'],
    ['via, encoded', { From: '=?utf-8?Q?Anna_Berg_via_Kundtj=C3=A4nst?= <grupp@example.net>' }, 'Anna Berg'],
    [
      'via, in brackets within quotation marks',
      { From: '"Anna Berg (via Kundtjänst)" <grupp@example.net>' },
      'Anna Berg',
    ],
    ['German', { From: `"'Anna Berg' über Kundtjänst" <grupp@example.net>` }, 'Anna Berg'],
    ['French', { From: '"Anna Berg par le biais de Kundtjänst" <grupp@example.net>' }, 'Anna Berg'],
    ['Norwegian', { From: '"Anna Berg gjennom Kundtjänst" <grupp@example.net>' }, 'Anna Berg'],
    ['Danish', { From: '"Anna Berg gennem Kundtjänst" <grupp@example.net>' }, 'Anna Berg'],
    ['Spanish', { From: '"Anna Berg a través de Kundtjänst" <grupp@example.net>' }, 'Anna Berg'],
    ['on behalf of', { From: '"Kundtjänst on behalf of Anna Berg" <grupp@example.net>' }, 'Kundtjänst'],
    ['på uppdrag av', { From: '"Lena på uppdrag av Anna Berg" <grupp@example.net>' }, 'Lena'],
    ['VIA in capitals', { From: '"ANNA BERG VIA KUNDTJÄNST" <grupp@example.net>' }, 'ANNA BERG'],
    [
      'a form on a page',
      { From: 'Kontaktformulär <no-reply@formular.example>', 'Reply-To': 'Anna <anna@example.org>' },
      'anna@example.org',
    ],
    ['a form without Reply-To', { From: 'Webbformulär <sajten@example.net>' }, undefined],
    ['an address that nobody writes from', { From: 'Anna <noreply@example.net>' }, undefined],
    ['the same, spelled otherwise', { From: 'Anna <do_not_reply@example.net>' }, undefined],
    ['an address with another in it', { From: 'Anna <anna=example.org@grupp.example>' }, 'anna@example.org'],
    ['the same with another sign', { From: 'Anna <anna%example.org@grupp.example>' }, 'anna@example.org'],
    ['the same in words', { From: 'Anna <anna_at_example.org@grupp.example>' }, 'anna@example.org'],
    ['SRS', { From: 'Anna <SRS0=HHH=TT=example.org=anna@relay.example>' }, 'anna@example.org'],
    [
      'SRS twice',
      { From: 'Anna <SRS1=HHH=mx.example.net==HHH=TT=example.org=anna@relay.example>' },
      'anna@example.org',
    ],
    ['a domain behind the domain', { From: 'Anna <anna@example.org.dmarc.example>' }, 'anna@example.org'],
    ['another domain behind it', { From: 'Anna <anna@example.org.lists.example>' }, 'anna@example.org'],
    ['a domain that stands in', { From: 'Anna <anna@dmarc.example>' }, undefined],
    ['a Sender at another domain', { Sender: 'lista-bounces@listor.example' }, undefined],
    [
      'the same with whom it is from',
      { From: 'Lista <lista@listor.example>', Sender: 'x@relay.example', 'Reply-To': 'anna@example.org' },
      'anna@example.org',
    ],
    [
      'X-Original-Sender',
      { From: 'Grupp <g@example.net>', 'X-Original-Sender': 'anna@example.org' },
      'anna@example.org',
    ],
    [
      'an agency with a Reply-To',
      { From: '"Ny förfrågan" <hej@byran.example>', 'Reply-To': 'anna@example.org' },
      'anna@example.org',
    ],
    [
      'a desk with a Reply-To',
      { From: '"Anna Berg - Support" <support@byran.example>', 'Reply-To': 'anna@example.org' },
      'anna@example.org',
    ],
    ['a service in brackets', { From: '"Anna Berg (Trello)" <anna@trello.example>' }, undefined],
    ['care of', { From: '"Anna Berg c/o Kundtjänst" <kundtjanst@byran.example>' }, 'Anna Berg'],
    ['a desk for her', { From: '"Kundtjänst för Anna Berg" <lena@byran.example>' }, undefined],
    ['with', { From: '"Anna Berg med Kundo" <post@kundo.example>' }, 'Anna Berg'],
    ['from', { From: '"Anna Berg fra Kundesenter" <post@kundo.example>' }, 'Anna Berg'],
    ['at', { From: '"Anna Berg @ Kundo" <x@kundo.example>' }, 'Anna Berg'],
    ['a number in brackets', { From: '"[#1234] Anna Berg" <anna@helpdesk.example>' }, undefined],
    ['a ticket as the address', { From: 'Anna Berg <ticket+1234@helpdesk.example>' }, undefined],
    ['a place of work as the address', { From: 'Anna Berg <info@byran.example>' }, undefined],
    [
      'Reply-To elsewhere, of an address without the name',
      { From: 'Anna Berg <x7@byran.example>', 'Reply-To': 'anna@example.org' },
      'anna@example.org',
    ],
  ])('makes the mail nobody’s request yet: %s', async (_, headers, requester) => {
    const result = await classified(rawMail(wish, headers));
    expect(result).toMatchObject({ disposition: 'hold', holdReason: 'requester-unknown', rights: ['access'] });
    if (requester !== undefined) expect(result.requester).toBe(requester);
  });

  it.each<[string, Headers]>([
    ['a Sender at the same domain', { From: 'Olle <olle@example.org>', Sender: 'olle@mail.example.org' }],
    [
      'Reply-To elsewhere, of an address with the name',
      { From: 'Åsa Wiberg <asa.wiberg@example.com>', 'Reply-To': 'asa@example.org' },
    ],
    ['Reply-To at the same domain', { 'Reply-To': 'x@mail.example.org', 'Return-Path': '<z@example.com>' }],
    ['a family with a domain', { From: 'Anna Berg <info@annaberg.example>' }],
    ['a bracket with a word', { From: 'Anna Berg (jobbet) <anna@example.org>' }],
    ['a first name that holds the word', { From: 'Olivia Sviaberg <olle@example.org>' }],
    ['a tag that the person added', { From: 'Olle <olle+nordvik.example@example.org>' }],
    ['a country code', { From: 'Olle <olle@post.example.com.au>' }],
    ['X-Original-Sender that says the same', { 'X-Original-Sender': 'olle@example.org' }],
  ])('is not recognised in %s', async (_, headers) => {
    expect(await classified(rawMail(wish, headers))).toMatchObject({ disposition: 'open-case' });
  });
});

describe('A forwarded header block whose name looks like an address', () => {
  it.each([
    'Från: "anna@victim.example" <mallory@evil.example>',
    'Från: anna@victim.example <mallory@evil.example>',
    'Från: anna@victim.example [mailto:mallory@evil.example]',
    'Från: "<anna@victim.example>" <mallory@evil.example>',
  ])('proposes the address in brackets: %s', async (from) => {
    const text = `Se nedan\n\n${from}\nSkickat: den 24 februari 2026 16:41\nTill: Support\nÄmne: x\n\n${wish}`;
    const result = await classified(rawMail(text, { From: 'per@nordvik.example', Subject: 'VB: x' }));
    expect(result).toMatchObject({ requester: 'mallory@evil.example', requesterAuthenticated: false });
  });
});

// Numbers, addresses of all sorts and secrets in running text.
import { describe, expect, it } from 'vitest';
import { screenFor } from '#domain/screening/screen.ts';
import { nobody, proposed, readMarks } from './marked.ts';

const texts: readonly string[] = [
  'Skriv till [[email:gunvor.kvist+2@mail.example.org]], inte till @gunvor.',
  'Mail: [[email:gunvor (at) example.org]] or [[email:bo (at) example dot org]].',
  'Adress <[[email:åsa@exempel.example]]>; nästa',
  'Ring [[phone:070-174 06 34]] eller [[phone:+46 (0)70 174 06 35]], växel [[phone:08-465 004 00]].',
  'Call [[phone:07700 900123]] or [[phone:+44 20 7946 0018]]. The code from the shop arrived.',
  'Fast telefon: [[phone:465 00 412]]',
  'Pnr [[personnummer:801231-2388]], [[personnummer:20000229-2399]], [[personnummer:1980 12 31 2388]].',
  'Personnummer [[personnummer:801231-2389]] är fel skrivet.',
  'Samordningsnummer [[personnummer:198504782395]]',
  'Org.nr [[organisation-number:556297-2504]], VAT [[organisation-number:SE556297250401]]',
  'IBAN [[iban:SE45 5000 0000 0583 9825 7467]] är fel skrivet.',
  'Konto [[iban:SE45 5000 0000 0583 9825 7466]] och [[iban:GB29NWBK60161331926819]]',
  'Bankgiro [[bankgiro:5050-1055]], plusgiro [[bankgiro:90 20 03-3]].',
  'Kontonummer [[bankgiro:8327-9, 123 456 789-0]]',
  'Kort [[card:4111 1111 1111 1111]] och [[card:378282246310005]] går ut 12/27.',
  'Bor på [[address:Storgatan 5 B, lgh 1102, 123 45 Lund]] sedan 2019.',
  'Flyttar till [[address:Stora Nygatan 12]] i maj, eller [[address:ekbacksvägen 3]].',
  'Post: [[address:Box 341, 581 03 Linköping]]',
  'They live at [[address:Flat 3, 22 Harbour Street, Bristol BS1 4RN]] now.',
  'Lives at [[address:12 High Street]]. Moved from [[address:Kapitened 7, 411 13 Göteborg]].',
  'Sedan 2001 bor de på [[address:Ekbacksvägen]].',
  'Hash [[secret:$2b$10$N9qo8uLOickgx2ZMRZoMyeIjZAgcfl7p92ldGxad68LJZdL17lhWy]] i fältet',
  'pw [[secret:$argon2id$v=19$m=65536,t=2,p=1$c29tZXNhbHQ$RdescudvJCsgt3ub+b4dWRWJTmaaJObG]]',
  'Lösenordet är [[secret:Sommar-i-Sjö!]] och portkoden är [[secret:4711]].',
  'My password for the shop is [[secret:hunter2]]. Please change it.',
  'Logga in med https://shop.example/?user=1&token=[[secret:a8f5f167f44f4964e6c998dee827110c]]',
  'key [[secret:sk_live_51H8xYzAbCdEfGhIjKl]] and Authorization: Bearer [[secret:q9w8e7r6t5y4u3i2o1p0]]',
  '[[secret:-----BEGIN PRIVATE KEY-----\nMIIEvQIBADANBgkqhkiG9w0BAQ\n-----END PRIVATE KEY-----]]\nslut',
];

describe('Numbers, addresses and secrets are proposed, exactly and nothing beside them', () => {
  it.each(texts)('%s', (marked) => {
    const { text, places } = readMarks(marked);
    expect(screenFor(nobody)(text)).toEqual(places);
  });
});

describe('Numbers of other sorts are not proposed', () => {
  it.each([
    'Order 44512 den 2026-11-29 kl. 12:30, 1 250,50 kr.',
    'Åren 2019-2024 och version 10.2.14, se sida 5050.',
    'Artikel 4111 1111 1111 1112 finns inte.',
    'Ärende K123456-25, serienummer ZX-9981-AB.',
    'Lösenordet är glömt. Koden är fel. The password was changed.',
    '550e8400-e29b-41d4-a716-446655440000',
  ])('%s', (text) => {
    expect(proposed(text)).toEqual([]);
  });
});

describe('Offsets count UTF-16 code units of the text as it is', () => {
  it.each([
    ['after a character of two code units', '😀 ring [[phone:070-174 06 34]]'],
    ['after text from right to left', 'שלום [[email:gunvor@example.org]] שלום'],
    ['after combining marks', 'A\u030Asa och [[email:gunvor@example.org]]'],
    ['with a space that does not break', 'tel [[phone:070\u2011174\u00A006\u00A034]].'],
  ])('%s', (_, marked) => {
    const { text, places } = readMarks(marked);
    expect(screenFor(nobody)(text)).toEqual(expect.arrayContaining([...places]));
  });
});

import { describe, expect, it } from 'vitest';
import { recogniseRights } from '#domain/mail/rights/recognise-rights.ts';
import { classified, rawMail } from '../mail.ts';

const asked = (text: string): string => recogniseRights(text, false).rights.join(', ');

describe('a second right in the same mail', () => {
  it.each([
    // Swedish
    ['access, erasure', 'Skicka allt ni har om mig och ta sedan bort allt.'],
    ['access, erasure', 'Skicka allt ni har om mig. Ta sedan bort allt.'],
    ['access, erasure', 'Jag vill ha en kopia på mina uppgifter och vill sedan att ni raderar dem. Mvh Olle'],
    ['access, erasure', 'Skicka mina uppgifter till mig och radera dem därefter, tack.'],
    ['access, erasure', 'Jag vill veta vad ni har om mig, radera sedan alltihop från era system.'],
    [
      'access, erasure',
      'Registerutdrag\n\nHej, skicka ett registerutdrag. När det är gjort vill jag att ni tar bort allt.',
    ],
    ['access, erasure', 'Skicka allt ni har om mig och ta därefter bort mitt konto.'],
    ['access, erasure', 'Jag vill få ut mina uppgifter och sedan vill jag ha allt borttaget.'],
    ['access, rectification', 'Jag vill se mina uppgifter och korrigera sedan min adress.'],
    ['access, objection', 'Skicka allt ni har om mig och sluta skicka reklam.'],
    ['erasure, access', 'Radera alla mina uppgifter, men skicka först en kopia till mig.'],
    ['erasure, access', 'Ta bort mitt konto. Skicka en kopia av allt först.'],
    ['consent-withdrawal, erasure', 'Jag återkallar mitt samtycke till spårning. Radera allt.'],
    // English
    ['access, erasure', 'Please send me all the data you hold about me and then erase it all.'],
    ['access, erasure', 'Send me everything you have on me, then delete everything.'],
    ['access, erasure', 'I want a copy of my data. After that, please remove it all from your systems. Thanks, Sam'],
    ['access, erasure', 'I would like to see my personal data and then I want it all deleted.'],
    ['access, erasure', 'Send me my data and delete it once I have received it.'],
    ['access, erasure', 'Tell me what data you hold about me and delete my account.'],
    ['erasure, access', 'Delete all my data, but send me a copy of it first.'],
    ['erasure, access', 'Please erase my account. Before that, send me a copy of everything.'],
    // Norwegian
    ['access, erasure', 'Send meg alt dere har om meg og slett det etterpå.'],
    ['access, erasure', 'Jeg vil ha kopi av opplysningene mine. Slett deretter alt.'],
    ['access, erasure', 'Send meg alle opplysninger dere har om meg, og så vil jeg at dere sletter alt.'],
    ['erasure, access', 'Slett kontoen min, men send meg en kopi først.'],
    // Danish
    ['access, erasure', 'Send mig alt, hvad I har om mig, og slet det hele bagefter.'],
    ['access, erasure', 'Jeg vil gerne have en kopi af mine oplysninger. Slet derefter alt.'],
    ['erasure, access', 'Slet alle mine oplysninger, men send mig først en kopi.'],
    // Finnish
    ['access, erasure', 'Lähettäkää minulle kaikki tiedot minusta ja poistakaa sitten kaikki.'],
    ['access, erasure', 'Haluan saada kopion tiedoistani. Poistakaa sen jälkeen kaikki tiedot.'],
    ['erasure, access', 'Poistakaa tilini, mutta lähettäkää minulle ensin kopio.'],
    // German
    ['access, erasure', 'Senden Sie mir alle meine Daten und löschen Sie danach alles.'],
    [
      'access, erasure',
      'Bitte teilen Sie mir mit, welche Daten Sie über mich haben, und löschen Sie sie anschließend.',
    ],
    [
      'access, erasure',
      'Ich möchte Auskunft über die zu meiner Person gespeicherten Daten. Danach bitte alles löschen.',
    ],
    ['erasure, access', 'Löschen Sie mein Kundenkonto, aber schicken Sie mir vorher eine Kopie.'],
  ])('%s: %s', (rights, text) => {
    expect(asked(text)).toBe(rights);
  });
});

describe('a text that requests no second right', () => {
  it.each([
    // Swedish
    ['access', 'Skicka allt ni har om mig. Ta inte bort något.'],
    ['access', 'Skicka allt ni har om mig och ta inte bort allt.'],
    ['access', 'Skicka allt ni har om mig. Har ni tagit bort allt?'],
    ['access', 'Skicka allt ni har om mig innan ni raderar allt.'],
    ['access', 'Skicka allt ni har om mig. Raderar ni allt sedan?'],
    ['access', 'Skicka allt ni har om mig och radera det ur min kalender.'],
    ['access', 'Skicka allt ni har om mig. Radera allt skräp.'],
    ['access', 'Skicka allt ni har om mig. Jag har ett gammalt abonnemang också. Ta bort det.'],
    ['access', 'Skicka allt ni har om mig, leta upp fakturan och radera den.'],
    ['access', 'Skicka allt ni har om mig och leta upp fakturorna och radera dem.'],
    ['access', 'Skicka allt ni har om mig. Sedan bestämmer jag om ni ska radera allt.'],
    ['access', 'Skicka allt ni har om mig, så raderar jag allt själv.'],
    ['access', 'Skicka allt ni har om mig, eller radera allt.'],
    ['', 'Sluta. Radera allt.'],
    ['', 'Jag vill veta hur jag kan se mina uppgifter och radera dem.'],
    ['', 'Skicka inte något om mig och radera inte allt.'],
    ['erasure', 'Radera mitt konto och skicka en kopia av fakturan.'],
    ['erasure', 'Radera mitt konto och skicka en bekräftelse.'],
    ['erasure', 'Radera mina uppgifter. Skicka ingen kopia först.'],
    ['erasure', 'Jag vill ha mina uppgifter och mitt konto raderade.'],
    ['objection', 'Sluta skicka reklam och ta bort allt.'],
    // English
    ['access', 'Send me everything you hold about me and erase it all from my calendar.'],
    ['access', 'Send me everything you hold about me. Do not delete it.'],
    ['access', "Send me everything you hold about me and don't delete it all."],
    ['access', 'Send me everything you hold about me. Have you deleted it all?'],
    ['access', 'Send me everything you hold about me. If it is wrong, delete it all.'],
    ['access', 'Send me everything you hold about me, or delete everything.'],
    ['access', 'Send me everything you hold about me and find the broken invoices and delete them.'],
    ['access', 'I want a copy of my data. The parcel is late. Delete everything.'],
    ['', 'I want to know how I can see my data and delete it.'],
    ['erasure', 'I want to have my data and account deleted.'],
    ['erasure', 'Delete my account and send me a copy of the confirmation.'],
    ['', 'Please erase it all.'],
    // Norwegian
    ['access', 'Send meg alt dere har om meg. Ikke slett noe.'],
    ['access', 'Send meg alt dere har om meg. Har dere slettet alt?'],
    ['access', 'Send meg alt dere har om meg og slett alt fra kalenderen min.'],
    ['erasure', 'Slett kontoen min og send meg en kopi av fakturaen.'],
    // Danish
    ['access', 'Send mig alt, hvad I har om mig. I må ikke slette det hele.'],
    ['access', 'Send mig alt, hvad I har om mig. Har I slettet det hele?'],
    ['access', 'Send mig alt, hvad I har om mig, og slet det hele fra min kalender.'],
    // Finnish
    ['access', 'Lähettäkää minulle kaikki tiedot minusta. Älkää poistako kaikkea.'],
    ['access', 'Lähettäkää minulle kaikki tiedot minusta. Oletteko poistaneet kaikki?'],
    ['access', 'Lähettäkää minulle kaikki tiedot minusta ja poistakaa kaikki mainokset.'],
    // German
    ['access', 'Senden Sie mir alle meine Daten. Bitte nicht alles löschen.'],
    ['access', 'Senden Sie mir alle meine Daten. Haben Sie alles gelöscht?'],
    ['access', 'Senden Sie mir alle meine Daten und löschen Sie alles aus meinem Kalender.'],
    ['', 'Ich möchte wissen, wie ich meine Daten einsehen und löschen kann.'],
  ])('%s: %s', (rights, text) => {
    expect(asked(text)).toBe(rights);
  });

  it.each([
    'Jag undrar hur jag raderar mitt konto.',
    'I would like to know how I can delete my account.',
    'Kan dere si meg hvordan jeg sletter kontoen min?',
    'Kan I sige mig, hvordan jeg sletter min konto?',
    'Haluan tietää, miten voin poistaa tilini.',
    'Ich möchte wissen, wie ich mein Konto löschen kann.',
  ])('a question how to do it oneself: %s', (text) => {
    expect(asked(text)).toBe('');
  });

  it('what somebody else wrote below the mail', async () => {
    const text =
      'Skicka allt ni har om mig.\n\nDen 1 mars 2026 skrev Berit <berit@example.com>:\n> Ta sedan bort allt.';
    expect((await classified(rawMail(text))).rights).toEqual(['access']);
    expect((await classified(rawMail(text.replace('> ', '')))).rights).toEqual(['access']);
  });
});

/** In each language: a first demand, a word that introduces the second, and the second demand. */
const languages = [
  [
    'sv',
    'Skicka allt ni har om mig',
    'och',
    ['radera allt', 'ta bort allt', 'radera det'],
    ['radera inte allt', 'ta aldrig bort allt'],
  ],
  [
    'en',
    'Send me everything you hold about me',
    'and',
    ['delete it all', 'erase everything', 'remove it'],
    ["don't delete it all", 'never erase everything'],
  ],
  ['nb', 'Send meg alt dere har om meg', 'og', ['slett alt', 'slett det'], ['slett ikke alt', 'ikke slett det']],
  ['da', 'Send mig alt det I har om mig', 'og', ['slet det hele', 'slet det'], ['slet ikke det hele', 'slet det ikke']],
  [
    'fi',
    'Lähettäkää minulle kaikki tiedot minusta',
    'ja',
    ['poistakaa kaikki', 'poistakaa ne'],
    ['älkää poistako kaikkea', 'ei poisteta kaikkea'],
  ],
  [
    'de',
    'Senden Sie mir alle meine Daten',
    'und',
    ['löschen Sie alles', 'löschen Sie sie'],
    ['löschen Sie nicht alles', 'löschen Sie sie nicht'],
  ],
] as const;

const capital = (text: string): string => text.slice(0, 1).toUpperCase() + text.slice(1);

describe.each(languages)('in %s', (_, first, and, seconds, denials) => {
  it.each(seconds)('"%s" is a demand after another of everything alone, however it is joined', (second) => {
    for (const joined of [`${first} ${and} ${second}.`, `${first}, ${and} ${second}.`, `${first}, ${second}!`])
      expect([joined, asked(joined)]).toEqual([joined, 'access, erasure']);
    expect(asked(`${capital(second)}.`)).toBe('');
  });

  it.each(denials)('"%s" is no demand', (denial) => {
    for (const joined of [`${first} ${and} ${denial}.`, `${first}, ${denial}.`, `${first}. ${capital(denial)}!`])
      expect([joined, asked(joined)]).toEqual([joined, 'access']);
  });

  it('another thing that is named is what is demanded', () => {
    for (const second of seconds) {
      const text = `${first} ${and} ${second} 4711.`;
      expect([text, asked(text)]).toEqual([text, 'access']);
    }
  });
});

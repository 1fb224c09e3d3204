// How the page for the person shows values that vendors write for programs.
import { describe, expect, it } from 'vitest';
import { resources as fortnox } from '#connectors/fortnox/resources.ts';
import { resources as hubspot } from '#connectors/hubspot/resources.ts';
import { resources as mailchimp } from '#connectors/mailchimp/resources.ts';
import { resources as scrive } from '#connectors/scrive/resources.ts';
import type { Resources } from '#domain/findings/annotation.ts';
import type { Language } from '#domain/language.ts';
import { finding, page, sampleInput, system } from './sample.ts';
import { assembled, textOf } from './unpack.ts';

type Found = ReturnType<typeof finding>;

async function files(language: Language, resources: Resources, ...findings: readonly Found[]) {
  const systems = [system('crm', [page('crm', 1, findings)], { resources })];
  return (await assembled(sampleInput({ language, systems }))).files;
}
const indexOf = async (language: Language, resources: Resources, ...findings: readonly Found[]): Promise<string> =>
  textOf(await files(language, resources, ...findings), 'index.html');
/** The text beside a title, without marks and with its lines. */
function beside(html: string, title: string): string | undefined {
  const cell = new RegExp(`<bdi>${title}</bdi>[^]*?<td>([^]*?)</td>`).exec(html)?.[1];
  return cell?.replace(/<[^>]*>/g, '').trim();
}

describe('A text that is HTML in the system', () => {
  const body = '<div>Samtal 1: vill ha offert &amp; svar</div><p><b>Ring</b> åter<br>i maj</p>';

  it('is shown as its words, in lines', async () => {
    const html = await indexOf('sv', hubspot, finding('note', '1', { hs_note_body: body }));
    const shown = beside(html, 'Anteckningens text') ?? '';
    expect(shown.split('\n').filter((line) => line.trim() !== '')).toEqual([
      'Samtal 1: vill ha offert &amp; svar',
      'Ring åter',
      'i maj',
    ]);
    expect(html).not.toContain('&lt;div&gt;');
  });

  it('is shown with the words that a browser would hide', async () => {
    const hidden = '<p style="display:none">Kunden är besvärlig</p>';
    expect(await indexOf('sv', hubspot, finding('note', '1', { hs_note_body: hidden }))).toContain(
      'Kunden är besvärlig',
    );
  });

  it('is shown as its source if it has no words', async () => {
    const picture = '<img src="https://example.org/a.png">';
    const html = await indexOf('sv', hubspot, finding('note', '1', { hs_note_body: picture }));
    expect(html).toContain('&lt;img');
  });

  it.each([
    [
      'an address in brackets',
      'Ring Åsa <asa.berg@example.org> innan\nkl. 9',
      /Ring Åsa &lt;asa.berg@example.org&gt; innan\nkl. 9/,
    ],
    ['a comparison', 'Köp < 5 och > 3', /Köp &lt; 5 och &gt; 3/],
    ['a comment', '<!-- betalar aldrig --><p>Trevlig kund</p>', /betalar aldrig/],
    ['a title', '<p title="svårt sjuk">Hej</p>', /svårt sjuk/],
    ['a field of a form', '<input value="farlig kund">Hej', /farlig kund/],
    ['a title of a page', '<title>diagnos</title>Hej', /diagnos/],
    ['a picture beside words', 'Se <img alt="Åsas röntgenbild" src="a.png">', /Åsas röntgenbild/],
    ['the address of a link', '<a href="https://example.org/akt/7">akten</a>', /example\.org\/akt\/7/],
    ['an element that does not exist', '<p>Ring <asa@example.org></p>', /asa@example\.org/],
    ['a script', '<p>Hej</p><script>var kund = "sen"</script>', /var kund/],
    ['a name that is an element', 'Ring <Li Ek 070-1740610> innan leverans', /Ring &lt;Li Ek 070-1740610&gt; innan/],
    ['an attribute without a value', '<p kunden-bråkar>Hej</p>', /kunden-bråkar/],
    ['an attribute of an end tag', '<p>Hej</p secret="kunden bråkar">', /kunden bråkar/],
    ['data of a script', '<p data-note="kunden bråkar">Hej</p>', /kunden bråkar/],
    ['a class', '<p class="vip kund">Hej</p>', /vip kund/],
    ['an id', '<p id="bo.ek@example.net">Hej</p>', /bo\.ek@example\.net/],
    ['a background', '<p style="background:url(https://t.example/?k=bo)">Hej</p>', /t\.example/],
    ['a language', '<p lang="kunden bråkar">Hej</p>', /kunden bråkar/],
    ['a long name of an attribute', `<p ${'a'.repeat(41)}="hemlig">Hej</p>`, /hemlig/],
    ['an end tag of nothing', '</hemligt ord> Hej <p>x</p>', /hemligt ord/],
    ['a long value', `<p style="color: red ${'x'.repeat(4001)} sen">Hej</p>`, /x sen/],
    ['a value without quotation marks', '<p title=sjuk>Hej</p>', /title=sjuk/],
    ['a text that breaks off in a tag', '<p>Hej</p><b onclick="sjuk', /onclick/],
  ])('is shown with everything that the system has: %s', async (_, text, shown) => {
    expect(await indexOf('sv', hubspot, finding('note', '1', { hs_note_body: text }))).toMatch(shown);
  });

  it.each([
    '<div style="" dir="auto" data-top-level="true"><p style="margin:0;">Ring <b>åter</b></p></div>',
    '<p>Skriv till <a href="mailto:asa@example.org" target="_blank">asa@example.org</a></p>',
    'Offert &amp; svar<br>i maj',
  ])('is shown once if its words are all that it contains: %s', async (text) => {
    const html = await indexOf('sv', hubspot, finding('note', '1', { hs_note_body: text }));
    expect(html).not.toContain('Texten som den står i systemet');
    expect(html).not.toContain('&lt;');
  });

  it('is in the JSON and the CSV as the system has it', async () => {
    const kept = await files('sv', hubspot, finding('note', '1', { hs_note_body: body }));
    expect(textOf(kept, 'systems/crm/note.json')).toContain(JSON.stringify(body).slice(1, -1));
    expect(textOf(kept, 'systems/crm/note.csv')).toContain('<div>Samtal 1');
  });
});

describe('What a system writes as a code', () => {
  const contact = finding('contact', '1', {
    hs_email_optout: 'false',
    hs_analytics_source: 'ORGANIC_SEARCH',
    lifecyclestage: 'own_stage',
  });

  it.each([
    ['sv', 'Har avböjt utskick', 'Nej'],
    ['en', 'Opted out of mailings', 'No'],
    ['sv', 'Hur kontakten uppstod', 'Sökmotor'],
    ['en', 'How the contact came about', 'Search engine'],
    ['en', 'Stage of the customer relation', 'own_stage'],
  ] as const)('is in words in %s: %s', async (language, title, words) => {
    expect(beside(await indexOf(language, hubspot, contact), title)).toBe(words);
  });

  it.each([
    [hubspot, 'deal', { dealstage: 'presentationscheduled' }, 'Läge', 'Presentation bokad'],
    [mailchimp, 'member', { status: 'subscribed' }, 'Prenumerationens status', 'Prenumererar'],
    [mailchimp, 'activity', { activity_type: 'click' }, 'Händelse', 'En länk följdes'],
    [scrive, 'signing-party', { signatory_role: 'signing_party' }, 'Roll', 'Undertecknar'],
    [scrive, 'document', { status: 'closed' }, 'Status', 'Undertecknat av alla'],
    [fortnox, 'customer', { Type: 'PRIVATE' }, 'Kundtyp \\(privat eller företag\\)', 'Privatperson'],
    [fortnox, 'invoice', { Credit: 'false' }, 'Kreditfaktura', 'Nej'],
    [fortnox, 'invoice-row', { HouseWorkType: 'CLEANING' }, 'Typ av husarbete', 'Städning'],
    [fortnox, 'invoice', { TaxReductionType: 'rut' }, 'Typ av skattereduktion', 'RUT'],
  ] as const)('is in words for each vendor', async (resources, resource, data, title, words) => {
    expect(beside(await indexOf('sv', resources, finding(resource, '1', data)), title)).toBe(words);
  });

  it('whose name is a property of every JavaScript object is shown unchanged', async () => {
    const html = await indexOf('en', hubspot, finding('contact', '1', { lifecyclestage: 'constructor' }));
    expect(beside(html, 'Stage of the customer relation')).toBe('constructor');
  });
});

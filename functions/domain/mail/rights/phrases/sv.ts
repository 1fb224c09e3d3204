import type { Phrasebook } from './phrasebook.ts';

const self = '(om mig|på mig|kring mig|rörande mig|avseende mig|rör mig|om min person|mig själv)';
const data =
  '(uppgift*|personuppgift*|information*|info|data|datan|allt*|allting|det|de|vad|vilka|vilken|register*|handlingar|noteringar|anteckningar|dokument)';
const own = '(mina|min|mitt) ~2 (uppgifter|personuppgifter|data|kunduppgifter|kunddata|persondata|registeruppgifter)';
const whole = `(${data} ~ ${self}|${own}|registerutdrag*|gdpr-utdrag*)`;
const ask =
  '(vill|önskar|begär|vilja|kräver|ber|behöver|anhåller|hemställer|får jag|kan jag|kan ni|kunde ni|kunde jag|vänligen|snälla|undrar|tacksam|gärna|begäran)';
const get =
  '(veta|se|få|ha|ut|ta del|tillgång|kopia|kopior|utdrag|skicka*|lämna*|mejla*|maila*|höra|läsa|insyn|reda på|visa*|redovisa*|sammanställning)';
const held = `(mig|(mina|mitt|min) ~3 (uppgifter|personuppgifter|data|konto|kundkonto|användarkonto|profil|kunduppgifter|information|historik|köphistorik|adress|mejladress|e-postadress|telefonnummer|namn|personnummer|bilder|foton|foto)|(allt|allting|alla|det|de|uppgift*|data|information*|personuppgift*) ~ ${self})`;
const correctable =
  '(namn|namnet|efternamn*|förnamn*|adress|adressen|hemadress*|telefonnummer*|mobilnummer*|födelsedatum*|personnummer*|e-postadress*|mejladress*|uppgift|uppgiften|uppgifter|uppgifterna|personuppgift*|kontaktuppgift*|stavning*|civilstånd*)';
const advertising =
  '(reklam*|nyhetsbrev*|erbjudande*|utskick*|marknadsföring*|mejlreklam|annons*|kampanj*|direktreklam*|direktmarknadsföring*|reklamutskick*)';
/**
 * Documents such as a passport or an invoice. A person who wants a copy of such a document does not ask for a copy of
 * their data.
 */
const papers =
  '(körkort*|pass|passet|legitimation*|id|id-*|faktur*|kvitto*|avtal*|bekräftelse*|fullmakt*|order*|kontrakt*|brev*|beslut*)';

/** Swedish. */
export const swedish: Phrasebook = {
  language: 'sv',
  negations: ['inte', 'ej', 'icke', 'aldrig', 'slipp', 'slippa'],
  undoing: ['bara', 'endast', 'enbart', 'längre', 'minst'],
  asksHow: ['hur', 'när', 'varför', 'måste', 'får', 'behöver', 'vem', 'vart'],
  howOneself: 'hur (jag|man|vi)',
  everybody: [
    '(alla|samtliga|övriga|andra) ~1 (kunder*|användare*|anställda*|medlemmar*|personer|registrerade|människor)',
  ],
  otherDeeds: [
    'rader',
    'bort',
    'rättad',
    'rättat',
    'rättas',
    'korriger',
    'ändra',
    'spärr',
    'frys',
    'stryk',
    'struk',
    'sluta',
  ],
  gets: get,
  copies: '(registerutdrag*|gdpr-utdrag*|utdrag|kopia|kopior|insyn|tillgång|ta del)',
  clauses:
    '(?:sedan |sen |därefter |även |också )?(att|få|bli|jag|ni|vill|skicka|sluta|stoppa|upphör|inga|ingen|avregistrera|avanmäl|avsluta|återkallar|invänder)',
  lists: [
    'nyhetsbrev*',
    'utskick*',
    'sändlist*',
    'mejllist*',
    'maillist*',
    'mailinglist*',
    'prenumerantlist*',
    'reklam*',
  ],
  correctable: [correctable],
  rights: {
    access: [
      `${ask} ~ ${get} ~4 ${whole}`,
      `(skicka|sänd|mejla|maila|visa|ge|lämna ut|redovisa|översänd|delge|berätta) ~4 ${whole}`,
      `(vad|vilka|vilken) ~3 (har|lagrar|sparar|behandlar|finns|vet|samlar|samlat) ~ ${self}`,
      `(har|behandlar|lagrar|sparar|finns) (ni|det|du) ~4 (uppgifter|personuppgifter|information|data|något|nåt) ~4 ${self}`,
      'kopia (på|av) (allt|alltihop|alltsammans|(alla|samtliga|de) ~1 (uppgifter|personuppgifter)|mina ~1 (uppgifter|personuppgifter))',
      '(begäran|begär|ansökan|ansöker) ~1 om ~2 (registerutdrag*|tillgång|insyn|utdrag)',
      `${ask} ~3 (registerutdrag*|gdpr-utdrag*|personuppgiftsutdrag*|utdrag ur ~3 register*)`,
      '(beställer|beställa|skicka) ~3 (registerutdrag*|gdpr-utdrag*)',
    ],
    rectification: [
      `(rätta|rättar|korrigera|korrigerar|ändra|ändrar|uppdatera|uppdaterar) ~5 ${correctable}`,
      `(rättelse|korrigering) av ~3 ${correctable}`,
      `${correctable} ~5 (rättas|rättade|rättat|rättad|korrigeras|korrigerad*|ändras|uppdateras)`,
      `${correctable} ~3 (är|står|blivit) ~2 (fel|felaktig*|felstava*|felskriv*|inaktuell*)`,
      `${ask} ~2 (rättelse|om rättelse)`,
    ],
    erasure: [
      `(radera|utplåna|ta ~1 bort|tag ~1 bort|stryk|stryka|ha bort|få bort|plocka bort|rensa|rensa bort) ~4 ${held}`,
      `${ask} ~ (raderar|tar ~1 bort|stryker|utplånar|plockar bort|rensar) ~4 ${held}`,
      `${ask} ~ (bli|blir|vara) (raderad|raderade|glömd|borttagen|struken|bortglömd)`,
      `${ask} ~ ${held} ~4 (raderade|raderad|raderat|raderas|tas bort|borttagna|borttagen|borttaget|utplånas)`,
      `${ask} ~ (raderat|raderad|raderade|borttaget|borttagna) ~3 ${held}`,
      `(radering|borttagning|utplåning) av ~4 ${held}`,
      `${ask} ~2 (radering|att bli raderad|att bli glömd)`,
    ],
    restriction: [
      '(frys|fryser|frysa|spärra|spärrar|begränsa|begränsar|begränsas|blockera|blockerar) ~5 (uppgift*|personuppgift*|behandling*|användning*|data)',
      'begränsning av ~2 (behandling*|personuppgift*|användning*)',
      '(spara|behåll) ~6 men ~3 (använd|rör|behandla) ~3 inte',
    ],
    portability: [
      '(dataportabilitet|portabilitet)',
      '(maskinläsbar*|strukturerat ~6 format)',
      '(flytta|föra över|överföra|flyttas|överföras|överför) ~6 (uppgift*|personuppgift*|data) ~6 (till en annan|till annan|till annat|till min nya|till mitt nya)',
    ],
    'consent-withdrawal': [
      '(återkallar|återkalla|återtar|drar tillbaka|dra tillbaka|ta tillbaka|tar tillbaka|tar jag tillbaka|ångrar) ~5 (samtycke*|medgivande*|godkännande*|mitt ja)',
      '(samtycke*|medgivande*|godkännande*) ~3 (tar jag tillbaka|tar tillbaka|återkallar|återkallas|återkallat|drar jag tillbaka|dras tillbaka)',
    ],
  },
  correctIt: ['(rätta|rättar|korrigera|korrigerar) ~2 (båda|bägge|detta|det|dem|den|felet|felen|allt)'],
  objection: [
    '(invänder|motsätter mig|motsätta mig|protesterar|invändning|invända) ~2 mot ~6 (behandl*|profilering*|använd*|personuppgift*|uppgift*)',
    'motsätter mig ~6 (behandl*|profilering*|använd*|personuppgift*|uppgift*)',
  ],
  marketing: [
    `(invänder|motsätter mig|protesterar|invändning) ~5 ${advertising}`,
    `vill (inte|ej|aldrig) (?:längre |mer )?(ha|få|ta emot|längre ha|längre få) ~4 ${advertising}`,
    `(sluta|upphör|upphöra|stoppa|stoppar|slutar) ~5 ${advertising}`,
    `(avregistrera|avanmäl*|avsluta|säga upp|säg upp|avbeställ|avbeställa|stryk|ta bort) ~6 (nyhetsbrev*|utskick*|sändlist*|mejllist*|maillist*)`,
    `(ingen|inga|inget) (?:fler |mer |mera )?${advertising}`,
    `(undanber|undanbeder|avsäger) mig ~4 ${advertising}`,
  ],
  names: {
    access: ['registerutdrag*', 'gdpr-utdrag', 'tillgång till ~2 personuppgifter'],
    erasure: ['radering', 'radera mig', 'radera (mina|mitt|alla)*'],
    rectification: ['rättelse'],
    portability: ['dataportabilitet'],
  },
  ask: `(${ask}|åberopar|åberopa|utöva|utövar|utnyttja|utnyttjar|hänvisar)`,
  mentions: [
    own,
    `(uppgift*|personuppgift*|information*|data|register*|sparat|registrerat) ~3 ${self}`,
    '(radera*|rader*|bort|avsluta*|stänga|stäng) ~4 (mitt|min) ~1 (konto|kundkonto|profil)',
    '(mitt|min) ~1 (konto|kundkonto|profil) ~4 (radera*|bort)',
    '(mina|min) ~1 (rättigheter|rättighet|integritet)',
  ],
  legal: ['(gdpr|dataskyddsförordning*|dataskyddslag*|personuppgift*|registerutdrag*|integritetsmyndighet*|imy)'],
  firstPerson: ['jag', 'mig', 'min', 'mitt', 'mina'],
  client: [
    ['(min|mitt|vår) (klients|huvudmans|uppdragsgivares)', 'mina'],
    ['(honom|henne)', 'mig'],
    ['(hans|hennes|klientens|huvudmannens)', 'mina'],
    ['(min|vår) (klient|huvudman|uppdragsgivare)', 'jag'],
  ],
  second: {
    joins: 'och|samt|men',
    around:
      'sedan|sen|därefter|efteråt|efter det|efter detta|därpå|slutligen|till sist|vänligen|snälla|gärna|tack|också|även|genast|omedelbart|snarast|permanent|för gott|jag vill att ni|vill jag att ni|vill (?:jag )?(?:sedan |sen |därefter |efteråt )att ni|jag vill att|vill jag att|jag ber er|ber jag er|att ni|att|kan ni|ni kan|när ni är klara|när det är gjort|när jag (?:har )?fått (?:det|dem|svaret|svar|kopian|uppgifterna)|från er|hos er|(?:i|ur|från) (?:ert|era|alla era) (?:system|register|databaser|databas|kundregister)',
    deeds: 'radera|ta|tag|rensa|utplåna|stryk|plocka|släng|förstör|rätta|korrigera|ändra|uppdatera|spärra|frys|sluta',
    before: 'innan',
    everything:
      'allt|allting|alltihop|alltsammans|allt det|allt detta|alla uppgifter|alla uppgifterna|uppgifterna|all data',
    it: 'det|dem|detta|datan',
    erase: [
      '(radera|raderar|utplåna|utplånar|rensa|rensar|förstör|släng) _ %',
      '(ta|tar) _ bort _ %',
      '(plocka|rensa|plockar|rensar) _ bort _ %',
      '(?:jag )?(vill|önskar) (?:jag )?_ (ha|få) _ % (raderat|raderade|borttaget|borttagna|bortplockat)',
      '(jag vill att|vill jag att) _ % _ (raderas|tas bort)',
      '(få|ha) _ % _ (raderade|raderat|raderad|borttagna|borttaget)',
    ],
    copyFirst: [
      '(skicka|sänd|mejla|maila|ge) (?:mig )?(först|dessförinnan|innan dess) (?:mig )?(?:en )?kopia (?:till mig )?',
      '(skicka|sänd|mejla|maila|ge) (?:mig )?_ (?:en )?kopia (?:till mig )?(först|dessförinnan|innan dess)',
      '(skicka|sänd|mejla|maila|ge) (?:mig )?_ (?:en )?kopia (på|av) % (?:till mig )?(?:först |dessförinnan |innan dess )?',
      '(skicka|sänd|mejla|maila) _ % till mig (först|dessförinnan|innan dess)',
    ],
    wonders: '(hur|huruvida|ifall|om jag|om man|om ni|om det går)',
  },
  listed: {
    joints: 'och|samt|men|dels|plus|jämte|liksom|respektive|därtill|dessutom|både',
    names: [
      ['access', 'registerutdrag|registerutdraget|gdpr-utdrag|utdrag|tillgång|insyn'],
      ['rectification', 'rättelse|rättning|korrigering'],
      ['erasure', 'radering|borttagning|utplåning|borttagande'],
      ['restriction', 'begränsning|spärrning|frysning'],
      ['portability', 'dataportabilitet|portabilitet'],
      ['consent-withdrawal', 'återkallelse av (?:mitt |mina )?samtycke\\S*'],
    ],
    leads:
      'om|av|till|ut|få|ha|en|ett|min|mina|mitt|rätt|rätten|rättigheter|utöva|utnyttja|att|härmed|även|också|sedan|sen|därefter|dessutom|först|full|fullständig|fullständigt|omedelbar|permanent|följande|begär|begära|begäran|önskar|kräver|vill|jag|dels|både|göra|använda|använda mig|alltså|tack|gärna',
    own: 'min|mina|mitt|mig|personuppgift\\S*',
    objects:
      'min|mina|mitt|mig|dem|den|dessa|det|uppgift\\S*|personuppgift\\S*|data|datan|information\\S*|behandling\\S*|konto|kontot|kundkonto|adress|adressen|namn|namnet|telefonnummer|allt|alla|register|historik|köphistorik',
    tails: 'enligt|i enlighet|tack|omedelbart|omgående|också|även|gdpr|med stöd|inom|mvh|vänligen|genast',
    informs: '(information|upplysning*|besked|veta|uppgift om|uppgifter om) ~2 (om|kring|ändamål*)',
  },
  words: {
    access: [
      '(registerutdrag*|gdpr-utdrag*|personuppgiftsutdrag*|insyn|ta del av)',
      `(utdrag|kopia|kopior)(?! (av|på|från|ur) ~2 ${papers} )`,
      '(tillgång till|få ut|lämna ut|lämnas ut|begära ut|ha ut|hämta ut) ~4 (uppgift*|personuppgift*|data|information*|allt|det)',
    ],
    rectification: [
      '(?<! (?:till|den|det|de|i|på) )(rätta|rättar|rättas|rättad|rättat|rättade|rättelse*|rättning|korriger*)',
      `(ändra|ändrar|ändras|ändrad|ändrat|uppdatera|uppdaterar|uppdateras|uppdaterad*) ~4 ${correctable}`,
      `${correctable} ~3 (ändras|ändrad*|ändrat|uppdateras|uppdaterad*)`,
    ],
    erasure: [
      '(radera|raderar|raderas|raderad|raderat|raderade|raderades|radering*|utplån*|borttag*|bortglömd|glömd|glömda)',
      '(ta|tar|tas|tog|tag|tagit|tagits|plocka|plockar|plockas|rensa|rensar|rensas|ska|skall|måste|bör) ~4 bort',
      '(stryk|stryka|stryks|struken|strukna|struket|rensa|rensas|släng|slänga|slängs|förstör|förstöra|förstöras|makuler*)',
      '(avsluta|avslutar|avslutas|stäng|stänga|stänger|stängs) ~3 (konto*|kundkonto*|profil*)',
    ],
    restriction: [
      '(frys|frysa|fryser|frysas|frysning|spärr|spärra|spärrar|spärras|spärrning|begränsa|begränsar|begränsas|begränsning*|blockera*)',
    ],
    portability: ['(dataportab*|portabilitet*|portera*|maskinläsbar*|strukturerat ~3 format)'],
    objection: [
      '(invänd*|motsätt*|protester*|avregistrer*|avanmäl*|avprenumer*|undanber*|undanbed*)',
      `(sluta|slutar|upphör|upphöra|stoppa|stoppar|stopp|slipp|slippa) ~6 (${advertising}|skicka*|mejla*|maila*|kontakta*|ringa*|använd*|behandla*|dela|sälja|profiler*|spåra*)`,
      `(inte|inga|ingen|inget|aldrig) ~5 ${advertising}`,
    ],
    'consent-withdrawal': [
      '(återkall*|återta*|ångra*) ~6 (samtycke*|medgivande*|godkännande*)',
      '(dra|drar|ta|tar|tog|drog) ~6 tillbaka ~6 (samtycke*|medgivande*|godkännande*)',
      '(samtycke*|medgivande*|godkännande*) ~6 (återkall*|återta*|tillbaka|upphör*|gäller inte)',
      '(samtycker|godkänner|medger) ~2 (inte|ej)',
    ],
  },
};

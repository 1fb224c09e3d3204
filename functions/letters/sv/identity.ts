import { link, list, say, sentence, sentences } from '../blocks.ts';
import type { IdentityContent, ProofMethod } from '../content/identity.ts';
import type { Block, LetterFrame, Wording } from '../letter.ts';
import { complaint, day, ifLate, numberOfDays, remedies, review, subject, timeWhenAsked } from './phrases.ts';

const noCopies = 'Skicka ingen kopia av legitimation om vi inte uttryckligen ber om det.';

/** Who asks, in Swedish. */
export function identity(content: IdentityContent, frame: LetterFrame): Wording {
  switch (content.kind) {
    case 'identity-request':
      return {
        subject: subject('Vi behöver veta att det är du', frame),
        blocks: [
          say(
            `För att inte lämna ut uppgifter till fel person behöver vi försäkra oss om att det är du som ${{ request: 'gjort begäran', complaint: 'lämnat klagomålet', claim: 'framställt kravet' }[frame.matter]}.`,
          ),
          sentences(`Skälet är att ${doubt(content.why, frame)}`, sentence(content.explanation)),
          say('Välj ett av följande sätt:'),
          list(content.methods.map(methodInWords)),
          say(`Vi behöver inget annat. ${noCopies}`),
          sentences(
            `Det du lämnar används bara för kontrollen. Det sparas i ärendet och raderas ${numberOfDays(content.keptDays)} efter att ärendet har avslutats.`,
            'Vi antecknar att kontrollen gjordes, hur och när.',
          ),
          timeWhenAsked(content.time, frame),
          link('Till ditt ärende', content.statusLink),
        ],
      };
    case 'cannot-identify':
      return {
        subject: subject('Vi kan inte avgöra vilka uppgifter som är dina', frame),
        blocks: [
          say(
            'Vi kan inte göra det du begärt, eftersom vi inte kan avgöra vilka uppgifter som gäller dig (artikel 11 i dataskyddsförordningen).',
          ),
          sentences(
            content.why === 'not-tied-to-anybody'
              ? 'Skälet är att uppgifterna inte är kopplade till någon bestämd person.'
              : 'Skälet är att det du har angett inte räcker för att hitta rätt uppgifter.',
            sentence(content.explanation),
          ),
          say('Med detta kan vi leta igen:'),
          list(content.wouldHelp),
          say('Svara på detta meddelande, så fortsätter vi. Du måste inte lämna fler uppgifter.'),
          ...ifLate(content.lastDay, frame),
          ...remedies(frame),
        ],
      };
    case 'one-time-code':
      return {
        subject: subject('Din kod', frame),
        blocks: [
          say(whatTheCodeIsFor(content)),
          { kind: 'code', text: content.oneTimeCode },
          say(
            `Koden gäller ${content.sentTo === 'post' ? `till och med den ${day(content.lastDay)}` : `i ${content.minutes} minuter`} och kan användas en gång. Lämna den inte till någon annan.`,
          ),
          ...(content.sentTo === 'post' && content.purpose === 'identity'
            ? [
                say(
                  'Kommer du inte åt sidan kan du ringa eller skriva till oss i stället: uppge koden och ärendets nummer.',
                ),
              ]
            : []),
          say('Skicka ingen kopia av någon legitimation. Har du inte begärt detta kan du bortse från meddelandet.'),
          ...(content.purpose === 'contact' ? [] : [link('Till ditt ärende', content.statusLink)]),
        ],
      };
    case 'new-link':
      return {
        subject: subject('Ny länk till ditt ärende', frame),
        blocks: [
          say(
            'Kontaktvägen i ditt ärende är ändrad, och vi skriver hit från och med nu. Länkarna i tidigare meddelanden fungerar inte längre. Använd den här:',
          ),
          link('Till ditt ärende', content.statusLink),
          say(`Har du inte bett om det, svara på detta eller skriv till ${frame.controller.email}.`),
        ],
      };
    case 'confirm-on-page':
      return {
        subject: subject('Bekräfta på sidan för ditt ärende', frame),
        blocks: [
          say(
            'Vi har fått ett mejl om ditt ärende som ber om en ändring: att begäran dras tillbaka eller tas upp igen. Bara av mejlet kan vi inte se att du har skrivit det och vill detta, så vi har inte ändrat något. Vill du ha ändringen gör du den på sidan för ditt ärende:',
          ),
          link('Till ditt ärende', content.statusLink),
          say('Har du inte skrivit till oss behöver du inte göra något.'),
        ],
      };
    case 'identity-not-proven':
      return {
        subject: subject('Vi har inte kunnat säkerställa att det är du', frame),
        blocks: [
          ...comeBack(content.alternatives),
          say(
            `Därför har vi inte gjort det du begärt (artikel 12.6 i dataskyddsförordningen): ${
              content.why === 'no-proof-came'
                ? `vi bad den ${day(content.askedDate)} om något som visar att det är du, och har inte fått det`
                : `det vi fick efter vår fråga den ${day(content.askedDate)} visar inte att det är du`
            }. Vi lämnar inte ut uppgifter när vi är osäkra på vem som frågar.`,
          ),
          say(noCopies),
          review(frame),
          ...remedies(frame),
          link('Till ditt ärende', content.statusLink),
        ],
      };
    case 'deceased':
      return {
        subject: subject('Om uppgifter efter någon som har avlidit', frame),
        blocks: [
          say('Vi beklagar sorgen.'),
          say(
            'Dataskyddsförordningen gäller bara levande personer (skäl 27). Den ger därför ingen rätt till uppgifter om den som har avlidit.',
          ),
          sentences('Dödsboet kan i stället gå den här vägen:', sentence(content.estateRoute)),
          say(`Kontakt för dödsbon: ${content.estateContact}.`),
          say(
            'Uppgifter om dig själv har du rätt till. Vill du ha dem, svara på detta, så öppnar vi ett ärende för dig.',
          ),
          complaint(frame),
        ],
      };
    case 'contact-changed':
      return {
        subject: subject('En ny kontaktväg i ett ärende', frame),
        blocks: [
          say(`Den ${day(content.changedDate)} antecknades en ny kontaktväg i ärendet. Vi har hittills skrivit hit.`),
          say('Var det du som bad om det behöver du inte göra något.'),
          say(
            `Var det inte du, svara genast på detta eller skriv till ${frame.controller.email}. Vi måste få veta det snabbt för att kunna stoppa ändringen.`,
          ),
        ],
      };
  }
}

function comeBack([one, ...more]: Extract<
  IdentityContent,
  { kind: 'identity-not-proven' }
>['alternatives']): readonly Block[] {
  const lead = 'Vi har inte kunnat säkerställa att det är du.';
  return more.length === 0
    ? [say(`${lead} Återkom med ${methodAsThing(one)} så fortsätter vi.`)]
    : [say(`${lead} Återkom med något av detta så fortsätter vi:`), list([one, ...more].map(methodAsThing))];
}

function doubt(why: Extract<IdentityContent, { kind: 'identity-request' }>['why'], { matter }: LetterFrame): string {
  const it = { request: 'begäran', complaint: 'klagomålet', claim: 'kravet' }[matter];
  switch (why) {
    case 'contact-not-known':
      return `vi inte kan se på den adress du skrev från att ${it} är ${matter === 'request' ? 'din' : 'ditt'}.`;
    case 'sensitive-data':
      return `${it} kan gälla uppgifter som kräver att vi är säkrare på vem som frågar.`;
    case 'contradicting-details':
      return 'de uppgifter du angav inte stämmer med varandra.';
    case 'several-people-match':
      return 'de uppgifter du angav kan gälla mer än en person.';
  }
}

function whatTheCodeIsFor(content: Extract<IdentityContent, { readonly kind: 'one-time-code' }>): string {
  switch (content.purpose) {
    case 'identity':
      return `För att inte lämna ut uppgifter till fel person behöver vi veta att den som begärt dem ${canRead(content.sentTo)}. Skriv in koden på sidan för ditt ärende:`;
    case 'download':
      return 'Skriv in koden på sidan för ditt ärende för att hämta svaret:';
    case 'contact':
      return 'För att vi ska skriva till den här adressen behöver vi veta att den är din. Skriv in koden på sidan för ditt ärende:';
  }
}

function canRead(sentTo: 'email' | 'phone' | 'post'): string {
  switch (sentTo) {
    case 'email':
      return 'kan läsa den här e-postadressen';
    case 'phone':
      return 'har det här telefonnumret';
    case 'post':
      return 'får post på den här adressen';
  }
}

function methodInWords(one: ProofMethod): string {
  switch (one.method) {
    case 'email-code':
      return 'En kod som vi skickar till en e-postadress som vi redan har.';
    case 'sms-code':
      return 'En kod som vi skickar med SMS till det mobilnummer som du har angett.';
    case 'login':
      return 'Logga in på ditt konto hos oss.';
    case 'e-id':
      return `Legitimera dig med ${one.name}.`;
    case 'letter-code':
      return 'En kod som vi skickar i ett brev till din folkbokföringsadress.';
    case 'document-check':
      return 'Visa en legitimation för oss på plats eller i ett videosamtal. Vi antecknar att den är kontrollerad och sparar ingen kopia.';
    case 'order-details':
      return 'Uppge numret på en order eller en faktura som du har fått av oss.';
    case 'mandate':
      return 'Visa att du får göra detta för den andra personen, till exempel med en fullmakt.';
  }
}

function methodAsThing(one: ProofMethod): string {
  switch (one.method) {
    case 'email-code':
      return 'den kod som vi skickar till en e-postadress som vi redan har';
    case 'sms-code':
      return 'den kod som vi skickar med SMS till det mobilnummer som du har angett';
    case 'login':
      return 'en inloggning på ditt konto hos oss';
    case 'e-id':
      return `legitimering med ${one.name}`;
    case 'letter-code':
      return 'den kod som vi skickar i ett brev till din folkbokföringsadress';
    case 'document-check':
      return 'en legitimation som du visar på plats eller i ett videosamtal';
    case 'order-details':
      return 'numret på en order eller en faktura';
    case 'mandate':
      return 'en fullmakt eller något annat som visar att du får företräda personen';
  }
}

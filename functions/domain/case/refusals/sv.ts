import type { RefusalWords } from './in-words.ts';

/**
 * Why a command is refused, in Swedish. A name in braces, such as `{due}`, stands for a value; `rules.ts` lists the
 * names of each rule.
 */
export const swedishRefusals: RefusalWords = {
  rules: {
    'mandate-not-accepted': 'Ombudets uppdrag godtogs inte, så inget svar kan lämnas ut.',
    'second-person-releases': 'En andra person måste också godkänna svaret.',
    'items-not-seen': 'Svaret kan inte lämnas ut än: någon måste titta på och besluta om {open} poster till.',
    'sheet-changed': 'Posterna i svaret, eller besluten om dem, har ändrats sedan du tittade. Titta på dem igen.',
    'preview-changed':
      'Det som personen kommer att läsa har ändrats sedan du tittade. Titta på förhandsvisningen igen.',
    'item-changed': 'Posten har ändrats sedan du tittade på den. Titta på den igen och besluta sedan. (Post {item})',
    'item-decided-meanwhile':
      'En kollega har beslutat om posten sedan du tittade på den. Se på kollegans beslut. Om ditt ska gälla i stället, besluta igen. (Post {item})',
    'item-gone': 'Posten ingår inte längre i svaret. (Post {item})',
    'item-not-seen': 'Titta på posten innan du beslutar om den. (Post {item})',
    'document-not-opened': 'Öppna postens dokument innan du lämnar ut den. (Post {item})',
    'page-does-not-exist': 'Dokumentet har bara {pages} sidor.',
    'all-pages-withheld': 'Någon sida måste finnas kvar. Undanta dokumentet om inget av det ska lämnas ut.',
    'document-not-cut':
      'Det finns inget exemplar av dokumentet utan just de sidorna. Gör det först och besluta sedan. (Post {item})',
    'pages-decided-already':
      'Sidor i dokumentet är redan utelämnade. Ångra det beslutet och välj sedan alla sidor på en gång. (Post {item})',
    'pages-not-left-out':
      'Svaret kan inte lämnas ut än: sidor ska utelämnas ur {documents} dokument, men det finns inga exemplar utan de sidorna. Ångra besluten om sidorna och besluta igen.',
    'decision-does-not-fit':
      'Det beslutet går inte att fatta om den här posten. En möjlig eller omstridd post godtas eller avvisas; andra poster lämnas ut, maskeras, undantas eller avvisas. (Post {item})',
    'decision-is-delivered': 'Besluten är redan genomförda i ett tidigare svar och går inte att ångra.',
    'no-such-review-decision': 'Det finns inget sådant beslut att ångra.',
    'reason-tells-what-is-hidden':
      'Personen läser motiveringen, så den får inte innehålla det som maskeras eller undantas. Skriv den utan namn.',
    'ground-needs-a-reason': 'Skriv varför: bara grunden att uppgifterna gäller någon annan behöver ingen motivering.',
    'system-outside-plan': 'Ett av systemen ingår inte i planen.',
    'answer-needs-stronger-proof': 'Svaret innehåller uppgifter som kräver ett starkare bevis på identiteten.',
    'letter-goes-by-mail': 'Det här brevet skickas automatiskt med e-post.',
    'nothing-posted-to-protected': 'Medarbetare postar inga brev till en person med skyddade personuppgifter.',
    'mailbox-proves-nobody':
      'Flera personer läser den här brevlådan, så en kod som skickas dit visar inte vem någon är.',
    'nothing-to-fetch': 'Det finns inget svar att hämta, eller så sparas det inte längre.',
    'letter-sent': 'Brevet har skickats.',
    'letter-being-sent': 'Brevet håller på att skickas.',
    'received-after-registration': 'En begäran kan inte ha kommit in efter att den registrerades.',
    'asked-already': 'Frågan är redan ställd och har inte besvarats än.',
    'reason-for-another-question': 'Det skälet motiverar inte den här frågan (artikel 12.6, skäl 63).',
    'doubt-outside-case':
      'Dagen då skälet att fråga uppstod måste ligga mellan den dag då begäran kom in, {received}, och i dag, {today}.',
    'identity-proven-fully': 'Identiteten är visad så starkt som det går: det finns inget mer att fråga efter.',
    'period-over': 'Tiden gick ut den {due} och kan därför inte vila längre.',
    'asked-too-late-to-rest':
      'Tiden kan vila bara om frågan ställdes utan onödigt dröjsmål, senast den {lastDay}. Fråga utan att låta tiden vila.',
    'extended-already': 'Tiden är redan förlängd, till den {due}.',
    'notice-too-late':
      'Beskedet skulle ha skickats inom en månad från att begäran kom in, senast den {due} (artikel 12.3).',
    'sender-not-written-to': 'Inget brev skickas till avsändaren så länge begäran hålls: besluta först om begäran.',
    'extension-notice-unsent': 'En förlängning är redan beslutad. Tiden är förlängd så snart beskedet har skickats.',
    'no-objection-open': 'Det finns ingen invändning att besluta om.',
    'aware-later-than-now': 'Tidpunkten då ni fick vetskap om incidenten kan inte ligga i framtiden.',
    'no-such-answer': 'Det finns inget sådant svar.',
    'kept-by-legal-hold': 'Ärendet bevaras för rättsliga anspråk, så dess material kan inte raderas.',
    'case-open-already': 'Ärendet är redan öppet.',
    'no-such-case': 'Det finns inget sådant ärende.',
    'case-concerns-you': 'Ärendet är inte öppet för dig: det rör dig eller någon som står dig nära.',
    'case-ended': 'Ärendet är avslutat.',
    'case-concerns-them':
      'Ärendet är inte öppet för den personen: det rör personen själv eller någon som står personen nära.',
    'not-locked-out': 'Personen är inte utestängd från ärendet.',
    'locks-out-oneself': 'Du kan inte stänga ute dig själv. Lämna över ärendet, och låt en kollega stänga ute dig.',
    'fee-answer-open': 'Personen får svara till och med den {answerBy}.',
    'second-person-agrees': 'En andra person måste godkänna beslutet.',
    'fee-proposal-too-old':
      'Dagen då personen skulle ha svarat, den {answerBy}, har passerat. Föreslå avgiften igen med en senare dag.',
    'nothing-to-split-off': 'Bara ett klagomål, ett krav eller en annan rättighet i begäran än tillgång kan delas av.',
    'only-access-goes-on':
      'Bara en begäran om tillgång handläggs automatiskt. Medarbetare måste utföra den här begäran.',
    'mandate-unchecked': 'Kontrollera ombudets uppdrag först, och godta det.',
    'contact-of-person-missing': 'Personen får svaret, inte ombudet: ange först hur personen nås.',
    'contact-of-requester-missing': 'Vi vet inte hur vi når personen: ange först en adress som vi kan skriva till.',
    'accounting-law-keeps-data':
      'Bokföringslagen säger hur länge räkenskaper sparas. Den kan begränsa radering men är inget skäl att vägra en kopia av uppgifterna (artikel 15, 17.3 b).',
    'ground-for-another-right': 'Den grunden kan inte begränsa den rättighet som begäran handlar om.',
    'others-rights-refuse-a-part':
      'Andras rättigheter är aldrig skäl att vägra allt (skäl 63): utelämna det som rör andra och lämna ut resten.',
    'abuse-needs-four-things':
      'Ett missbruk visas med fyra saker: om uppgifterna lämnades frivilligt, syftet, tiden som gått och mönstret (C-526/24).',
    'circumstance-undecided':
      'En omständighet skyddar någon, och ni har inte beslutat om den än. Besluta om omständigheten först.',
    'part-names-what-is-held':
      'Ange vilka slags uppgifter i vilket system som avslås: svaret utelämnar dem. En del kan avslås först när uppgifter har hittats.',
    'nothing-of-that-kind-held':
      'Ärendet har inga uppgifter av det slaget, eller så har ett svar redan innehållit dem.',
    'told-after-stronger-proof':
      'Systemet kräver ett starkare bevis på identiteten. Före det beviset får personen inte veta något om systemet, så avslå dess uppgifter efter beviset.',
    'refused-until-past': 'Avslagets sista dag, {until}, har passerat. Ange en senare dag eller ingen.',
    'refusal-is-over':
      'En del avslogs till och med {until}, och den dagen har passerat. Ta tillbaka avslaget, eller ändra det och ange en senare dag eller ingen.',
    'kind-refused-already': 'Samma slags uppgifter är redan avslagna: ändra det avslaget i stället.',
    'refusal-carried-out': 'Ett svar har redan skickats med det avslaget, så avslaget går inte att ändra.',
    'refused-in-words-only':
      'En del är avslagen utan att det anges vilka slags uppgifter det gäller, så ingen kan veta vad svaret ska utelämna. Ange vilka slags uppgifter, eller ta tillbaka avslaget.',
    'abuse-as-a-whole': 'En begäran som är ett missbruk avslås helt eller inte alls.',
    'first-copy-is-free':
      'Den första kopian är gratis (artikel 15.3). En ytterligare kopia är en kopia som begärs efter ett svar.',
    'fee-needs-time-to-answer': 'Personen måste ha tid att svara innan en avgift tas ut: ange en senare dag.',
    'later-joins-earlier': 'Bara den senare begäran kan föras till den tidigare, så att inget datum blir senare.',
    'withdrawal-is-final': 'Återkallelsen kunde ångras till och med den {until}. Personen kan göra en ny begäran.',
    'material-erased': 'Ärendets material är raderat: öppna ett nytt ärende.',
    'stopped-without-proof':
      'Bara marknadsföring, och behandling som vilar på samtycke, kan stoppas utan ett bevis på identiteten.',
    'say-what-becomes-of-contact-change':
      'Omständigheten stämmer, och ett byte av kontaktväg väntar: ange om bytet ska fortsätta eller återkallas.',
    'say-what-was-done': 'Skriv vad som gjordes och hur personen fick veta det (artikel 12.3).',
    'sender-not-matched': 'Det är inte avgjort än att avsändaren är den person som begäran gäller.',
    'nothing-asked-of-sender': 'Begäran hålls, och ingen fråga har skickats till avsändaren.',
    'closed-by-the-clock':
      'Ett ärende som personen inte svarar i avslutas automatiskt, efter det antal dagar som policyn anger.',
    'no-answer-owed': 'Ärendet väntar inte på något svar från personen.',
    'something-was-found': 'Uppgifter har hittats: besvara begäran, eller be om det bevis på identiteten som saknas.',
    'say-why-not-found': 'Skriv varför uppgifterna inte går att hitta och vad som skulle hjälpa (artikel 11.2).',
    'identity-proven-already': 'Identiteten är redan visad.',
    'document-is-noted':
      'För ett bevis med en handling: ange vilken handling som visades, var och när. Andra metoder har inga sådana uppgifter.',
    'forwarded-to-protected':
      'Ingenting postas till en person med skyddade personuppgifter: använd Skatteverkets förmedling, eller lämna över brevet personligen.',
    'contact-called-unsafe':
      'Någon har sagt att den här brevlådan inte är säker, så ingen kod skickas dit. Medarbetare kan ändra eller bekräfta kontaktvägen när personen har visat vem hen är.',
    'nothing-came-back':
      'Inget brev till den nuvarande kontaktvägen har kommit tillbaka, så det skälet stämmer inte. Om personen vill ha brev med post, ange det skälet.',
    'contact-not-confirmed':
      'Ett svar kan bara hämtas av den vars adress eller nummer är bekräftat (artikel 32). Logga in igen och bekräfta adressen på ärendets sida, eller be en medarbetare bekräfta den.',
    'confirmed-after-sign-in':
      'Adressen kan bekräftas bara direkt efter en inloggning: logga in igen och skriv sedan in koden.',
    'no-contact-to-confirm': 'Ingen kontaktväg väntar på att bekräftas.',
    'phone-proves-nobody':
      'Flera personer använder den här telefonen, så en kod som skickas dit visar inte vem någon är.',
    'no-code-by-sms': 'Ingen kod skickas med SMS i det här ärendet: skriv till oss.',
    'number-not-stated': 'Inget sådant nummer har uppgetts i ärendet.',
    'person-forgotten': 'Ärendets personuppgifter är raderade, så ärendet tar inte emot något mer.',
    'no-code-needed': 'Ingen kod behövs nu.',
    'staff-enter-letter-codes': 'Medarbetare skriver bara in en kod som har skickats med brev.',
    'methods-not-offered': 'välj bland de sätt som personen kan använda: {methods}',
    'no-methods-to-choose': 'här finns inga sätt att välja bland',
    'codes-of-the-day-sent': 'Högst fem koder skickas på ett dygn. Nästa kan skickas från och med {from}.',
    'codes-of-the-opener-sent':
      'Högst två koder på ett dygn skickas åt den som gjorde begäran. Öppna länken i vårt mejl, eller vänta till {from}.',
    'old-contact-not-told':
      'Inget brev om bytet kan skickas till den gamla kontaktvägen. Därför kan bara medarbetare byta kontaktväg, när personen har visat vem hen är med e-legitimation, med brev eller på plats.',
    'every-system-is-searched': 'Alla system i planen måste sökas: inget system får utelämnas ur ett svar.',
    'search-did-not-fail': 'Bara en sökning som misslyckats kan göras om eller ges upp.',
    'identifier-not-learned': 'Ingen sökning i ärendet har hittat den här identifieraren.',
    'identifier-decided': 'Någon har redan fattat det här beslutet om identifieraren.',
    'identifiers-not-decided':
      'Inget är beslutat. Beslutet går inte att fatta om de här identifierarna i listan som skickades: nummer {places}.',
    'another-personnummer':
      'Ett annat personnummer är redan styrkt eller godtaget för personen, och ingen har två. Två kan godtas bara om det ena är ett samordningsnummer.',
    'identifier-only-stated':
      'Någon har skrivit uppgiften i ett formulär och ingen har kontrollerat den. Den kan godtas när en post visar att den är personens. En e-postadress eller ett telefonnummer kan också godtas när personen har angett en kod som skickats dit.',
    'identifier-of-disputed-record':
      'Posten där uppgiften står kan gälla någon annan. Uppgiften kan godtas när ni i granskningen har avgjort att posten är personens. En e-postadress eller ett telefonnummer kan också godtas när personen har angett en kod som skickats dit.',
    'no-such-system': 'Det finns inget sådant system i planen.',
    'system-answered-already': 'Systemet har redan svarat.',
    'other-step': 'Det går inte nu: ärendet {status}.',
    'no-code': 'Ingen kod har skickats.',
    'code-expired': 'Koden är för gammal. Be om en ny.',
    'code-used': 'Koden är använd. Be om en ny.',
    'too-many-tries': 'Koden har prövats för många gånger. Be om en ny.',
    'contact-of-the-opener':
      'Öppna länken i vårt mejl för att byta adress. Är adressen fel? Gör en ny begäran med den rätta.',
    'withdrawals-of-the-opener':
      'Öppna länken i vårt mejl för att återkalla: flera begäranden för adressen har återkallats i dag.',
    'opener-not-shown': 'Öppna länken i vårt mejl för att göra det här: någon har bekräftat begäran med den.',
    'opener-tries-used': 'För många koder har skrivits in. Öppna länken i vårt mejl och skriv in koden där.',
    'codes-of-the-address-sent':
      'Så länge ingen har bekräftat adressen skickas få koder dit. Nästa kan skickas från och med {from}.',
    'nothing-withdrawn': 'Ingenting har återkallats.',
    'case-does-not-go-on': 'Ärendet går inte vidare: gör en ny begäran.',
    'complaint-of-a-complaint': 'Ett klagomål hör till ärendet för en begäran.',
    'only-designated-handlers': 'Det här systemet söks bara av dem som är utsedda till det.',
    'case-moved-on': 'Ärendet har ändrats: du såg steg {expected}, och det är nu på steg {at}.',
    'command-id-reused': 'Åtgärdens id har redan använts för en annan åtgärd.',
    'nobody-with-this-id': 'ingen medarbetare har det här id:t',
    'joins-another-person': 'det ska vara ett öppet ärende med samma kontaktväg och samma personuppgiftsansvariga',
    'joins-an-ended-case': 'det ärendet är avslutat',
    'joins-a-held-case': 'det ärendet hålls, och inget brev skickas till dess avsändare innan det har släppts vidare',
    'joins-no-request': 'ett klagomål eller ett krav handläggs i ett eget ärende',
    'joins-what-answers-less': 'det ärendet omfattar inte de här rättigheterna i begäran: {rights}',
    'address-is-ours': 'det är en av våra egna adresser: brev dit når oss och inte personen',
    'address-not-writable': 'det är ingen adress som vi kan skriva till',
    'kind-not-named': 'Ange system och slag av uppgifter som ärendet listar dem.',
    'say-what-is-refused': 'Skriv vad det är som avslås.',
    'say-why-old-is-not-told':
      'Ange varför inget brev skickas till den gamla adressen: den är förlorad, delad eller osäker. Utan skäl skickas ett brev om bytet dit.',
    'law-not-named': 'ange vilken lag det är om grunden är en annan lag (artikel 12.4)',
    'nothing-granted-of-a-whole': 'ett avslag av hela begäran kan inte bevilja en del',
    'company-not-named': 'ange vilket bolag som ska svara i stället',
    'estate-route-not-named': 'ange vad avtalet ger dödsboet, och hur',
    'person-told-of-both': 'personen måste få veta både följderna av incidenten och åtgärderna (artikel 34.2)',
    'entries-with-found': 'ange vad som hittades om resultatet är att något finns, och bara då',
    'entry-needs-text-or-file': 'varje uppgift behöver en text eller en fil',
    'entries-changed':
      'Någon har lagt till eller tagit bort en uppgift i den här sökningen sedan du läste uppgifterna. Läs dem igen och avsluta sedan sökningen.',
    'entries-are-kept':
      'Det finns sparade uppgifter i den här sökningen. Avsluta sökningen med dem, eller ta bort dem först.',
    'too-many-files': 'högst {most} filer i ett resultat',
    'file-not-stored': 'en fil i en uppgift är inte sparad; spara den först',
    'ground-with-withheld': 'ange den rättsliga grunden om uppgifter hålls inne, och bara då',
    'law-with-undisclosable':
      'ange vilken lag som förbjuder det om uppgifterna inte får nämnas; om något finns är lagen frivillig',
  },
  statuses: {
    held: 'hålls för beslut',
    identifying: 'väntar på ett bevis på identiteten',
    planning: 'planeras',
    'approving-search': 'väntar på att sökningen godkänns',
    gathering: 'söks',
    reviewing: 'väntar på att svaret godkänns',
    released: 'är godkänt',
    assembling: 'sätts samman',
    assembled: 'är sammansatt',
    delivered: 'är besvarat',
    refused: 'är avslaget',
    closed: 'är avslutat',
  },
};

import type { RefusalWords } from './in-words.ts';

/**
 * Why a command is refused, in Swedish. A name in braces, such as `{due}`, stands for a value; `rules.ts` lists the
 * names of each rule.
 */
export const swedishRefusals: RefusalWords = {
  rules: {
    'mandate-not-accepted': 'Ombudets uppdrag godtogs inte: ingenting lämnas ut.',
    'second-person-releases': 'En andra person måste också godkänna svaret.',
    'items-not-seen': 'Svaret kan inte lämnas ut än: någon måste titta på och besluta om {open} poster till.',
    'sheet-changed': 'Posterna i svaret, eller besluten om dem, har ändrats sedan du tittade. Titta på dem igen.',
    'preview-changed':
      'Det som personen kommer att läsa har ändrats sedan du tittade. Titta på förhandsvisningen igen.',
    'item-changed': 'Posten har ändrats sedan du tittade på den. Titta på den igen och besluta sedan. (Post {item})',
    'item-decided-meanwhile':
      'En kollega har beslutat om posten sedan du tittade på den. Se på kollegans beslut och besluta igen om ditt ska gälla. (Post {item})',
    'item-gone': 'Posten ingår inte längre i svaret. (Post {item})',
    'item-not-seen': 'Titta på posten innan du beslutar om den. (Post {item})',
    'document-not-opened': 'Öppna postens dokument innan du lämnar ut den. (Post {item})',
    'decision-does-not-fit':
      'Det beslutet går inte att fatta om den här posten. En möjlig eller omstridd post hör till personen eller gör det inte; andra poster lämnas ut, maskeras, undantas eller avvisas. (Post {item})',
    'decision-is-delivered': 'Besluten är redan genomförda i ett tidigare svar och går inte att ångra.',
    'no-such-review-decision': 'Det finns inget sådant beslut att ångra.',
    'reason-tells-what-is-hidden':
      'Personen läser motiveringen, så den får inte innehålla det som maskeras eller undantas. Skriv den utan namn.',
    'ground-needs-a-reason': 'Skriv varför: bara grunden att uppgifterna gäller någon annan behöver ingen motivering.',
    'system-outside-plan': 'Ett av systemen ingår inte i planen.',
    'answer-needs-stronger-proof': 'Svaret innehåller sådant som kräver ett starkare bevis på identiteten.',
    'letter-goes-by-mail': 'Det här brevet går med e-post, av sig självt.',
    'nothing-posted-to-protected': 'Ingenting postas härifrån till en person med skyddade personuppgifter.',
    'mailbox-proves-nobody': 'Flera personer läser den här brevlådan: bara koden dit visar inte vem någon är.',
    'nothing-to-fetch': 'Det finns inget att hämta, eller så finns det inte kvar.',
    'letter-sent': 'Brevet har skickats.',
    'letter-being-sent': 'Brevet håller på att skickas.',
    'received-after-registration': 'En begäran kan inte ha kommit in efter att den registrerades.',
    'asked-already': 'Frågan är redan ställd och har inte besvarats än.',
    'reason-for-another-question': 'Skälet räcker inte för den här frågan (artikel 12.6, skäl 63).',
    'doubt-outside-case':
      'Skälet att fråga ska ha uppstått mellan det att begäran kom in, {received}, och i dag, {today}.',
    'identity-proven-fully': 'Identiteten är visad så starkt som det går: det finns inget mer att fråga efter.',
    'period-over': 'Tiden gick ut den {due} och kan därför inte vila längre.',
    'asked-too-late-to-rest':
      'Tiden kan vila bara om frågan ställdes utan onödigt dröjsmål, senast den {lastDay}. Fråga utan att låta tiden vila.',
    'extended-already': 'Tiden är redan förlängd, till den {due}.',
    'notice-too-late':
      'Beskedet skulle ha skickats inom en månad från att begäran kom in, senast den {due} (artikel 12.3).',
    'sender-not-written-to': 'Ingenting skrivs till avsändaren så länge begäran hålls: avgör det först.',
    'extension-notice-unsent': 'Tiden är förlängd så snart beskedet har skickats.',
    'no-objection-open': 'Det finns ingen invändning att besluta om.',
    'aware-later-than-now': 'Ingen kan ha fått kännedom om det senare än nu.',
    'no-such-answer': 'Det finns inget sådant svar.',
    'kept-by-legal-hold': 'Ärendet bevaras för rättsliga anspråk: dess material raderas inte.',
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
    'nothing-to-split-off':
      'Det som kan delas av är en rättighet i begäran, dock inte tillgång, eller ett klagomål eller ett krav.',
    'only-access-goes-on': 'Bara en begäran om tillgång kan gå vidare av sig själv: den här handläggs av medarbetare.',
    'mandate-unchecked': 'Kontrollera ombudets uppdrag först, och godta det.',
    'contact-of-person-missing': 'Personen får svaret, inte ombudet: ange först hur personen nås.',
    'contact-of-requester-missing': 'Det är inte känt hur personen nås: ange först en adress som vi kan skriva till.',
    'accounting-law-keeps-data':
      'Bokföringslagen säger hur länge räkenskaper sparas. Den kan begränsa radering men är inget skäl att vägra en kopia av uppgifterna (artikel 15, 17.3 b).',
    'ground-for-another-right': 'Den grunden gäller inte mot den rättighet som begäran handlar om.',
    'others-rights-refuse-a-part':
      'Andras rättigheter är aldrig skäl att vägra allt (skäl 63): utelämna det som rör andra och lämna ut resten.',
    'abuse-needs-four-things':
      'Ett missbruk visas med fyra saker: om uppgifterna lämnades frivilligt, syftet, tiden som gått och mönstret (C-526/24).',
    'circumstance-undecided':
      'En omständighet skyddar någon, och det är inte beslutat vad ni gör åt den. Besluta det först.',
    'part-names-what-is-held':
      'Ange vilka slags uppgifter i vilket system som avslås: det som avslås utelämnas ur svaret. Innan något är hittat går det inte.',
    'nothing-of-that-kind-held': 'Ärendet har inga sådana uppgifter som svaret ännu ska lämna ut.',
    'told-after-stronger-proof':
      'Systemet kräver ett starkare bevis på identiteten, och till dess får personen inte veta något om det. Avslå när beviset finns.',
    'refused-until-past': 'Avslagets sista dag, {until}, har passerat. Ange en senare dag eller ingen.',
    'refusal-is-over':
      'En del avslogs till och med {until}, och den dagen har passerat. Ta tillbaka avslaget, eller ändra det och ange en senare dag eller ingen.',
    'kind-refused-already': 'Samma slags uppgifter är redan avslagna: ändra det avslaget i stället.',
    'refusal-carried-out': 'Ett svar har redan gått ut med det avslaget: det går inte att ändra.',
    'refused-in-words-only':
      'En del är avslagen utan att slagen av uppgifter är angivna, så det framgår inte vad som ska utelämnas ur svaret. Ange dem, eller ta tillbaka avslaget.',
    'abuse-as-a-whole': 'En begäran som är ett missbruk avslås helt eller inte alls.',
    'first-copy-is-free':
      'Den första kopian är gratis (artikel 15.3). En ytterligare kopia är en som begärs efter ett svar.',
    'fee-needs-time-to-answer': 'Personen får tid att svara innan något tas ut.',
    'later-joins-earlier': 'Den senare begäran förs till den tidigare, så att inget datum flyttas bakåt.',
    'withdrawal-is-final': 'Återkallelsen kunde ångras till och med den {until}. Personen kan göra en ny begäran.',
    'material-erased': 'Ärendets material är raderat: öppna ett nytt ärende.',
    'stopped-without-proof': 'Bara marknadsföring och det som vilar på samtycke stoppas utan ett bevis på identiteten.',
    'say-what-becomes-of-contact-change':
      'En ändring av vart vi skriver väntar: säg om den ska gälla eller inte, när omständigheten stämmer.',
    'say-what-was-done': 'Skriv vad som gjordes och hur personen fick veta det (artikel 12.3).',
    'sender-not-matched': 'Det är inte avgjort att avsändaren är den som begäran gäller.',
    'nothing-asked-of-sender': 'Avsändaren har inte tillfrågats om något medan begäran hålls.',
    'closed-by-the-clock': 'Det som inte besvaras avslutas av sig självt, efter de dagar som policyn anger.',
    'no-answer-owed': 'Det är inget svar från personen som saknas: ärendet går vidare.',
    'something-was-found': 'Något har hittats: det lämnas ut, eller så är det beviset på identiteten som saknas.',
    'say-why-not-found': 'Skriv varför uppgifterna inte går att hitta och vad som skulle hjälpa (artikel 11.2).',
    'identity-proven-already': 'Det är redan gjort.',
    'document-is-noted': 'För en handling antecknas vad som visades, var och när; för inget annat.',
    'forwarded-to-protected':
      'Ingenting postas till en person med skyddade personuppgifter: använd Skatteverkets förmedling, eller lämna över det personligen.',
    'contact-called-unsafe':
      'Någon har sagt att den här brevlådan inte är säker, och då skickas ingen kod dit. Medarbetare ändrar eller bekräftar kontaktvägen när personen har visat vem hen är.',
    'nothing-came-back':
      'Inget brev till den kontaktväg som gäller nu har kommit tillbaka, och då ska det inte heller stå så. Vill personen ha brev med post, ange det.',
    'contact-not-confirmed':
      'Ett svar kan bara hämtas av den vars adress eller nummer är bekräftat (artikel 32). Logga in igen och bekräfta adressen på ärendets sida, eller be en medarbetare bekräfta den.',
    'confirmed-after-sign-in': 'Adressen bekräftas av den som just har loggat in: logga in igen och ange koden då.',
    'no-contact-to-confirm': 'Ingen kontaktväg väntar på att bekräftas.',
    'phone-proves-nobody': 'Flera personer använder den här telefonen: bara koden dit visar inte vem någon är.',
    'no-code-by-sms': 'Ingen kod skickas med SMS i det här ärendet: skriv till oss.',
    'number-not-stated': 'Inget sådant nummer har uppgetts i ärendet.',
    'person-forgotten': 'Personen i ärendet är glömd: det tar inte emot något mer.',
    'no-code-needed': 'Ingen kod behövs nu.',
    'staff-enter-letter-codes': 'Handläggare för bara in en kod som gick med brev.',
    'methods-not-offered': 'välj bland de sätt som personen har: {methods}',
    'no-methods-to-choose': 'här finns inga sätt att välja bland',
    'codes-of-the-day-sent': 'Högst fem koder skickas på ett dygn. Nästa kan skickas från och med {from}.',
    'codes-of-the-opener-sent':
      'Högst två koder på ett dygn skickas åt den som gjorde begäran. Öppna länken i vårt mejl, eller vänta till {from}.',
    'old-contact-not-told':
      'När den gamla kontaktvägen inte kan underrättas ändras den av medarbetare, sedan personen har visat vem hen är med e-legitimation, brev eller på plats.',
    'every-system-is-searched': 'Alla system i planen söks: inget får utelämnas ur ett svar.',
    'search-did-not-fail': 'Bara en sökning som misslyckats kan göras om eller ges upp.',
    'identifier-not-learned': 'Inget system i ärendet har den här identifieraren.',
    'identifier-decided': 'Identifieraren är redan avgjord.',
    'another-personnummer':
      'Ett annat personnummer är redan styrkt eller godtaget för personen, och ingen har två. Två kan godtas bara om det ena är ett samordningsnummer.',
    'identifier-only-stated':
      'Någon har skrivit uppgiften i ett formulär och ingen har kontrollerat den. Den kan vara någon annans och kan därför inte godkännas.',
    'identifier-of-disputed-record':
      'Posten där uppgiften står verkar gälla någon annan. Uppgiften kan därför inte godkännas.',
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
    'case-moved-on': 'Ärendet har ändrats: du såg steg {expected}, det är på steg {at}.',
    'command-id-reused': 'Åtgärdens nummer är använt för en annan.',
    'nobody-with-this-id': 'ingen medarbetare har det här id:t',
    'joins-another-person': 'det ska vara ett öppet ärende med samma kontaktväg och samma personuppgiftsansvariga',
    'joins-an-ended-case': 'det ärendet är avslutat',
    'joins-a-held-case': 'det ärendet hålls, och dess avsändare skrivs inte till innan det är avgjort',
    'joins-no-request': 'ett klagomål eller ett krav går vidare för sig, också bredvid en begäran',
    'joins-what-answers-less': 'det ärendet besvarar inte också det som begärs här: {rights}',
    'address-is-ours': 'det är en av våra egna adresser: det vi skriver dit når oss och inte personen',
    'address-not-writable': 'det är ingen adress som vi kan skriva till',
    'kind-not-named': 'Ange system och slag av uppgifter som ärendet listar dem.',
    'say-what-is-refused': 'Skriv vad det är som avslås.',
    'say-why-old-is-not-told':
      'Ange varför den gamla adressen inte får veta: om den är förlorad, delad eller osäker. Annars får den veta.',
    'law-not-named': 'när grunden är en annan lag ska den namnges (artikel 12.4)',
    'nothing-granted-of-a-whole': 'vid ett helt avslag beviljas ingenting',
    'company-not-named': 'den som svarar i stället ska namnges',
    'estate-route-not-named': 'vad avtalet ger dödsboet, och hur, ska anges',
    'person-told-of-both': 'personen ska få veta båda delarna (artikel 34.2)',
    'entries-with-found': 'vad som hittades behövs när något finns, och bara då',
    'entry-needs-text-or-file': 'varje uppgift behöver en text eller en fil',
    'too-many-files': 'högst {most} filer i ett resultat',
    'file-not-stored': 'en fil i en uppgift är inte sparad; spara den först',
    'ground-with-withheld': 'den rättsliga grunden behövs när något hålls inne, och bara då',
    'law-with-undisclosable':
      'lagen som förbjuder att det nämns behövs när det inte får nämnas; när något finns får den anges',
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

import type { TaskName } from '../../logic/task.ts';
import type { TaskWords } from '../en/tasks.ts';

export const swedishTasks: Readonly<Record<TaskName, TaskWords>> = {
  'lift-hold': {
    title: 'Hålls: är det här en begäran att handlägga?',
    text: 'Inget har skrivits till avsändaren än, och klockan går. Släpper du ärendet får avsändaren en bekräftelse och en kod.',
    submit: 'Släpp ärendet vidare',
  },
  'approve-search': {
    title: 'Godkänn sökningen',
    text: 'Personen har visat det som behövs för att söka. Sökningen börjar när du godkänner den.',
    submit: 'Godkänn sökningen',
  },
  'decide-identifier': {
    title: 'Ett system känner personen under en annan identifierare',
    text: 'Godtar du den söks alla system även på den, och det som hittas går till den här personen. Godta bara det som du kan se är personens.',
    submit: 'Avgör',
  },
  'record-manual-result': {
    title: 'Sök för hand',
    text: 'Skriv vad du kom fram till. Det går in i svaret som det står.',
    submit: 'Spara resultatet',
  },
  'retry-system': {
    title: 'En sökning misslyckades',
    text: 'Försök igen när felet är rättat. Till dess säger svaret att sökningen misslyckades.',
    submit: 'Försök igen',
  },
  'give-up-system': {
    title: 'Ge upp ett system som misslyckas',
    text: 'Svaret säger att sökningen misslyckades, och inte längre att mer kommer. Bara om det inte heller går att söka för hand.',
    submit: 'Ge upp det',
  },
  'confirm-freeze': {
    title: 'Stoppa schemalagd gallring',
    text: 'Det som personen begär får inte gallras innan det är besvarat. Gör det samma dag som begäran kom in.',
    submit: 'Den är stoppad',
  },
  release: {
    title: 'Godkänn att lämna ut svaret',
    text: 'Kontrollera vad som går ut. När alla som måste godkänna har gjort det sätts paketet ihop, och personen får veta att det är klart.',
    submit: 'Godkänn att lämna ut',
  },
  'approve-proposal': {
    title: 'Ett beslut som två måste fatta',
    text: 'Det gäller när en andra person instämmer. Läs vad som är skrivet innan du gör det.',
    submit: 'Instäm',
  },
  'drop-proposal': {
    title: 'Avstå från ett förslag',
    text: 'Det blir ingenting av det, och ingen får veta.',
    submit: 'Avstå',
  },
  'record-posted': {
    title: 'Ett brev att posta',
    text: 'Skriv ut brevet, posta det och anteckna sedan att det är på väg.',
    submit: 'Det är postat',
  },
  'answer-asking': {
    title: 'Anteckna ett svar på en fråga',
    text: 'Personen har svarat på annat sätt än genom länken. En fråga begränsar aldrig en begäran mot personens vilja.',
    submit: 'Spara svaret',
  },
  'answer-fee': {
    title: 'Anteckna svaret på en avgift',
    text: 'Ingenting tas ut utan ett ja. Utan svar fortsätter bara det som är kostnadsfritt (artikel 12.5).',
    submit: 'Spara svaret',
  },
  'ask-identity': {
    title: 'Be om bevis på identiteten',
    text: 'Artikel 12.6: bara om det finns skäl att tvivla på vem det är, och inte om mer än vad som behövs.',
    submit: 'Skicka frågan',
  },
  'ask-clarification': {
    title: 'Fråga vad som menas',
    text: 'Skäl 63: om mycket finns får man fråga vad begäran avser. Den som ändå vill ha allt får allt.',
    submit: 'Skicka frågan',
  },
  'record-identity-check': {
    title: 'Anteckna en kontroll av legitimation',
    text: 'Du har sett en legitimation. Vad det var, var och när antecknas; den kopieras aldrig (EDPB 01/2022, 73–79).',
    submit: 'Anteckna kontrollen',
  },
  'enter-code': {
    title: 'Skriv in koden ur brevet',
    text: 'Personen läser upp koden i telefon eller har skickat tillbaka den. Fråga efter den; den visas aldrig här.',
    submit: 'Pröva koden',
  },
  'override-proof': {
    title: 'Godta utan vanligt bevis',
    text: 'Du är på annat sätt säker på vem det är. Har du fel får någon annan svaret (artikel 32).',
    submit: 'Godta det',
  },
  'record-mandate': {
    title: 'Kontrollera en fullmakt',
    text: 'Någon frågar åt en annan: både vem ombudet är och vad uppdraget omfattar kontrolleras (EDPB 01/2022, 80–82).',
    submit: 'Spara',
  },
  'mark-circumstance': {
    title: 'Märk ut en omständighet',
    text: 'En omständighet kring personen kan ändra hur ärendet måste handläggas. Skyddar den någon står ärendet still tills ni har beslutat vad ni gör åt den. Ingen omständighet stoppar klockan eller begränsar rätten.',
    submit: 'Märk ut',
  },
  'decide-circumstance': {
    title: 'Besluta om en omständighet som skyddar någon',
    text: 'Innan dess söks, godkänns och lämnas ingenting ut, och klockan går. Skriv vad ni gör för att skydda personen, eller varför omständigheten inte stämmer.',
    submit: 'Spara beslutet',
  },
  'change-contact': {
    title: 'Byt kontaktadress',
    text: 'Om personen inte säger att den gamla adressen är förlorad, delad eller osäker får den veta genast, och den nya används efter några dagar, så att ingen kan ta över ett ärende obemärkt (artikel 32). Den nya används genast om personen har visat vem hen är med e-legitimation, eller om det inte fanns någon adress till personen innan.',
    submit: 'Byt adress',
  },
  'confirm-contact': {
    title: 'Bekräfta kontaktadressen',
    text: 'Personen har visat vem hen är, men inte att adressen är hens. Innan dess kan inget svar hämtas därifrån: vid ett skrivfel skulle någon annan läsa det (artikel 32).',
    submit: 'Bekräfta adressen',
  },
  'move-to-post': {
    title: 'Skicka brev med post',
    text: 'Det som begärts elektroniskt besvaras elektroniskt, om personen inte vill något annat eller det inte når fram (artikel 12.3). Den tidigare adressen får veta det, om inte ett brev dit har kommit tillbaka.',
    submit: 'Skicka brev med post',
  },
  assign: {
    title: 'Tilldela ärendet',
    text: 'Varje ärende har en ägare, som ser till att dagen hålls.',
    submit: 'Tilldela',
  },
  'lock-out': {
    title: 'Stäng ute en kollega',
    text: 'Medarbetare som begär sina egna uppgifter, och de som står dem nära, varken ser eller handlägger ärendet.',
    submit: 'Stäng ute',
  },
  'let-in': {
    title: 'Släpp in en kollega igen',
    text: 'När någon stängdes ute av misstag, eller när skälet inte finns kvar. Någon annan än den som är utestängd beslutar det.',
    submit: 'Släpp in',
  },
  split: {
    title: 'Dela av en del',
    text: 'Ett klagomål, ett krav eller en annan rättighet blir ett eget ärende, som kom in samma dag. Det försenar aldrig tillgången (EDPB 01/2022, 167).',
    submit: 'Dela av',
  },
  join: {
    title: 'För samman med ett annat ärende',
    text: 'Två begäranden om samma sak blir en. Den senare fortsätter i den tidigare, så att ingen dag flyttas fram.',
    submit: 'För samman',
  },
  redirect: {
    title: 'Hänvisa till den ansvarige',
    text: 'Där vi är personuppgiftsbiträde svarar den personuppgiftsansvarige (artikel 28.3 e). Brevet varken bekräftar eller utesluter att något finns, och vår egen del fortsätter.',
    submit: 'Skicka brevet',
  },
  'correct-receipt': {
    title: 'Rätta när begäran kom in',
    text: 'Tiden räknas från när begäran nådde oss i någon kanal (artikel 12.3), öppnad eller inte. Alla dagar räknas om.',
    submit: 'Rätta',
  },
  extend: {
    title: 'Förläng tiden',
    text: 'Artikel 12.3: med ytterligare två månader, om det behövs för att begäran är komplicerad eller begärandena många. Den gäller bara om beskedet skickas i tid.',
    submit: 'Förläng tiden',
  },
  refuse: {
    title: 'Avslå',
    text: 'Artikel 12.4: inom en månad, med grund, skäl och hur man klagar. Ett sent avslag går ändå, märkt som sent.',
    submit: 'Gå vidare till bekräftelse',
  },
  'take-back-refusal': {
    title: 'Ta tillbaka ett avslag',
    text: 'Det som avslogs lämnas ut med svaret. Har någon redan godkänt svaret måste det godkännas igen.',
    submit: 'Ta tillbaka avslaget',
  },
  'charge-fee': {
    title: 'Ta ut en avgift',
    text: 'Artikel 12.5 och 15.3: bara för en ytterligare kopia eller en begäran som visats vara orimlig; aldrig bara på grund av kalendern. Personen får först återta eller begränsa den.',
    submit: 'Gå vidare till bekräftelse',
  },
  'stop-processing': {
    title: 'Anteckna att behandling ska upphöra',
    text: 'Marknadsföring, och det som vilar på samtycke, ska upphöra genast och utan kontroll av identiteten (artikel 21.3 och 7.3). Personen får ett brev om vad som är antecknat och var det är gjort.',
    submit: 'Skicka bekräftelsen',
  },
  end: {
    title: 'Avsluta ärendet',
    text: 'Hur ett ärende slutar avgör vad personen får veta (artikel 12.3–12.4). Välj det som är sant.',
    submit: 'Gå vidare till bekräftelse',
  },
  reopen: {
    title: 'Ta upp ärendet igen',
    text: 'Personen har återkommit med det som saknades, eller ångrar att begäran återtogs. Ärendet fortsätter där det var, med samma dagar.',
    submit: 'Ta upp det igen',
  },
  note: {
    title: 'Skriv en anteckning',
    text: 'För kollegor. Personen kan begära att få se den (artikel 15).',
    submit: 'Spara anteckningen',
  },
  'set-legal-hold': {
    title: 'Bevara för rättsliga anspråk',
    text: 'Material som behövs för ett rättsligt anspråk bevaras tills spärren hävs (artikel 17.3 e).',
    submit: 'Sätt spärren',
  },
  'lift-legal-hold': {
    title: 'Häv bevarandet',
    text: 'Materialet raderas när dess tid är ute, som i varje annat ärende (artikel 5.1 e).',
    submit: 'Häv spärren',
  },
  'object-to-retention': {
    title: 'Anteckna en invändning mot bevarandet',
    text: 'Personen invänder mot att vi bevarar ärendet (artikel 21). Det avgörs, och personen får svar.',
    submit: 'Anteckna invändningen',
  },
  'decide-retention-objection': {
    title: 'Avgör en invändning mot bevarandet',
    text: 'Utan tvingande skäl eller rättsliga anspråk bifalls invändningen (artikel 21.1). Personen får beslutet i ett brev.',
    submit: 'Avgör',
  },
  'record-breach': {
    title: 'Anteckna en incident',
    text: 'Myndigheten får anmälan inom 72 timmar från att vi fick vetskap, helger inräknade (artikel 33). Ett svar som gick till fel person tas genast tillbaka.',
    submit: 'Anteckna incidenten',
  },
  'update-breach': {
    title: 'En incident att följa upp',
    text: 'Varje steg antecknas, även varför myndigheten inte fick anmälan (artikel 33.5).',
    submit: 'Spara steget',
  },
};

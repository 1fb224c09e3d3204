import * as marks from './marks.ts';
import type { WordList } from './lexicon.ts';

/** Swedish words that tell whether a word beside them is a name, and sensitive words. */
export const swedishWords: readonly WordList[] = [
  {
    marks: marks.noName,
    words: `
      jag du han hon den det vi ni de dem mig dig oss er sig min mitt mina din ditt dina sin sitt sina vår vårt våra ert era
      hans hennes dess deras detta denna dessa en ett och eller men utan så att om när då där här som vem vad vilken vilket
      vilka varför hur var vart inte ej aldrig alltid ofta ibland nu sedan sen redan ännu snart igår idag imorgon ikväll inatt
      igen också även bara endast kanske troligen dock därför därmed därefter eftersom medan innan efter under över mellan
      mot genom bland inom utom enligt angående beträffande gällande avseende trots sedan är var blir blev har hade ska skulle
      kan kunde vill ville måste får fick bör borde finns fanns gör gjorde går gick kommer kom ser såg tar tog ger gav säger
      vet tror tycker hoppas önskar behöver undrar ber bad tack tackar ja nej jo nja ok okej obs nb ps välkommen grattis
      vänligen snälla ursäkta förlåt alla allt allting ingen inget inga någon något några varje båda bägge många flera få
      fler mer mest mindre minst mycket lite litet första andra tredje sista nästa förra senaste ny nytt nya gammal gamla
      god gott bra dålig stor stort stora liten små hela hel halva samma annan annat ingår enbart samt respektive per via
      pga ca bl.a t.ex ex m.m osv dvs etc bifogat bifogad bifogar se läs skicka skickat skickade skickar ring ringde mejla
      maila kontakta fråga frågade prata pratade träffa träffade hjälp hjälpte boka bokat bokade avboka avbokat beställ
      beställde betala betalade betalat faktura fakturan fakturor order ordern ordernummer beställning beställningen avtal
      avtalet kund kunden kundnummer kundnr ärende ärendet ärendenummer ämne datum tid plats möte mötet telefon mobil tel
      mobilnr telefonnummer mejl mail epost e-post adress postadress postnummer ort land bilaga bilagor notering anteckning
      sammanfattning bakgrund åtgärd status uppföljning kommentar meddelande svar rubrik sida total totalt summa belopp moms
      pris antal artikel rabatt frakt leverans leveransen paket paketet retur returen reklamation reklamationen garanti
      måndag tisdag onsdag torsdag fredag lördag söndag måndagen tisdagen onsdagen torsdagen fredagen lördagen söndagen
      januari februari mars april maj juni juli augusti september oktober november december jan feb mar apr jun jul aug sep
      sept okt nov dec vecka månad år dag dagar idag julen jul påsk påsken midsommar pingst nyår nyårsafton julafton advent
      svensk svenska svenskt norsk norska dansk danska finsk finska tysk tyska engelsk engelska fransk franska europeisk
      internet windows excel word outlook teams google facebook instagram linkedin whatsapp messenger swish klarna paypal
      bankid freja iphone ipad android apple microsoft zoom slack hubspot mailchimp fortnox scrive zendesk salesforce gdpr
      visma spotify netflix ikea telia tele2 comviq tre telenor postnord dhl ups fedex schenker bring budbee visa mastercard
      volvo saab ericsson scania nordea swedbank seb handelsbanken sparbanken länsförsäkringar folksam trygg-hansa if
      skatteverket försäkringskassan arbetsförmedlingen polisen kronofogden migrationsverket transportstyrelsen csn imy
      integritetsskyddsmyndigheten socialstyrelsen tullverket lantmäteriet bolagsverket socialtjänsten landstinget
      riksdagen regeringen eu fn usa uk gud jesus allah internetbanken swishnummer hemsidan webben kundtjänst support
      supporten ekonomi ekonomin ekonomiavdelningen lager lagret reception receptionen butik butiken kontoret huvudkontoret
      styrelsen årsmötet föreningen företaget bolaget personalen ledningen teamet hr it vd cfo ceo dso dpo id nr kr sek eur
      igenom hit dit upp ner ut in hemma borta framme bredvid bakom framför ovan nedan vidare annars alltså förresten hittills
      tyvärr självklart givetvis naturligtvis absolut precis exakt ungefär visst säkert kvar klart klar fel rätt sant falskt
      nedanstående ovanstående följande tidigare senare omgående snarast helst gärna hellre tillsammans ensam själv själva
      kontaktade hälsa tacka bjud inkludera lägg förutom inklusive exklusive samtal namngav kopia från till med av hos
      mormors farmors morfars farfars jobbet hemmet skolan affären sjukhuset vårdcentralen tandläkaren läkaren
    `,
  },
  {
    marks: marks.greeting,
    words: 'hej hejsan hallå tjena tjenare tja halloj käre kära bästa goddag godmorgon godkväll morrn',
  },
  {
    marks: marks.closing,
    words: `mvh hälsningar hälsar hälsning vänligen vänliga bästa varma soliga hälsn kram kramar puss undertecknad
      underskrift signatur undertecknat högaktningsfullt hälsningarna`,
  },
  {
    marks: marks.title | marks.noName,
    words: `fru herr fröken dr doktor doktorn advokat advokaten jurist juristen professor professorn ingenjör överläkare
      läkare läkaren sjuksköterska sjuksköterskan kurator kuratorn psykolog psykologen lärare läraren rektor
      rektorn direktör direktören pastor pastorn prästen präst imam imamen rabbin kapten polisinspektör kommissarie domare
      domaren åklagare åklagaren mäklare mäklaren tandläkare tandläkaren barnmorska barnmorskan`,
  },
  {
    marks: marks.personWord | marks.otherPersonWord,
    words: `granne grannen grannarna grannens kollega kollegan kollegor kollegorna kollegan kollegans chef chefen chefens handläggare
      handläggaren handläggarens säljare säljaren säljarens tekniker teknikern montör montören chaufför chauffören föraren
      hantverkare hantverkaren kontaktperson kontaktpersonen ombud ombudet god-man förvaltare förvaltaren vårdnadshavare
      vårdnadshavaren kompis kompisen kompisar vän vännen väninna väninnan vänner pojkvän pojkvännen flickvän flickvännen
      make maken makes maka makan makans man mannen fru frun fruns hustru hustrun sambo sambon sambons särbo särbon exman exmannen
      ex-man exfru exfrun ex-fru exsambo partner partnern mamma mamman mammas pappa pappan pappas mor far modern fadern moder
      fader dotter dottern dotterns son sonen sonens barn barnet barnen barnbarn barnbarnet syster systern systerns bror
      brodern broderns syskon halvsyster halvbror farmor farfar mormor morfar moster morbror faster farbror svärmor svärfar
      svärson svärdotter svägerska svägerskan svåger svågern kusin kusinen kusins styvfar styvmor gudmor gudfar tvilling
      hyresgäst hyresgästen hyresvärd hyresvärden elev eleven
      eleverna student studenten mottagare mottagaren avsändare avsändaren beställare beställaren köpare
      köparen vittne vittnet motpart motparten anmälare anmälaren målsägande tolk tolken assistent assistenten vikarie
      vikarien praktikant praktikanten arbetskamrat arbetskamraten lagkamrat tränare tränaren ledare ledaren ordförande
      ordföranden kassör kassören sekreterare sekreteraren föräldrar föräldrarna killen tjejen flickan pojken damen herrn
      kvinnan barnflickan städerska städerskan vaktmästare vaktmästaren`,
  },
  {
    marks: marks.anyVerb,
    words: `är var blev blir har hade kom kommer tar ger går gick får fick ser står stod sitter släppte släpper kan kunde ska
      skulle måste bör borde gör gjorde brukar brukade kräver krävde köper säljer betalar beställer bokar förlorade vann
      fyllde fyller åkte åker satte sätter tappade lånade lånar hittade letar letade väntar väntade hjälpt bytte byter
      öppnade stängde använde använder valde väljer fortsatte fortsätter försökte försöker skötte sköter lyckades`,
  },
  {
    // They mean the person who asks more often than somebody else.
    marks: marks.personWord,
    words:
      'kund kunden kundens klient klienten patient patienten brukare brukaren medlem medlemmen användaren sökanden',
  },
  {
    marks: marks.pronoun,
    words: 'jag sen sedan nu du han hon den det vi ni de man min din sin en ett så då när här där på och att av är',
  },
  { marks: marks.otherPersonWord, words: 'han honom hon henne hans hennes hen hens deras dem' },
  {
    marks: marks.personVerb,
    words: `ringde ringer ringt skrev skriver skrivit sa säger sade sagt svarade svarar svarat mejlade mejlar mailade mailar
      bad ber undrade undrar frågade frågar tyckte tycker trodde tror menar menade påstår påstod berättade berättar hävdar
      hävdade bekräftade bekräftar skickade skickar lämnade lämnar hämtade hämtar vill ville jobbar jobbade arbetar arbetade
      bor bodde flyttade flyttar betalade köpte sålde beställde bokade avbokade klagade klagar bråkade hotade hotar slog
      ljög ljuger stal stjäl såg hörde minns mindes vet visste lovade lovar hjälpte hjälper träffade mötte godkände godkänner
      signerade signerar undertecknade tog gav heter hette föddes dog avled slutade anställdes återkommer återkom hör
      meddelade meddelar informerade anmälde anmäler föreslog föreslår nämnde nämner pratade pratar satt behöver behövde
      önskar önskade noterade noterar ansvarar ansvarade hanterade hanterar missade missar glömde glömmer hoppas hoppades`,
  },
  { marks: marks.beforePlace, words: 'i utanför nära kring runt genom längs' },
  {
    marks: marks.nameLabel,
    words: `namn förnamn efternamn kontakt kontaktperson kund kundnamn beställare beställd handläggare från till kopia att att.
      attn mottagare avsändare köpare säljare ägare innehavare kontoinnehavare patient elev barn vårdnadshavare anhörig
      närmaste ombud referens vår er ansvarig deltagare närvarande medlem hyresgäst tel-person undertecknad skriven
      signerat undertecknat skapad uppdaterad fullständigt firmatecknare medsökande medlåntagare borgensman vittne vittnen
      skapades registrerad handlagd författare deltog närvaro fullmaktshavare fullmaktsgivare make maka sambo`,
  },
  {
    marks: marks.secretLabel,
    words: `lösenord lösenordet lösen nyckel nyckeln lösenkod pinkod pin-kod pinkoden pin-koden portkod portkoden larmkod larmkoden
      dörrkod dörrkoden säkerhetskod säkerhetskoden inloggning inloggningen inloggningsuppgifter engångskod engångskoden
      koden kod säkerhetsfråga wifi-lösenord wifilösenord nyckelkod`,
  },
  {
    marks: marks.organisationWord,
    words: `ab hb kb söner bröder aktiebolag handelsbolag kommanditbolag förening förbund stiftelse kommun kommunen kommuns landsting region
      regionen län läns myndighet byrå byråer bank försäkring försäkringar bygg måleri el vvs åkeri konsult konsulter
      redovisning fastigheter hotell restaurang skola skolan universitet universitetet högskola högskolan sjukhus sjukhuset
      vårdcentral apotek församling församlingen kyrka kyrkan moské tingsrätt tingsrätten hovrätt hovrätten kammarrätt
      förvaltningsrätt förvaltningsrätten holding invest group sverige sweden nordic media transport städ möbler`,
  },
];

/** Beginnings of Swedish words about health, belief, union membership, sexual life and crime (Art. 9, 10). */
export const swedishBeginnings: readonly WordList[] = [
  {
    marks: marks.sensitiveWord,
    words: `cancer diagnos diabet depress depri ångest sjukskriv sjukdom sjukpenning sjukhus psykisk psykiat psykolog terapi
      missbruk alkoholi alkohol- narkotik beroendevård epileps astma allergi autism adhd-  bipolär schizo demens alzheim
      parkinson stroke hjärtinf hjärtfel hjärtsjuk tumör hivsmitt hiv-po abort gravid missfall fertil steril rullstol
      funktionsneds funktionshind synskad hörselskad döv- utmattn utbränd utbrän självmord självskad ätstörn anorexi
      bulimi läkemedel medicin- medicinering antidepress operera operation behandlingshem rehabil smärtstill njursvikt
      förlossn sjukvård blodsmitt hepatit infektion könssjuk könsdysfori könsbyte transkön transperson homosex bisexu
      lesbisk heterosex sexuell muslim islam kristen kristna katol protestant judisk judend buddh hindu ateist
      frikyrk pingstkyrk jehovas kyrkobok moskén synagog fackför facklig fackmedlem fackombud skyddsombud strejk
      partimedl partipol politisk kommunist nazist fascist socialdemokrat moderaterna sverigedemokrat vänsterpart
      miljöpart centerpart kristdemokrat brottsregist brottsling brottsdömd fängelse häktad misstänkt åtalad åtalas
      dömdes stöldbrott misshand våldtä sexbrott rattfyll knarkar knarkade etnisk romsk samisk asylsök flykting
      socialbidr försörjningsst betalningsanm skuldsan`,
  },
];

import type { PortalWords } from './portal-words.ts';

/** The Swedish texts of the portal. */
export const swedish: PortalWords = {
  languageName: 'Svenska',
  frame: {
    skip: 'Hoppa till innehållet',
    languages: 'Språk',
    home: 'Ny begäran',
    about: 'Så hanterar vi din begäran',
    errorInTitle: 'Fel',
    thereIsAProblem: 'Något behöver rättas',
    optional: 'frivilligt',
  },
  rights: {
    access: {
      name: 'Tillgång (registerutdrag)',
      explanation: 'Få veta vilka uppgifter vi har om dig och få en kopia av dem.',
    },
    rectification: { name: 'Rättelse', explanation: 'Få uppgifter som är fel eller ofullständiga rättade.' },
    erasure: { name: 'Radering', explanation: 'Få uppgifter borttagna när vi inte längre har rätt att ha dem.' },
    restriction: {
      name: 'Begränsning',
      explanation: 'Få oss att bara lagra uppgifterna, till exempel medan något utreds.',
    },
    portability: {
      name: 'Dataportabilitet',
      explanation: 'Få uppgifter som du själv har lämnat i en form som en annan tjänst kan läsa.',
    },
    objection: {
      name: 'Invändning',
      explanation: 'Säga nej till att vi använder uppgifterna. Gäller det reklam behöver du inte visa vem du är.',
    },
    'consent-withdrawal': {
      name: 'Återkalla samtycke',
      explanation: 'Ta tillbaka ett samtycke som du har gett oss. Du behöver inte visa vem du är.',
    },
  },
  request: {
    title: 'Begär dina personuppgifter',
    description: 'Fråga vilka personuppgifter som finns om dig och använd dina rättigheter enligt GDPR.',
    lead: (organisation) =>
      `Här kan du fråga ${organisation} vilka uppgifter som finns om dig, och använda dina andra rättigheter enligt dataskyddsförordningen (GDPR).`,
    promises: [
      {
        title: 'Kostar normalt ingenting',
        text: 'Skulle något kosta får du veta det, och varför, i förväg. Du behöver inte säga varför du frågar.',
      },
      { title: 'Svar inom en månad', text: 'Behöver vi mer tid får du veta det, och varför, före dess.' },
      { title: 'Ingen kopia av legitimation', text: 'Oftast räcker en kod till din e-post.' },
    ],
    otherWays: 'Du måste inte använda formuläret. Det går lika bra att mejla:',
    stepsTitle: 'Det här händer sedan',
    steps: [
      'Vi skickar en bekräftelse och en kod till din e-postadress.',
      'Du skriver in koden. Då vet vi att du kan läsa adressen.',
      'Vi söker i våra system. En medarbetare godkänner svaret innan det lämnas ut.',
      'Du får ett mejl när svaret är klart och hämtar det här, med en ny kod.',
    ],
    controller: 'Vem vill du fråga?',
    controllerHint: 'Varje företag svarar för sig.',
    rights: 'Vad vill du begära?',
    rightsHint: 'Välj ett eller flera.',
    contact: 'Hur hittar vi dig?',
    contactHint:
      'Bara e-postadressen behövs. Allt annat är frivilligt och hjälper oss att avgöra vilka uppgifter som är dina.',
    labels: {
      email: 'E-postadress',
      phone: 'Telefonnummer',
      customerNumber: 'Kundnummer',
      personnummer: 'Personnummer',
      message: 'Meddelande',
    },
    hints: {
      email: 'Använd den som du brukar använda hos oss: då hittar vi mer. Hit skickar vi också koden och våra besked.',
      phone: 'Till exempel 070-174 06 05.',
      customerNumber: 'Står på fakturor och i orderbekräftelser.',
      personnummer:
        'Behövs inte. Uppge det bara om du själv vill, till exempel för att kunna använda e-legitimation: ÅÅÅÅMMDD-NNNN.',
      message: 'Till exempel vilken tid eller vilken tjänst det gäller. Högst 4 000 tecken.',
    },
    message: 'Något vi bör veta?',
    errors: {
      controller: 'Välj vem du vill fråga',
      rights: 'Välj minst en sak att begära',
      email: 'Skriv din e-postadress som namn@example.org',
      phone: 'Kontrollera telefonnumret, eller lämna fältet tomt',
      customerNumber: 'Kontrollera kundnumret, eller lämna fältet tomt',
      personnummer: 'Kontrollera personnumret, eller lämna fältet tomt',
      message: 'Korta meddelandet till högst 4 000 tecken',
    },
    sentBefore:
      'Du har redan skickat det här formuläret med andra uppgifter. Vill du göra ännu en begäran, tryck på Skicka begäran igen.',
    submit: 'Skicka begäran',
    afterSubmit: 'Uppgifterna används bara för att svara dig och för att kunna visa att vi har gjort det.',
  },
  case: {
    title: 'Ditt ärende',
    description: 'Följ din begäran om personuppgifter och hämta svaret.',
    reference: 'Ärendenummer',
    asked: 'Ställd till',
    concerns: 'Gäller',
    parts: {
      title: 'Ärenden som hör till din begäran',
      text: 'Det här handläggs för sig. Varje ärende har sitt eget nummer, sina egna dagar och sitt eget svar.',
      dates: (received, due) => `Kom in ${received}, svar senast ${due}.`,
      partOf: 'Kom in tillsammans med ärende',
    },
    matters: { complaint: 'Klagomål på hur vi behandlar dina uppgifter', claim: 'Krav på skadestånd' },
    received: 'Kom in',
    due: 'Svar senast',
    extended: 'Svarstiden är förlängd. Skälet står i brevet vi har skickat.',
    daysLeft: (days) =>
      days > 1
        ? `${days} dagar kvar`
        : days === 1
          ? '1 dag kvar'
          : days === 0
            ? 'i dag är sista dagen'
            : 'sista dagen har passerat, och det beklagar vi',
    status: {
      received: {
        name: 'Vi har tagit emot din begäran',
        text: 'En medarbetare tittar på den först. Du behöver inte göra något; vi hör av oss med e-post.',
      },
      verify: {
        name: 'Vi väntar på din kod',
        text: 'Vi börjar söka så snart vi vet att det är du som frågar.',
      },
      searching: {
        name: 'Sökningen pågår eller står på tur',
        text: 'Vi har fått det som behövs för att söka. En medarbetare kan behöva godkänna sökningen eller ta ställning till det som hittades. En del system söks av människor, och då tar det längre tid.',
      },
      review: {
        name: 'Svaret väntar på godkännande',
        text: 'En medarbetare ska godkänna svaret innan det lämnas ut.',
      },
      preparing: {
        name: 'Vi sätter ihop svaret',
        text: 'Det är godkänt. Du får ett meddelande när det kan hämtas.',
      },
      ready: { name: 'Ditt svar är klart', text: 'Du hämtar det här nedanför.' },
      refused: {
        name: 'Vi har fattat ett beslut',
        text: 'Beslutet, skälen och hur du kan klaga står i brevet om beslutet.',
      },
      closed: {
        name: 'Ärendet är avslutat',
        text: 'Det finns inget att hämta här. Du kan när som helst göra en ny begäran.',
      },
    },
    progress: 'Så långt har ditt ärende kommit',
    steps: ['Mottaget', 'Kontroll av att det är du', 'Sökning', 'Godkännande', 'Svar'],
    done: 'klart',
    now: 'här är ärendet nu',
    codeTo: {
      own: 'till din e-postadress',
      new: 'till den nya adressen',
      number: (number) => `med SMS till ${number}`,
    },
    codeSent: (to, sentAt, validUntil) =>
      `Vi skickade en kod ${to} klockan ${sentAt}. Den gäller till klockan ${validUntil}.`,
    codeByPost: 'Koden kommer med brev. I brevet står till vilken dag den gäller.',
    codeToBeSent: (to) => `Vi skickar en kod ${to}. Det brukar ta högst någon minut.`,
    codeNotSent: (to) => `Vi har inte kunnat skicka koden ${to}. Vi försöker igen.`,
    codeInMail:
      'I vårt mejl till din e-postadress finns en länk och en kod. Öppna länken, eller skriv in koden här. En kod gäller i tio minuter.',
    noCodeYet: 'Ingen kod har skickats ännu.',
    codeOver: {
      expired: 'Den senaste koden har slutat gälla.',
      used: 'Den senaste koden är använd.',
      'too-many-tries': 'Den senaste koden är spärrad efter fem försök.',
    },
    codeLabel: 'Kod',
    codeHint: {
      mail: 'Sex siffror, från vårt senaste mejl.',
      sms: 'Sex siffror, från vårt senaste SMS.',
      post: 'Sex siffror, från vårt senaste brev.',
    },
    noMoreCodes: (from) => `Vi skickar bara ett fåtal koder per dygn. Nästa kan du be om från och med ${from}.`,
    identity: {
      title: 'Skriv in koden',
      text: {
        mail: 'Med koden visar du att du kan läsa den e-postadress som begäran gäller. Det skyddar dig mot att någon annan får dina uppgifter.',
        post: 'Med koden visar du att brevet har nått dig. Det skyddar dig mot att någon annan får dina uppgifter.',
        sms: 'Med koden visar du att du har det mobilnummer som du angav i begäran. Det skyddar dig mot att någon annan får dina uppgifter.',
      },
      submit: 'Bekräfta att det är jag',
    },
    otherMethods: 'Eller på ett annat sätt',
    stronger: {
      title: {
        waiting: 'En del väntar på ett säkrare bevis',
        asked: 'Vi behöver veta säkrare att det är du',
        first: 'Visa att det är du',
      },
      text: {
        waiting: [
          'För något av det som gäller dig räcker inte koden som vi skickade. Vad det är, och var det finns, säger vi först när vi vet säkrare att det är du.',
          'Välj ett sätt. Sedan kommer resten av sig själv som en komplettering: du behöver inte begära den igen. Avstår du får du ändå allt det andra.',
        ],
        first: ['En kod till e-postadressen räcker inte här. Välj ett av sätten nedan; mer än så behövs inte.'],
        asked: ['Varför vi frågar står i brevet som vi har skickat. Välj ett sätt; mer än så behövs inte.'],
      },
      noMethod: 'Skriv till oss, så hittar vi ett sätt tillsammans:',
    },
    confirm: {
      title: { new: 'Bekräfta den nya adressen', present: 'Bekräfta din e-postadress' },
      text: {
        new: 'Skriv in koden som vi skickar till den nya adressen. Vi skriver dit först när du har gjort det och väntetiden är slut.',
        present: (address) =>
          `Du har visat vem du är, men inte att ${address} är din adress. Svaret går inte att hämta innan dess. Är adressen felskriven skulle någon annan få det.`,
      },
      signIn: 'Logga in igen, här i samma webbläsare. Sedan skickar vi en kod till adressen, som du skriver in här.',
      noMethod: 'Skriv till oss, så hjälper vi dig att bekräfta adressen:',
      submit: 'Bekräfta adressen',
      wrong: 'Är adressen fel? Byt den längre ner, under Annat du kan göra.',
    },
    nothingMore: {
      enough: 'Vi vet tillräckligt om vem du är och frågar inte efter mer.',
      stop: 'För att stoppa reklam eller ta tillbaka ett samtycke behöver du inte visa vem du är.',
      notYet: 'Du behöver inte visa vem du är just nu. Behövs det säger vi till, och varför.',
    },
    questions: {
      title: 'Vi har en fråga till dig',
      why: {
        identity: 'Frågan finns också i brevet vi har skickat. Skicka inga kopior av id-handlingar.',
        clarification: 'Du bestämmer själv om du vill begränsa din begäran. Vill du ha allt räcker det att säga det.',
      },
      label: 'Ditt svar',
      submit: 'Skicka svaret',
      everything: 'Jag vill ha allt',
    },
    wishes: {
      title: 'Annat du kan göra',
      summaries: {
        'change-contact': 'Byta e-postadress i ärendet',
        withdraw: 'Återkalla din begäran',
        complain: 'Klaga hos oss eller begära ersättning',
        'object-to-record': 'Invända mot att vi sparar ärendet',
      },
      contactFrom: (date) => `Från och med ${date} skriver vi till den nya adressen.`,
      postFrom: (date) =>
        `Från och med ${date} skickar vi brev med post. Har du inte bett om det? Skriv in din nuvarande e-postadress under Byta e-postadress, så blir det inte av.`,
      contactWaits:
        'Vi har fått veta att vi ska skriva till en annan adress. Det gäller inte än. Har du inte bett om det? Skriv in din nuvarande e-postadress under Byta e-postadress, så blir det inte av.',
      contact: {
        text: 'Vi skickar en kod till den nya adressen, som du skriver in här. Vi berättar om bytet för den gamla adressen och väntar några dagar, så att ingen annan kan ta över ditt ärende obemärkt.',
        withLink:
          'Öppna länken i vårt mejl för att byta adress. Är adressen fel, så att mejlet inte når dig? Gör då en ny begäran med den rätta.',
        again: 'Gör en ny begäran',
        stronger:
          'När vi inte ska skriva till den gamla adressen kan du inte göra bytet här. Visa på ett säkrare sätt att det är du, till exempel så här. Skriv sedan till oss, så byter en medarbetare adressen:',
        email: 'Ny e-postadress',
        old: 'Den gamla adressen',
        olds: {
          'in-use': 'Jag använder den fortfarande',
          lost: 'Jag kommer inte åt den längre',
          shared: 'Någon annan läser den också',
          unsafe: 'Det är inte säkert för mig att ni skriver dit',
        },
        submit: 'Byt adress',
      },
      withdraw: {
        text: 'Vi slutar söka och lämnar inte ut något. Du kan ångra dig i 30 dagar, här på sidan.',
        confirm: 'Ja, jag återkallar min begäran',
        submit: 'Återkalla',
      },
      complain: {
        text: 'Klagomålet blir ett eget ärende hos oss. Det fördröjer inte din begäran. Du kan också vända dig direkt till tillsynsmyndigheten eller domstol.',
        label: 'Vad är du inte nöjd med?',
        damages: 'Jag begär ersättning för skada',
        submit: 'Skicka klagomålet',
      },
      record: {
        text: 'Vi sparar ärendet för att kunna visa att vi har svarat. Du har rätt att invända mot det. Vi prövar din invändning och svarar.',
        label: 'Dina skäl',
        submit: 'Skicka invändningen',
      },
      undo: {
        title: 'Har du ångrat dig?',
        text: (until) => `Du har återkallat din begäran. Till och med ${until} kan du ångra det, så fortsätter vi.`,
        submit: 'Ångra återkallelsen',
      },
      goOn: {
        title: 'Vill du fortsätta?',
        text: 'Ärendet avslutades för att något saknades. Svara här, så tar vi upp det igen. Brevet som vi skickade säger vad det var.',
        label: 'Ditt svar',
        submit: 'Fortsätt med ärendet',
      },
      errors: {
        text: 'Skriv något, högst 4 000 tecken',
        email: 'Skriv den nya adressen som namn@example.org',
        old: 'Välj vad som gäller den gamla adressen',
        confirm: 'Kryssa i att du återkallar din begäran',
        'stronger-proof': 'Bytet går inte att göra här: läs under Byta e-postadress i ärendet',
        'mailed-link':
          'Det här kräver länken i vårt mejl. Är adressen fel, så att mejlet inte når dig? Gör då en ny begäran med den rätta.',
        'too-many': 'Ärendet har redan tagit emot mycket härifrån. Skriv till oss i stället.',
        'not-now': 'Det går inte att göra just nu. Här ser du hur ärendet står.',
      },
      done: {
        'answer-question': 'Tack. Vi har fått ditt svar och fortsätter.',
        withdraw: 'Din begäran är återkallad.',
        'take-back-withdrawal': 'Återkallelsen är ångrad. Vi fortsätter med din begäran.',
        'go-on': 'Tack. Ärendet är öppet igen.',
        'change-contact': 'Bytet av adress är antecknat.',
        'object-to-record': 'Vi har tagit emot din invändning och svarar på den.',
        complain: 'Vi har tagit emot ditt klagomål. Du får en bekräftelse.',
      },
    },
    back: 'Till ditt ärende',
    newCode: 'Skicka en ny kod',
    newCodeHint: {
      mail: 'Har inget kommit? Titta i skräpposten, eller be om en ny.',
      sms: 'Har inget kommit? Det kan ta en minut. Be annars om en ny.',
      post: 'Har brevet inte kommit? Det tar några dagar. Be annars om ett nytt.',
    },
    newCodeBy: { mail: 'Skicka en ny kod med e-post', sms: (number) => `Skicka en kod med SMS till ${number}` },
    answers: {
      title: 'Hämta svaret',
      text: (number) =>
        `För din säkerhet behövs en ny kod varje gång. Vi skickar den ${number === undefined ? 'till din e-postadress' : `med SMS till ${number}`}.`,
      confirmFirst: 'Svaret är klart. Innan du hämtar det behöver du bekräfta din e-postadress, se ovan.',
      sendCode: 'Skicka en kod till mig',
    },
    download: (round) => (round === 1 ? 'Ladda ner svaret' : `Ladda ner komplettering ${round - 1}`),
    answer: (round) => (round === 1 ? 'Svaret' : `Komplettering ${round - 1}`),
    availableUntil: (delivered, until) => `Klart ${delivered}. Finns kvar till och med ${until}.`,
    addressLives: 'Filen är ett zip-arkiv. Packa upp det och öppna index.html, så kan du läsa allt utan internet.',
    pendingTitle: 'Det här saknas ännu',
    pendingText: 'Svaret är inte komplett. Vi skickar en komplettering när detta finns:',
    trouble: (trouble) => {
      switch (trouble.code) {
        case 'code-missing':
          return 'Skriv in koden';
        case 'code-malformed':
          return 'Koden har sex siffror. Kontrollera den i meddelandet från oss.';
        case 'code-wrong':
          return trouble.triesLeft === 0
            ? 'Koden stämmer inte, och försöken är slut. Be om en ny kod, eller öppna länken i vårt mejl.'
            : `Koden stämmer inte. Du har ${trouble.triesLeft} försök kvar.`;
        case 'no-code':
          return 'Ingen kod har skickats ännu. Be om en kod.';
        case 'code-expired':
          return 'Koden har slutat gälla. Be om en ny kod.';
        case 'code-used':
          return 'Koden är redan använd. Be om en ny kod.';
        case 'too-many-tries':
          return 'Koden är spärrad efter fem försök. Be om en ny kod.';
        case 'use-the-mail':
          return 'Öppna först länken i vårt mejl till din e-postadress. Där kan du göra det här.';
        case 'use-the-link':
          return 'Du har skrivit in för många koder här. Öppna länken i vårt mejl till adressen och skriv in koden där.';
        case 'not-available':
          return 'Det finns inget svar att hämta nu.';
        case 'contact-not-confirmed':
          return 'Bekräfta först din e-postadress. Logga in igen, så skickar vi en kod till den.';
        case 'sign-in-first':
          return 'Logga in igen i den här webbläsaren och skriv in koden sedan.';
        case 'not-now':
          return 'Det går inte att göra just nu. Här ser du hur ärendet står.';
      }
    },
    reload: 'Uppdatera sidan',
    followOn: 'Uppdatera automatiskt',
    followOff: 'Sluta uppdatera automatiskt',
    closePage: 'Du kan stänga sidan. Vi mejlar när något händer.',
  },
  attachedEnded: {
    text: 'De begäranden som kom in för den här e-postadressen vid den tiden handlades tillsammans. Det ärendet är avslutat, och din begäran med det. Har du inte fått något svar med e-post kan du göra en ny begäran.',
    again: 'Gör en ny begäran',
    questions: 'Har du frågor? Skriv till',
  },
  tooMany: {
    title: 'Vi kan inte ta emot fler begäranden just nu',
    text: (when) =>
      `Det har kommit många begäranden från samma nätverk. Den här har inte sparats. Du kan försöka igen från och med ${when}.`,
    instead: 'Vill du inte vänta kan du mejla din begäran till',
  },
  enoughKept: {
    title: 'Den här begäran har inte sparats',
    text: 'Det har kommit så många begäranden för den här e-postadressen i dag att vi inte sparar fler. De som kom tidigare finns kvar. Öppna länken i vårt mejl till adressen för att gå vidare med dem.',
    instead: 'Hittar du inget mejl från oss? Mejla din begäran, från adressen själv, till',
  },
  information: {
    title: 'Så hanterar vi din begäran',
    description: 'Hur en begäran enligt GDPR hanteras, vilka rättigheter du har och vem du kan klaga hos.',
    lead: 'Du har rätt att veta vilka uppgifter vi har om dig och vad vi gör med dem. Här står hur det går till.',
    how: {
      title: 'Från begäran till svar',
      paragraphs: [
        'Du får svar utan onödigt dröjsmål och senast inom en månad från den dag din begäran kom in. Är begäran komplicerad, eller är begärandena många, får vi förlänga tiden med högst två månader. Då talar vi om det, och varför, inom den första månaden.',
        'Som regel kostar det ingenting. Vi får ta ut en avgift bara för ytterligare en kopia av samma uppgifter eller för en begäran som är orimlig. Då talar vi om det, och varför, i förväg, och du kan avstå.',
        'Du behöver inte ange något skäl, och du får begära på vilket sätt du vill: här, med e-post, med brev eller på telefon.',
        'I svaret står för varje system hur det gick: om vi hittade uppgifter om dig, om vi inte hittade några, om vi inte lämnar ut dem, om vi inte kunde avgöra vems de är, om sökningen misslyckades eller om vi ännu väntar. En sökning som misslyckades betyder inte att uppgifter saknas.',
        'Det som inte är klart när svaret går kommer som en komplettering. Kan vi inte söka i ett system alls står det i svaret.',
      ],
    },
    identity: {
      title: 'Hur vi vet att det är du',
      paragraphs: [
        'Vi skickar en kod till din e-postadress, eller med SMS till det mobilnummer du angav där det erbjuds: en gång innan vi söker och en gång varje gång svaret hämtas. Vi begär inte mer än uppgifterna kräver.',
        'Behöver något ett säkrare bevis säger ärendets sida det, och du väljer själv sätt. E-legitimation erbjuder vi bara när vi har ett personnummer att jämföra med.',
        'Skicka ingen kopia av pass, körkort eller id-kort. Personnummer behövs inte. För att stoppa reklam eller ta tillbaka ett samtycke behöver du inte visa vem du är.',
      ],
    },
    rights: { title: 'Dina rättigheter' },
    kept: {
      title: 'Vad vi sparar om din begäran',
      text: (material, profile) => [
        'Uppgifterna i din begäran används bara för att svara dig och för att kunna visa att vi har gjort det. Vi är skyldiga till det enligt artikel 12 och 5.2 i dataskyddsförordningen, och den rättsliga grunden är artikel 6.1 c.',
        `Det vi har hittat och svaret raderas ${days(material)} efter att ärendet har avslutats. Dina kontaktuppgifter i ärendet raderas ${days(profile)} efter avslutet. Då går det inte längre att se vem ärendet gällde. Behövs ärendet för ett rättsligt anspråk sparas det så länge det behövs.`,
      ],
    },
    complaint: {
      title: 'Om du inte är nöjd',
      text: 'Du kan klaga hos tillsynsmyndigheten, eller hos den där du bor, arbetar eller där överträdelsen har skett:',
      court: 'Du kan också väcka talan vid domstol.',
    },
    contact: { title: 'Kontakt', officer: 'Dataskyddsombud', number: 'Org.nr' },
    ask: 'Gör en begäran',
  },
  trouble: {
    'not-found': {
      title: 'Vi hittar inget ärende här',
      text: 'Öppna länken i vårt senaste mejl till dig: den leder till ditt ärende. Har adressen i ärendet bytts fungerar inte äldre länkar. Har du stängt webbläsaren sedan sist behöver du öppna den igen.',
    },
    'no-page': { title: 'Sidan finns inte', text: 'Kontrollera adressen, eller börja om från början.' },
    'form-address': {
      title: 'Här finns inget att visa',
      text: 'Adressen tar bara emot ett formulär. Sidan laddades igen, men ingenting skickades en gång till.',
    },
    malformed: {
      title: 'Vi kunde inte läsa formuläret',
      text: 'Ingenting har sparats. Gå tillbaka, ladda om sidan och försök igen.',
    },
    'too-large': {
      title: 'Formuläret är för stort',
      text: 'Ingenting har sparats. Korta meddelandet och försök igen.',
    },
    elsewhere: {
      title: 'Formuläret skickades från en annan webbplats',
      text: 'Av säkerhetsskäl har ingenting gjorts. Öppna sidan här och försök igen.',
    },
    busy: {
      title: 'Försök igen om en stund',
      text: 'Det går inte just nu. Det som redan var sparat har inte gått förlorat.',
    },
    'sign-in-unknown': {
      title: 'Den här inloggningen gäller inte',
      text: 'Den är redan använd, eller började i en annan webbläsare. Ingenting har ändrats. Öppna ditt ärende från vårt senaste mejl och försök igen.',
    },
    'sign-in-expired': {
      title: 'Det tog för lång tid',
      text: 'Ingenting har ändrats. Gå tillbaka till ditt ärende och börja om.',
    },
    'sign-in-cancelled': {
      title: 'Du avbröt',
      text: 'Ingenting har ändrats. Du kan försöka igen, eller välja ett annat sätt.',
    },
    'sign-in-no-match': {
      title: 'Uppgifterna stämmer inte överens',
      text: 'Du är inloggad som någon som vi inte kan koppla till det här ärendet. Vi har inte sparat något om det. Välj ett annat sätt, eller skriv till oss.',
    },
    'sign-in-not-now': {
      title: 'Det behövs inte nu',
      text: 'Ärendet väntar inte på det här beviset. Ingenting har ändrats.',
    },
    'sign-in-failed': {
      title: 'Inloggningen gick inte att kontrollera',
      text: 'Ingenting har ändrats. Försök igen, eller välj ett annat sätt.',
    },
    'sign-in-unavailable': {
      title: 'Tjänsten svarar inte',
      text: 'Försök igen om en stund, eller välj ett annat sätt. Ingenting har ändrats.',
    },
    broken: {
      title: 'Något gick fel hos oss',
      text: 'Försök igen om en stund. Det du redan har skickat finns kvar.',
    },
  },
};

function days(count: number): string {
  const years = count / 365;
  if (years === 1) return 'ett år';
  if (Number.isInteger(years)) return `${years} år`;
  return count === 1 ? 'en dag' : `${count} dagar`;
}

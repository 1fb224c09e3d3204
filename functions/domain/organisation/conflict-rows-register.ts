import type { ConflictRow } from './conflict-row.ts';

/** Conflicts of the register (legal bases, recipients, notices) with the law. */
export const registerRows = {
  'consent-by-use': {
    article: '4(11), 7',
    title: { sv: 'Samtycke genom användning', en: 'Consent by use' },
    policy: {
      sv: 'Den som använder tjänsten anses godta policyn.',
      en: 'Whoever uses the service is taken to accept the policy.',
    },
    law: {
      sv: 'Samtycke kräver en frivillig, särskild och otvetydig handling.',
      en: 'Consent requires a freely given, specific and unambiguous act.',
    },
    product: {
      sv: 'Användning räknas inte som samtycke.',
      en: 'Use does not count as consent.',
    },
  },
  'consent-without-record': {
    article: '7(1)',
    title: { sv: 'Samtycke utan uppgift om var det finns', en: 'Consent with no record' },
    policy: {
      sv: 'Aktiviteten vilar på samtycke, men registret säger inte var samtyckena finns.',
      en: 'The activity rests on consent, but the register does not say where the consents are recorded.',
    },
    law: {
      sv: 'Den personuppgiftsansvarige ska kunna visa att personen samtyckte innan behandlingen började.',
      en: 'The controller has to be able to show that the person consented before the processing began.',
    },
    product: {
      sv: 'Varningen står kvar tills "record" anger ett system.',
      en: 'The warning stays until "record" names a system.',
    },
  },
  'consent-for-others': {
    article: '4(11), 14',
    title: { sv: 'Samtycke förutsätts för andra', en: "Other people's consent is presumed" },
    policy: {
      sv: 'Den som lämnar uppgifter om andra antas ha deras samtycke.',
      en: 'Whoever gives data about others is presumed to have their consent.',
    },
    law: {
      sv: 'Ingen kan samtycka åt någon annan på det sättet. Den andre ska informeras.',
      en: 'Nobody can consent for another person in that way. The other person has to be informed.',
    },
    product: {
      sv: 'Ett sådant antagande räknas inte som samtycke.',
      en: 'Such a presumption does not count as consent.',
    },
  },
  'newsletters-on-contract': {
    article: '6(1)(b), 21(2)-(3)',
    title: { sv: 'Nyhetsbrev med avtal som grund', en: 'Newsletters on the basis of a contract' },
    policy: {
      sv: 'Marknadsföring vilar på avtalet med kunden.',
      en: 'Marketing rests on the contract with the customer.',
    },
    law: {
      sv: 'Marknadsföring behövs inte för att fullgöra ett avtal, och en invändning mot den gäller alltid.',
      en: 'Marketing is not needed to perform a contract, and an objection to it always succeeds.',
    },
    product: {
      sv: 'Utskicken räknas som direkt marknadsföring: en invändning gäller genast, utan prövning.',
      en: 'The mailings count as direct marketing: an objection takes effect at once, without any assessment.',
    },
  },
  'shared-for-marketing': {
    article: '5(1)(a), 13(1)(e)',
    title: { sv: 'Delas för marknadsföring trots löftet', en: 'Shared for marketing in spite of the promise' },
    policy: {
      sv: 'Policyn lovar att uppgifter inte delas för andras marknadsföring, men registret har en sådan mottagare.',
      en: 'The policy promises that data are not shared for the marketing of others, but the register has such a recipient.',
    },
    law: {
      sv: 'Behandlingen ska vara öppen och informationen om mottagare riktig.',
      en: 'Processing has to be transparent, and the information about recipients has to be correct.',
    },
    product: {
      sv: 'Svaret anger mottagaren, som registret säger.',
      en: 'The answer names the recipient, as the register does.',
    },
  },
  'special-categories': {
    article: '9(1)-(2)',
    title: { sv: 'Känsliga uppgifter utan undantag', en: 'Special categories with no exception' },
    policy: {
      sv: 'Känsliga uppgifter, till exempel om hälsa eller allergier, behandlas utan att ett undantag anges. En intresseavvägning räcker inte.',
      en: 'Special categories of data, such as health or allergies, are processed, but the register names no exception. Legitimate interest is not an exception.',
    },
    law: {
      sv: 'Sådan behandling är förbjuden om inget undantag i artikel 9.2 gäller.',
      en: 'Such processing is forbidden unless an exception of Article 9(2) applies.',
    },
    product: {
      sv: 'Uppgifterna skyddas som känsliga. Varningen står kvar tills "specialException" anger undantaget.',
      en: 'The data are protected as special categories. The warning stays until "specialException" names the exception.',
    },
  },
  'employer-contract': {
    article: '6(1)(b), (f), 20(1), 21(1)',
    title: { sv: 'Arbetsgivarens avtal som grund', en: "The employer's contract as basis" },
    policy: {
      sv: 'Uppgifter om en person behandlas med stöd av ett avtal med personens arbetsgivare.',
      en: "Data about a person are processed on the basis of a contract with the person's employer.",
    },
    law: {
      sv: 'Avtal är grund bara när personen själv är part.',
      en: 'A contract is a basis only where the person is a party to it.',
    },
    product: {
      sv: 'Grunden läses som intresseavvägning: personen kan invända, men inte begära dataportabilitet.',
      en: 'The basis is read as legitimate interest: the person may object, but has no right to portability.',
    },
  },
  'recruitment-legal-obligation': {
    article: '6(1)(c), (f), 17(3)(e)',
    title: { sv: 'Rekrytering med rättslig förpliktelse som grund', en: 'Recruitment on a legal obligation' },
    policy: {
      sv: 'Uppgifter om sökande sparas för att visa att lagen följts, som om en lag krävde det.',
      en: 'Data of applicants are kept to show that the law was followed, as if a law demanded it.',
    },
    law: {
      sv: 'Ingen lag kräver det. Grunden är en intresseavvägning, och undantaget gäller bara rättsliga anspråk.',
      en: 'No law demands that these data are kept. The basis is legitimate interest, and the exception from erasure covers legal claims only.',
    },
    product: {
      sv: 'Radering nekas inte med hänvisning till lag. Rätta grunden i registret.',
      en: 'Erasure is not refused by reference to a law. Correct the basis in the register.',
    },
  },
  'notice-older-than-gdpr': {
    article: '13, 14, 99(2)',
    title: { sv: 'Policyn är äldre än dataskyddsförordningen', en: 'The policy is older than the GDPR' },
    policy: {
      sv: 'Den senaste versionen gäller från en dag före den 25 maj 2018.',
      en: 'The latest version applies from a day before 25 May 2018.',
    },
    law: {
      sv: 'Förordningen gäller från den 25 maj 2018 och kräver mer information än tidigare lag.',
      en: 'The Regulation applies from 25 May 2018 and requires more information than earlier law.',
    },
    product: {
      sv: 'Svaren följer förordningen, inte policyn.',
      en: 'Answers follow the Regulation, not the policy.',
    },
  },
  'processor-without-agreement': {
    article: '28(3)',
    title: { sv: 'Biträde utan avtal i registret', en: 'A processor with no agreement on record' },
    policy: {
      sv: 'Ett personuppgiftsbiträde står i registret utan avtal.',
      en: 'The register names a processor without an agreement.',
    },
    law: {
      sv: 'Ett biträde får anlitas bara med skriftligt avtal.',
      en: 'A processor may be used only under a written agreement.',
    },
    product: {
      sv: 'Varningen står kvar tills "agreement" anger avtalet.',
      en: 'The warning stays until "agreement" names the agreement.',
    },
  },
  'transfer-without-safeguard': {
    article: '15(2), 46',
    title: { sv: 'Överföring utan angivet skydd', en: 'A transfer with no safeguard named' },
    policy: {
      sv: 'En mottagare finns utanför EES och registret anger inget skydd.',
      en: 'A recipient is outside the EEA and the register names no safeguard.',
    },
    law: {
      sv: 'Den som frågar har rätt att få veta vilket skydd som gäller, också när det är ett beslut om adekvat skyddsnivå.',
      en: 'The person has a right to know the safeguard, even if it is an adequacy decision.',
    },
    product: {
      sv: 'Svaret kan inte ange något skydd förrän "safeguard" är ifyllt.',
      en: 'The answer cannot name a safeguard until "safeguard" is filled in.',
    },
  },
  'land-authority': {
    article: '55, 77; BDSG § 40',
    title: { sv: 'Tysk delstatsmyndighet saknas', en: 'The authority of the German Land is missing' },
    policy: {
      sv: 'Ingen tillsynsmyndighet är angiven för en personuppgiftsansvarig i Tyskland.',
      en: 'No supervisory authority is named for a controller in Germany.',
    },
    law: {
      sv: 'För privata företag är delstatens myndighet behörig.',
      en: 'For private bodies the authority of the Land is competent.',
    },
    product: {
      sv: 'Breven hänvisar till förbundsmyndigheten (BfDI) tills "supervisoryAuthority" är ifyllt.',
      en: 'Letters name the federal authority (BfDI) until "supervisoryAuthority" is filled in.',
    },
  },
  'nobody-to-tell': {
    article: '12(3), 24',
    title: { sv: 'Ingen att larma', en: 'Nobody to alert' },
    policy: {
      sv: 'Varken dataskyddsombud eller mottagare av larm är angivna.',
      en: 'Neither a data protection officer nor an address for alerts is named.',
    },
    law: {
      sv: 'Den personuppgiftsansvarige ska se till att svar lämnas i tid.',
      en: 'The controller has to see to it that answers are given in time.',
    },
    product: {
      sv: 'Ingen får brev om ärenden i fara förrän "escalation" är ifyllt.',
      en: 'Nobody is told about cases at risk until "escalation" is filled in.',
    },
  },
} satisfies Readonly<Record<string, ConflictRow>>;

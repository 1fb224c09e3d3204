import type { Language } from '#domain/language.ts';
import type { Activity, Recipient } from '#domain/organisation/organisation.ts';

export interface InformationWords {
  readonly title: string;
  readonly lead: (controller: string) => string;
  readonly noActivities: string;
  readonly systems: string;
  readonly purposes: string;
  readonly legalBasis: string;
  readonly categories: string;
  readonly recipients: string;
  readonly noRecipients: string;
  /** The sentence that is shown if the record of processing says nothing on a point. */
  readonly unknown: string;
  readonly recipientColumns: { readonly name: string; readonly role: string; readonly country: string };
  readonly recipientsCaption: (activity: string) => string;
  readonly safeguard: (text: string) => string;
  readonly noSafeguard: string;
  readonly retention: string;
  readonly sources: string;
  readonly fromYou: string;
  readonly automatedDecision: string;
  readonly noAutomatedDecision: string;
  readonly logic: string;
  readonly significance: string;
  readonly consequences: string;
  readonly someAutomatedDecisions: string;
  readonly noAutomatedDecisions: string;
  readonly unknownAutomatedDecisions: string;
  readonly rights: string;
  readonly complaint: string;
  readonly controller: string;
  readonly legalBases: Readonly<Record<Activity['legalBases'][number]['type'], string>>;
  readonly roles: Readonly<Record<Recipient['role'], string>>;
}

const sv: InformationWords = {
  title: 'Varför och hur vi behandlar dina uppgifter',
  lead: (controller) =>
    `Här står vad ${controller} gör med dina personuppgifter: vad de används till, med vilket stöd, vem som får dem, hur länge de sparas och var de kommer ifrån (artikel 15.1 och 15.2 i dataskyddsförordningen). Uppgifterna på sidan är hämtade ur vårt register över behandlingar.`,
  noActivities: 'Ingen behandling i vårt register hör till systemen i det här svaret.',
  systems: 'System',
  purposes: 'Vad uppgifterna används till (ändamål)',
  legalBasis: 'Stöd i lagen (rättslig grund)',
  categories: 'Slags uppgifter',
  recipients: 'Vilka som får uppgifterna (mottagare)',
  noRecipients: 'Enligt vårt register lämnas uppgifterna inte till någon utanför vår verksamhet.',
  unknown: 'Det framgår inte av vårt register. Fråga oss.',
  recipientColumns: { name: 'Mottagare', role: 'Roll', country: 'Land och skydd' },
  recipientsCaption: (activity) => `Mottagare: ${activity}`,
  safeguard: (text) => `Utanför EES. Skydd: ${text}`,
  noSafeguard: 'Utanför EES. Skyddsåtgärd är inte angiven i vårt register, fråga oss.',
  retention: 'Hur länge uppgifterna sparas',
  sources: 'Var uppgifterna kommer ifrån (källor)',
  fromYou: 'Enligt vårt register bara från dig själv.',
  automatedDecision: 'Automatiserade beslut',
  noAutomatedDecision: 'Enligt vårt register fattas inga beslut automatiskt.',
  logic: 'Hur beslutet går till',
  significance: 'Vad det betyder',
  consequences: 'Vad det kan leda till för dig',
  someAutomatedDecisions:
    'Vissa beslut som påverkar dig i betydande grad fattas automatiskt. Vid varje behandling ovan står hur. Du har rätt att få beslutet prövat av en människa, att framföra din åsikt och att bestrida beslutet.',
  noAutomatedDecisions:
    'Enligt vårt register fattar vi i behandlingarna ovan inga beslut med rättsliga följder för dig, eller som på liknande sätt påverkar dig i betydande grad, enbart genom automatiserad behandling (artikel 22).',
  unknownAutomatedDecisions:
    'Av vårt register framgår inte för alla behandlingar ovan om det fattas beslut om dig enbart genom automatiserad behandling (artikel 22). Fråga oss.',
  rights: 'Dina rättigheter',
  complaint: 'Frågor, klagomål och domstol',
  controller: 'Personuppgiftsansvarig',
  legalBases: {
    consent: 'Samtycke (artikel 6.1 a)',
    contract: 'Avtal med dig (artikel 6.1 b)',
    'legal-obligation': 'Rättslig förpliktelse (artikel 6.1 c)',
    'legitimate-interest': 'Intresseavvägning, berättigat intresse (artikel 6.1 f)',
  },
  roles: {
    processor: 'Personuppgiftsbiträde, arbetar för vår räkning',
    controller: 'Egen personuppgiftsansvarig',
    'joint-controller': 'Gemensamt ansvarig med oss',
    authority: 'Myndighet',
  },
};

const en: InformationWords = {
  title: 'Why and how we process your data',
  lead: (controller) =>
    `This page says what ${controller} does with your personal data: what they are used for, on which basis, who receives them, how long they are kept and where they come from (Article 15(1) and (2) of the General Data Protection Regulation). The information on this page is taken from our record of processing.`,
  noActivities: 'No processing in our record belongs to the systems of this answer.',
  systems: 'Systems',
  purposes: 'What the data are used for (purposes)',
  legalBasis: 'Legal basis',
  categories: 'Kinds of data',
  recipients: 'Who receives the data (recipients)',
  noRecipients: 'According to our record the data are not given to anybody outside our organisation.',
  unknown: 'Our record does not say. Ask us.',
  recipientColumns: { name: 'Recipient', role: 'Role', country: 'Country and safeguard' },
  recipientsCaption: (activity) => `Recipients: ${activity}`,
  safeguard: (text) => `Outside the EEA. Safeguard: ${text}`,
  noSafeguard: 'Outside the EEA. No safeguard is stated in our record, ask us.',
  retention: 'How long the data are kept',
  sources: 'Where the data come from (sources)',
  fromYou: 'According to our record only from yourself.',
  automatedDecision: 'Automated decisions',
  noAutomatedDecision: 'According to our record no decisions are made automatically.',
  logic: 'How the decision is made',
  significance: 'What it means',
  consequences: 'What it may lead to for you',
  someAutomatedDecisions:
    'Some decisions that significantly affect you are made automatically. Each processing above says how. You have the right to have a human review the decision, to express your point of view and to contest the decision.',
  noAutomatedDecisions:
    'According to our record we make, in the processing above, no decisions with legal effects for you, or that similarly significantly affect you, by automated processing alone (Article 22).',
  unknownAutomatedDecisions:
    'Our record does not say for all the processing above whether decisions about you are made by automated processing alone (Article 22). Ask us.',
  rights: 'Your rights',
  complaint: 'Questions, complaints and courts',
  controller: 'Controller',
  legalBases: {
    consent: 'Consent (Article 6(1)(a))',
    contract: 'Contract with you (Article 6(1)(b))',
    'legal-obligation': 'Legal obligation (Article 6(1)(c))',
    'legitimate-interest': 'Legitimate interest (Article 6(1)(f))',
  },
  roles: {
    processor: 'Processor, works on our behalf',
    controller: 'Separate controller',
    'joint-controller': 'Joint controller with us',
    authority: 'Public authority',
  },
};

export function informationWords(language: Language): InformationWords {
  switch (language) {
    case 'sv':
      return sv;
    case 'en':
      return en;
  }
}

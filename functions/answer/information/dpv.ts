import type { ActivityInformation, Article15, RecipientInformation } from './article-15.ts';

// The JSON-LD `@context`: the prefixes of the W3C Data Privacy Vocabulary 2 (https://w3id.org/dpv), of its extension
// for the GDPR, and of two general vocabularies. The context is in the file itself, so a program can read the file
// without a network.
const context = {
  dpv: 'https://w3id.org/dpv#',
  'eu-gdpr': 'https://w3id.org/dpv/legal/eu/gdpr#',
  dct: 'http://purl.org/dc/terms/',
  foaf: 'http://xmlns.com/foaf/0.1/',
};

/**
 * The text of `information/article-15.jsonld`: the information of `information/article-15.html` as linked data
 * (JSON-LD).
 */
export function informationLinkedData(information: Article15): string {
  const { controller, language } = information;
  const text = (value: string) => ({ '@value': value, '@language': language });
  const activity = (each: ActivityInformation) => ({
    '@id': `#activity-${each.id}`,
    '@type': 'dpv:Process',
    'dct:title': text(each.name),
    'dpv:hasDataController': { '@id': '#controller' },
    'dpv:hasPurpose': each.purposes.map((purpose) => ({ '@type': 'dpv:Purpose', 'dct:description': text(purpose) })),
    'dpv:hasLegalBasis': each.legalBases.map((basis) => ({
      '@type': legalBasisTerms[basis.type],
      'dct:title': text(basis.text),
      ...(basis.explanation === null ? {} : { 'dct:description': text(basis.explanation) }),
    })),
    'dpv:hasPersonalData': each.categories.map((category) => ({
      '@type': 'dpv:PersonalData',
      'dct:identifier': category.code,
      'dct:title': text(category.text),
    })),
    ...(each.recipients === null || each.recipients === 'none'
      ? {}
      : {
          'dpv:hasRecipient': each.recipients.map((recipient) => ({
            '@type': recipientTerms[recipient.role],
            'foaf:name': recipient.name,
            ...(recipient.contact === null ? {} : { 'foaf:mbox': `mailto:${recipient.contact}` }),
            'dpv:hasLocation': { '@type': 'dpv:Country', 'dct:identifier': recipient.country },
            ...(recipient.safeguard === null
              ? {}
              : {
                  'dpv:hasOrganisationalMeasure': {
                    '@type': 'dpv:SafeguardForDataTransfer',
                    'dct:description': text(recipient.safeguard),
                  },
                }),
          })),
        }),
    'dpv:hasStorageCondition': { '@type': 'dpv:StorageCondition', 'dct:description': text(each.retention) },
    ...(each.sources === null
      ? {}
      : {
          'dpv:hasDataSource':
            each.sources === 'none'
              ? [{ '@id': 'dpv:DataSubjectDataSource' }]
              : each.sources.map((source) => ({ '@type': 'dpv:DataSource', 'dct:description': text(source) })),
        }),
    ...(each.automatedDecision === null || each.automatedDecision === 'none'
      ? {}
      : {
          'dpv:hasContext': {
            '@type': 'dpv:AutomatedDecisionMaking',
            'dct:description': [
              text(each.automatedDecision.logic),
              text(each.automatedDecision.significance),
              text(each.automatedDecision.consequences),
            ],
          },
        }),
  });
  const graph = [
    {
      '@id': '#controller',
      '@type': 'dpv:DataController',
      'foaf:name': controller.name,
      'dct:identifier': controller.organisationNumber,
      'dpv:hasAddress': controller.address.join(', '),
      'dpv:hasContact': controller.email,
      ...(controller.dataProtectionOfficer === null
        ? {}
        : {
            'dpv:hasDataProtectionOfficer': {
              '@type': 'dpv:DataProtectionOfficer',
              'dpv:hasContact': controller.dataProtectionOfficer,
            },
          }),
    },
    ...information.activities.map(activity),
    {
      '@id': '#answer',
      '@type': 'dpv:RightFulfilmentNotice',
      'dct:identifier': information.reference,
      'dct:created': information.createdAt,
      'dpv:isExerciseOf': { '@id': 'eu-gdpr:A15' },
      'dpv:hasRight': ['A7-3', 'A16', 'A17', 'A18', 'A20', 'A21', 'A77'].map((right) => ({
        '@id': `eu-gdpr:${right}`,
      })),
    },
  ];
  return `${JSON.stringify({ '@context': context, '@graph': graph }, undefined, 2)}\n`;
}

const legalBasisTerms: Readonly<Record<ActivityInformation['legalBases'][number]['type'], string>> = {
  consent: 'eu-gdpr:A6-1-a',
  contract: 'eu-gdpr:A6-1-b',
  'legal-obligation': 'eu-gdpr:A6-1-c',
  'legitimate-interest': 'eu-gdpr:A6-1-f',
};

const recipientTerms: Readonly<Record<RecipientInformation['role'], string>> = {
  processor: 'dpv:DataProcessor',
  controller: 'dpv:DataController',
  'joint-controller': 'dpv:JointDataControllers',
  authority: 'dpv:Authority',
};

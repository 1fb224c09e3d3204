import type { Resources } from '#domain/findings/annotation.ts';
import {
  entered,
  enteredAboutOthers,
  field,
  given,
  givenAboutOthers,
  named,
  noted,
  notedAboutOthers,
  observed,
  othersOnly,
} from '../sdk/field.ts';
import { authentication, deliveryMethods, deliveryStatus, documentStatus, historyStatus, roles } from './codes.ts';
import { contact, own, type IdentifyingFields } from '../sdk/identifying.ts';

/** The kinds of record from Scrive: a party of a document, the document itself, and the log entries about the party. */
export const resources = {
  'signing-party': {
    title: { sv: 'Din roll i ett dokument', en: 'Your part in a document' },
    fields: {
      first_name: named(field('Förnamn', 'First name', 'identity', entered)),
      last_name: named(field('Efternamn', 'Last name', 'identity', entered)),
      email: field('E-post', 'E-mail', 'contact', entered),
      mobile: field('Mobilnummer', 'Mobile number', 'contact', entered),
      personal_number: field('Personnummer', 'Personal number', 'identity', entered),
      company: field('Företag', 'Company', 'professional', entered),
      company_number: field('Organisationsnummer', 'Company number', 'professional', entered),
      filled_in: field('Ifyllda fält och kryssrutor', 'Fields and boxes filled in', 'other', enteredAboutOthers),
      consents: field('Svar på frågor om samtycke', 'Answers to questions of consent', 'communication', given),
      uploaded: field('Bilagor som du lämnat', 'Attachments you provided', 'other', given),
      signatory_role: field('Roll', 'Role', 'commercial', noted, roles),
      is_author: field('Avsändare av dokumentet', 'Sender of the document', 'commercial', noted),
      sign_time: field('Undertecknat', 'Signed', 'usage', observed),
      seen_time: field('Öppnat', 'Opened', 'usage', observed),
      read_invitation_time: field('Inbjudan läst', 'Invitation read', 'usage', observed),
      rejected_time: field('Avböjt', 'Rejected', 'usage', observed),
      rejection_reason: field('Skäl till att du avböjde', 'Why you rejected', 'communication', givenAboutOthers),
      delivery_method: field('Inbjudan skickad per', 'Invitation sent by', 'communication', noted, deliveryMethods),
      email_delivery_status: field('Leverans av e-post', 'Delivery of e-mail', 'technical', observed, deliveryStatus),
      mobile_delivery_status: field(
        'Leverans av sms',
        'Delivery of text messages',
        'technical',
        observed,
        deliveryStatus,
      ),
      authentication_method_to_view: field(
        'Legitimering för att läsa',
        'Identification to read',
        'technical',
        noted,
        authentication,
      ),
      authentication_method_to_sign: field(
        'Legitimering för att signera',
        'Identification to sign',
        'technical',
        noted,
        authentication,
      ),
      has_authenticated_to_view: field('Legitimerade sig för att läsa', 'Identified to read', 'technical', observed),
    },
  },
  document: {
    title: { sv: 'Dokument', en: 'Document' },
    fields: {
      title: field('Titel', 'Title', 'commercial', notedAboutOthers),
      status: field('Status', 'Status', 'commercial', noted, documentStatus),
      ctime: field('Skapat', 'Created', 'commercial', noted),
      mtime: field('Senast ändrat', 'Last changed', 'commercial', noted),
      timeout_time: field('Kunde undertecknas till', 'Could be signed until', 'commercial', noted),
      lang: field('Språk', 'Language', 'commercial', noted),
      is_trashed: field('I papperskorgen', 'In the bin', 'commercial', noted),
      tags: field('Etiketter', 'Tags', 'commercial', notedAboutOthers),
      invitation_message: field('Text i inbjudan', 'Text of the invitation', 'communication', notedAboutOthers),
      confirmation_message: field('Text i bekräftelsen', 'Text of the confirmation', 'communication', notedAboutOthers),
      other_parties: field('Andra parter', 'Other parties', 'contact', othersOnly),
    },
  },
  history: {
    title: { sv: 'Händelse i dokumentets logg', en: "Entry in the document's log" },
    fields: {
      time: field('Tid', 'Time', 'log', observed),
      status: field('Händelse', 'Event', 'log', observed, historyStatus),
      text: field('Beskrivning', 'Description', 'log', notedAboutOthers),
    },
  },
} satisfies Resources;

/**
 * A party is invited by e-mail, so the address is the party's own. `company_number` can be a sole trader's
 * personnummer, or the number of a company for which the party signed. Only a personnummer is read from it, with the
 * weight `contact`.
 */
export const identifying: IdentifyingFields = {
  'signing-party': {
    email: own('email'),
    personal_number: own('personnummer'),
    mobile: contact('phone'),
    company_number: contact('personnummer'),
  },
};

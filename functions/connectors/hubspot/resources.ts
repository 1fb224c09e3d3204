import type { Resources } from '#domain/findings/annotation.ts';
import {
  asHtml,
  asYesNo,
  enteredAboutOthers,
  field,
  given,
  inferred,
  addressed,
  named,
  noted,
  notedAboutOthers,
  observed,
  othersOnly,
} from '../sdk/field.ts';
import { analyticsSources, dealStages, lifecycleStages, pipelines } from './codes.ts';
import { contact, own, type IdentifyingFields } from '../sdk/identifying.ts';

const other = field('Övrigt fält', 'Other field', 'other', enteredAboutOthers);
const owner = field('Ansvarig medarbetare', 'Responsible member of staff', 'other', othersOnly);

/**
 * The kinds of record from HubSpot, with the titles of their fields. The field names are HubSpot's property names.
 * `otherFields` describes every property that is not listed.
 */
export const resources: Resources = {
  contact: {
    title: { sv: 'Kontakt', en: 'Contact' },
    fields: {
      email: field('E-postadress', 'E-mail address', 'contact', given),
      hs_additional_emails: field('Ytterligare e-postadresser', 'Further e-mail addresses', 'contact', given),
      firstname: named(field('Förnamn', 'First name', 'identity', given)),
      lastname: named(field('Efternamn', 'Last name', 'identity', given)),
      phone: field('Telefonnummer', 'Telephone number', 'contact', given),
      mobilephone: field('Mobilnummer', 'Mobile number', 'contact', given),
      address: addressed(field('Gatuadress', 'Street address', 'contact', given)),
      zip: addressed(field('Postnummer', 'Postal code', 'contact', given)),
      city: addressed(field('Ort', 'City', 'contact', given)),
      company: field('Företag', 'Company', 'professional', given),
      jobtitle: field('Befattning', 'Job title', 'professional', given),
      lifecyclestage: field(
        'Steg i kundrelationen',
        'Stage of the customer relation',
        'commercial',
        noted,
        lifecycleStages,
      ),
      hubspotscore: field('Beräknat intresse', 'Computed interest', 'commercial', inferred),
      hs_email_optout: field('Har avböjt utskick', 'Opted out of mailings', 'commercial', given, asYesNo),
      hs_analytics_source: field(
        'Hur kontakten uppstod',
        'How the contact came about',
        'usage',
        observed,
        analyticsSources,
      ),
      hs_analytics_last_url: field('Senast besökta sida', 'Page visited last', 'usage', observed),
      hubspot_owner_id: owner,
      createdate: field('Skapad', 'Created', 'log', observed),
      lastmodifieddate: field('Senast ändrad', 'Last changed', 'log', observed),
      archivedAt: field('Lagd i papperskorgen', 'Moved to the recycle bin', 'log', observed),
    },
    otherFields: other,
  },
  note: {
    title: { sv: 'Anteckning', en: 'Note' },
    fields: {
      hs_note_body: field('Anteckningens text', 'Text of the note', 'communication', notedAboutOthers, asHtml),
      hs_timestamp: field('Gäller tidpunkten', 'Time it is about', 'log', noted),
      hs_createdate: field('Skriven', 'Written', 'log', noted),
      hs_lastmodifieddate: field('Senast ändrad', 'Last changed', 'log', noted),
      hubspot_owner_id: owner,
    },
    otherFields: other,
  },
  deal: {
    title: { sv: 'Affär', en: 'Deal' },
    fields: {
      dealname: field('Affärens namn', 'Name of the deal', 'commercial', notedAboutOthers),
      description: field('Beskrivning', 'Description', 'commercial', notedAboutOthers),
      amount: field('Belopp', 'Amount', 'financial', noted),
      dealstage: field('Läge', 'Stage', 'commercial', noted, dealStages),
      pipeline: field('Flöde', 'Pipeline', 'commercial', noted, pipelines),
      createdate: field('Skapad', 'Created', 'log', noted),
      closedate: field('Avslutas', 'Closes', 'commercial', noted),
      hubspot_owner_id: owner,
    },
    otherFields: other,
  },
};

/**
 * In HubSpot no two contacts can have the same e-mail address, main or additional. So an address says whose contact it
 * is (`own`). Several contacts may have the same telephone number (`contact`).
 */
export const identifying: IdentifyingFields = {
  contact: {
    email: own('email'),
    hs_additional_emails: own('email'),
    phone: contact('phone'),
    mobilephone: contact('phone'),
  },
};

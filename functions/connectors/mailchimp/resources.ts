import type { Resources } from '#domain/findings/annotation.ts';
import { own, stated, type IdentifyingFields } from '../sdk/identifying.ts';
import {
  enteredAboutOthers,
  field,
  given,
  inferred,
  named,
  noted,
  notedAboutOthers,
  observed,
  othersOnly,
} from '../sdk/field.ts';
import { activityType, emailType, memberStatus } from './codes.ts';

/**
 * The kinds of record from Mailchimp, with the titles of their fields. Fields in capitals, such as `FNAME`, come from
 * the sign-up form of the organisation.
 */
export const resources: Resources = {
  member: {
    title: { sv: 'Prenumerant på nyhetsbrev', en: 'Newsletter subscriber' },
    fields: {
      email_address: field('E-postadress', 'E-mail address', 'contact', given),
      full_name: named(field('Namn', 'Name', 'identity', given)),
      audience: field('Utskickslista', 'Mailing list', 'commercial', observed),
      status: field('Prenumerationens status', 'Status of the subscription', 'commercial', observed, memberStatus),
      unsubscribe_reason: field('Skäl till avregistrering', 'Reason for unsubscribing', 'feedback', given),
      email_type: field('Önskat format', 'Preferred format', 'technical', given, emailType),
      FNAME: named(field('Förnamn', 'First name', 'identity', given)),
      LNAME: named(field('Efternamn', 'Last name', 'identity', given)),
      PHONE: field('Telefonnummer', 'Telephone number', 'contact', given),
      interests: field('Valda intressen', 'Chosen interests', 'commercial', given),
      marketing_permissions: field('Samtycken till utskick', 'Consents to mailings', 'commercial', given),
      tags: field('Etiketter', 'Tags', 'commercial', noted),
      stats: field('Andel öppnade och klickade utskick', 'Share of mailings opened and clicked', 'usage', observed),
      member_rating: field('Beräknat engagemang, 1 till 5', 'Computed engagement, 1 to 5', 'commercial', inferred),
      vip: field('Märkt som särskilt viktig', 'Marked as especially important', 'commercial', noted),
      language: field('Språk', 'Language', 'technical', observed),
      email_client: field('E-postprogram', 'E-mail program', 'technical', observed),
      location: field('Ungefärlig plats', 'Approximate location', 'technical', inferred),
      ip_signup: field('IP-adress vid anmälan', 'IP address at sign-up', 'technical', observed),
      timestamp_signup: field('Tid för anmälan', 'Time of sign-up', 'log', observed),
      ip_opt: field('IP-adress vid bekräftelse', 'IP address at confirmation', 'technical', observed),
      timestamp_opt: field('Tid för bekräftelse', 'Time of confirmation', 'log', observed),
      last_changed: field('Senast ändrad', 'Last changed', 'log', observed),
      source: field('Hur anmälan gjordes', 'How the sign-up was made', 'commercial', observed),
    },
    otherFields: field('Övrig uppgift', 'Other detail', 'other', enteredAboutOthers),
  },
  activity: {
    title: { sv: 'Händelse i nyhetsbrevet', en: 'Newsletter event' },
    fields: {
      activity_type: field('Händelse', 'Event', 'usage', observed, activityType),
      created_at_timestamp: field('Tid', 'Time', 'log', observed),
      campaign_id: field('Utskickets nummer', 'Number of the mailing', 'technical', observed),
      campaign_title: field('Utskickets namn', 'Name of the mailing', 'commercial', observed),
      link_clicked: field('Länk som följdes', 'Link that was followed', 'usage', observed),
    },
    otherFields: field('Uppgift om händelsen', 'Detail of the event', 'usage', notedAboutOthers),
  },
  note: {
    title: { sv: 'Anteckning', en: 'Note' },
    fields: {
      note: field('Anteckningens text', 'Text of the note', 'communication', notedAboutOthers),
      created_at: field('Skriven', 'Written', 'log', noted),
      updated_at: field('Ändrad', 'Changed', 'log', noted),
      created_by: field('Skriven av', 'Written by', 'other', othersOnly),
    },
    otherFields: field('Uppgift om anteckningen', 'Detail of the note', 'other', notedAboutOthers),
  },
};

/**
 * The e-mail address says whose record a member is. `PHONE` does not: anybody can type any number into the sign-up
 * form.
 */
export const identifying: IdentifyingFields = {
  member: { email_address: own('email'), PHONE: stated('phone') },
};

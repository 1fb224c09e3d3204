import { codes } from '../sdk/field.ts';

/**
 * The meanings of HubSpot's own stages, sources and pipelines [doc]. An organisation can add others; the answer shows
 * their codes unchanged.
 */
export const lifecycleStages = codes({
  subscriber: ['Prenumerant', 'Subscriber'],
  lead: ['Möjlig kund', 'Lead'],
  marketingqualifiedlead: ['Möjlig kund som marknadsföringen har valt ut', 'Lead that marketing has picked out'],
  salesqualifiedlead: ['Möjlig kund som försäljningen har valt ut', 'Lead that sales has picked out'],
  opportunity: ['Möjlig kund med en affär på gång', 'Lead with a deal under way'],
  customer: ['Kund', 'Customer'],
  evangelist: ['Kund som rekommenderar oss', 'Customer who recommends us'],
  other: ['Annat', 'Other'],
});

export const analyticsSources = codes({
  ORGANIC_SEARCH: ['Sökmotor', 'Search engine'],
  PAID_SEARCH: ['Annons i en sökmotor', 'Advertisement in a search engine'],
  EMAIL_MARKETING: ['Utskick med e-post', 'Mailing by e-mail'],
  SOCIAL_MEDIA: ['Sociala medier', 'Social media'],
  PAID_SOCIAL: ['Annons i sociala medier', 'Advertisement in social media'],
  REFERRALS: ['Länk på en annan webbplats', 'Link on another website'],
  OTHER_CAMPAIGNS: ['Annan kampanj', 'Other campaign'],
  DIRECT_TRAFFIC: ['Adressen skrevs in direkt', 'The address was typed in'],
  OFFLINE: ['På annat sätt än via webbplatsen', 'In another way than by the website'],
});

export const dealStages = codes({
  appointmentscheduled: ['Möte bokat', 'Appointment scheduled'],
  qualifiedtobuy: ['Bedömd som köpare', 'Judged to be a buyer'],
  presentationscheduled: ['Presentation bokad', 'Presentation scheduled'],
  decisionmakerboughtin: ['Beslutsfattaren är med', 'The decision maker is won over'],
  contractsent: ['Avtal skickat', 'Contract sent'],
  closedwon: ['Avslutad, blev av', 'Closed, won'],
  closedlost: ['Avslutad, blev inte av', 'Closed, lost'],
});

export const pipelines = codes({ default: ['Det vanliga flödet', 'The usual pipeline'] });

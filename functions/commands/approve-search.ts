import * as z from 'zod';
import { field, id } from './field.ts';
import { labels } from './labels.ts';
import { staffCommand } from './staff-command.ts';

export const approveSearch = staffCommand({
  type: 'approve-search',
  group: 'waiting',
  roles: ['case-worker'],
  title: { sv: 'Godkänn sökningen', en: 'Approve the search' },
  help: {
    sv: 'Personen har visat det som behövs för att söka. Sökningen börjar när du godkänner den.',
    en: 'The person has given the proof that the search needs. The search begins when you approve it.',
  },
  submit: { sv: 'Godkänn sökningen', en: 'Approve the search' },
  done: { sv: 'Sökningen är godkänd.', en: 'The search has been approved.' },
  timeline: { 'search-approved': { sv: 'Sökningen godkändes', en: 'The search was approved' } },
  fields: {
    systems: field(z.array(id()).optional(), { label: { sv: 'System', en: 'Systems' }, widget: { as: 'own' } }),
  },
  trial: () => ({ type: 'approve-search' }),
  ask: ({ systems }) => ({ type: 'approve-search', ...(systems === undefined ? {} : { systems }) }),
});

/** The labels of the card that approves a search. */
export const approveSearchLabels = labels({
  sv: {
    systems: 'De här systemen söks:',
    all: 'Alla system i registret söks. Inget kan lämnas utanför ett svar.',
  },
  en: {
    systems: 'These systems will be searched:',
    all: 'All systems in the record of processing will be searched. No system can be left out of an answer.',
  },
});

import { reasonInWords, type InvalidReason } from '#domain/identifiers/identifier.ts';
import type { Localised } from '#domain/language.ts';

/** A problem with the value of a field that the JSON schema of the body cannot find, such as a wrong check digit. */
export type FieldProblem =
  | InvalidReason
  | 'no-such-case'
  | 'no-such-controller'
  | 'arrival-later-than-now'
  | 'arrival-before-regulation'
  | 'letters-before-the-at'
  | 'not-base64'
  | 'file-too-large'
  | 'file-of-another-kind';

const english = reasonInWords;

/**
 * The text for each problem. The console writes it after the name of the field (`<field>: <text>`). Problem documents
 * (`problem.ts`) contain the English text only.
 */
export const fieldProblems: Readonly<Record<FieldProblem, Localised>> = {
  empty: { en: english.empty, sv: 'värdet är tomt' },
  'too-long': { en: english['too-long'], sv: 'värdet är för långt' },
  'control-character': { en: english['control-character'], sv: 'värdet innehåller ett styrtecken' },
  'not-an-address': { en: english['not-an-address'], sv: 'det är ingen e-postadress' },
  'not-a-phone-number': { en: english['not-a-phone-number'], sv: 'det är inget telefonnummer' },
  'not-a-personnummer': {
    en: english['not-a-personnummer'],
    sv: 'det är inget personnummer eller samordningsnummer',
  },
  'interim-number': { en: english['interim-number'], sv: 'interimsnummer tas inte emot här' },
  'check-digit': { en: english['check-digit'], sv: 'kontrollsiffran stämmer inte' },
  'no-such-date': { en: english['no-such-date'], sv: 'födelsedatumet finns inte' },
  'in-the-future': { en: english['in-the-future'], sv: 'födelsedatumet ligger i framtiden' },
  'not-an-organisation-number': { en: english['not-an-organisation-number'], sv: 'det är inget organisationsnummer' },
  'not-in-the-format': { en: english['not-in-the-format'], sv: 'numret har inte organisationens format' },
  'no-such-case': { en: 'there is no such case', sv: 'det finns inget sådant ärende' },
  'no-such-controller': {
    en: 'there is no such controller here',
    sv: 'det finns ingen sådan personuppgiftsansvarig här',
  },
  'arrival-later-than-now': {
    en: 'the date of arrival cannot be later than now',
    sv: 'dagen då begäran kom in kan inte ligga i framtiden',
  },
  'arrival-before-regulation': {
    en: 'the regulation applies from 2018-05-25',
    sv: 'förordningen gäller från den 25 maj 2018',
  },
  'letters-before-the-at': {
    en: 'we cannot send mail to an address that has letters other than a to z before the @',
    sv: 'vi kan inte skicka till en adress med andra bokstäver än a till z före @',
  },
  'not-base64': { en: 'the text is not a file in base64', sv: 'filen gick inte att läsa' },
  'file-too-large': { en: 'at most 4 MB', sv: 'högst 4 MB' },
  'file-of-another-kind': {
    en: 'the type of the file is not `mediaType`',
    sv: 'filens innehåll är av en annan typ än den som angavs',
  },
};

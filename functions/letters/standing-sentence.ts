import type { Localised } from '#domain/language.ts';

/**
 * A sentence in every answer, also if nothing was left out. So it does not reveal whether data were withheld
 * (dataskyddslagen 5:1; practice 1 in `domain/README.md`).
 */
export const standingSentence: Localised = {
  sv: 'Uppgifter som vi enligt lag inte får lämna ut ingår inte. Vi får inte alltid berätta om sådana finns.',
  en: 'Data that we are not allowed by law to disclose are not included. We may not always say whether there are any.',
};

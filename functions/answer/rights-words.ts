import { authorityOf } from '#domain/organisation/authorities.ts';
import type { Controller } from '#domain/organisation/organisation.ts';
import type { Language, Localised } from '#domain/language.ts';

/** A right of the person. Art. 15(1)(e) requires that the answer names these rights. */
export interface RightWords {
  readonly article: string;
  readonly title: string;
  readonly text: string;
}

const all: readonly { readonly article: string; readonly title: Localised; readonly text: Localised }[] = [
  {
    article: '16',
    title: { sv: 'Rättelse', en: 'Rectification' },
    text: {
      sv: 'Du kan begära att vi rättar uppgifter som är fel och kompletterar uppgifter som är ofullständiga.',
      en: 'You may ask us to correct data that are wrong and to complete data that are incomplete.',
    },
  },
  {
    article: '17',
    title: { sv: 'Radering', en: 'Erasure' },
    text: {
      sv: 'Du kan begära att vi raderar dina uppgifter. Vi får behålla dem som lagen kräver att vi sparar eller som behövs för rättsliga anspråk.',
      en: 'You may ask us to erase your data. We may keep data that the law obliges us to keep, or that are needed for legal claims.',
    },
  },
  {
    article: '18',
    title: { sv: 'Begränsning', en: 'Restriction' },
    text: {
      sv: 'Du kan begära att vi tills vidare bara lagrar uppgifterna, till exempel medan vi kontrollerar om de är riktiga.',
      en: 'You may ask us only to store the data for the time being, for example while we check whether they are right.',
    },
  },
  {
    article: '20',
    title: { sv: 'Dataportabilitet', en: 'Portability' },
    text: {
      sv: 'Uppgifter som du själv har lämnat, och som vi behandlar med stöd av samtycke eller avtal, kan du få ut för att använda någon annanstans.',
      en: 'You may receive data that you gave us, and that we process on the basis of consent or a contract, in order to use them elsewhere.',
    },
  },
  {
    article: '21',
    title: { sv: 'Invändning', en: 'Objection' },
    text: {
      sv: 'Du kan invända mot behandling som vi gör efter en intresseavvägning. Säger du nej till direktmarknadsföring slutar vi alltid.',
      en: 'You may object to processing that we base on a legitimate interest. If you say no to direct marketing, we always stop.',
    },
  },
  {
    article: '7.3',
    title: { sv: 'Återkalla samtycke', en: 'Withdraw consent' },
    text: {
      sv: 'Har du samtyckt till något kan du när som helst ta tillbaka det. Det som gjorts dessförinnan är fortfarande tillåtet.',
      en: 'If you have consented to something, you may withdraw it at any time. What was done before remains lawful.',
    },
  },
];

/** The rights of the person other than access (Art. 15(1)(e)). */
export function rightsWords(language: Language): readonly RightWords[] {
  return all.map(({ article, title, text }) => ({
    article: language === 'sv' ? article : article.replace('7.3', '7(3)'),
    title: title[language],
    text: text[language],
  }));
}

/**
 * How the person can use these rights, complain and go to court (Art. 15(1)(e)-(f), 77, 79). Each text is one
 * paragraph.
 */
export function remedyWords(controller: Controller, language: Language): readonly string[] {
  const authority = authorityOf(controller);
  const website = bareAddress(authority.website);
  switch (language) {
    case 'sv':
      return [
        `Vill du använda någon av dina rättigheter, eller anser du att svaret är fel eller ofullständigt, skriv till ${controller.email}. Som regel kostar det ingenting.`,
        `Du kan klaga hos ${authority.name.sv} (${website}, ${authority.email}), eller hos tillsynsmyndigheten där du bor, arbetar eller där överträdelsen har skett.`,
        'Du kan också väcka talan vid domstol.',
      ];
    case 'en':
      return [
        `If you want to use one of your rights, or think that this answer is wrong or incomplete, write to ${controller.email}. As a rule it is free of charge.`,
        `You may lodge a complaint with ${authority.name.en} (${website}, ${authority.email}), or with the supervisory authority where you live, where you work or where the infringement took place.`,
        'You may also seek a judicial remedy before a court.',
      ];
  }
}

/**
 * A web address without its scheme. The page shows it as plain text, because pages of a package have no links to the
 * web.
 */
export function bareAddress(url: string): string {
  return url.replace(/^https?:\/\//, '').replace(/\/$/, '');
}

import type { APIGatewayProxyEventV2 } from 'aws-lambda';
import { languageFor, languages, type Language } from '#domain/language.ts';

/** The language that the URL names; `undefined` if the URL names none of our languages. */
export function askedLanguage(event: APIGatewayProxyEventV2): Language | undefined {
  const asked = event.queryStringParameters?.['lang'];
  return languages.find((language) => language === asked);
}

/**
 * The language of a page. The language in the URL comes first, then the most preferred language in `Accept-Language`
 * that we write.
 */
export function pageLanguage(event: APIGatewayProxyEventV2): Language {
  return askedLanguage(event) ?? languageFor(preferred(event.headers['accept-language'] ?? ''));
}

function preferred(header: string): string | undefined {
  return header
    .slice(0, 500)
    .split(',')
    .map((part) => {
      const [tag = '', ...parameters] = part.split(';').map((each) => each.trim());
      const weight = parameters.map((each) => /^q=(\d(?:\.\d{1,3})?)$/i.exec(each)?.[1]).find((q) => q !== undefined);
      return { language: tag.split('-')[0]?.toLowerCase(), weight: Number(weight ?? 1) };
    })
    .filter(({ language, weight }) => weight > 0 && languages.some((one) => one === language))
    .sort((a, b) => b.weight - a.weight)[0]?.language;
}

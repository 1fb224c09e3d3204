import { annotationOf, resourceOf, type Field } from '#domain/findings/annotation.ts';
import { languages, type Language, type Localised } from '#domain/language.ts';
import { fieldTitle } from '#domain/presentation/titles.ts';
import type { SystemAnswer } from '../answer.ts';
import { columnsOf, type Survey } from '../records.ts';
import { categoryWords, originWords, wordsFor } from '../answer-words.ts';

/**
 * The text of a JSON Schema (2020-12) that describes the JSON files of a system. The schema has one definition for each
 * resource, and explains each field.
 */
export function schemaFile(system: SystemAnswer, survey: Survey, language: Language): string {
  const definitions = [...survey.perResource].map(([name, found]) => {
    const resource = resourceOf(system.resources, name);
    const fields = columnsOf(resource, found).flatMap((column) => {
      const field = annotationOf(resource, column);
      return field === undefined
        ? []
        : [[column, fieldSchema(field, fieldTitle(resource, column, field), language)] as const];
    });
    const schema = {
      title: resource.title[language],
      'x-titles': resource.title,
      type: 'array',
      items: {
        type: 'object',
        required: ['id', 'fields'],
        properties: {
          id: { type: 'string' },
          partOf: {
            type: 'object',
            required: ['resource', 'id'],
            properties: { resource: { type: 'string' }, id: { type: 'string' } },
          },
          fields: { type: 'object', properties: Object.fromEntries(fields), additionalProperties: false },
          documents: {
            type: 'array',
            items: {
              type: 'object',
              required: ['path', 'title', 'mediaType', 'bytes', 'sha256'],
              properties: {
                path: { type: 'string' },
                title: { type: 'string' },
                mediaType: { type: 'string' },
                bytes: { type: 'integer' },
                sha256: { type: 'string' },
                withoutPages: {
                  type: 'array',
                  items: {
                    type: 'object',
                    required: ['from', 'to'],
                    properties: { from: { type: 'integer' }, to: { type: 'integer' } },
                  },
                },
              },
            },
          },
        },
      },
    };
    return [name, schema] as const;
  });
  const schema = {
    $schema: 'https://json-schema.org/draft/2020-12/schema',
    title: system.title[language],
    'x-titles': system.title,
    description: wordsFor(language).schemaDescription,
    $defs: Object.fromEntries(definitions),
  };
  return `${JSON.stringify(schema, undefined, 2)}\n`;
}

function fieldSchema(field: Field, title: Localised, language: Language) {
  const texts = Object.fromEntries(
    languages.map((each) => [each, { title: title[each], description: describe(field, each) }]),
  );
  return { title: title[language], description: describe(field, language), 'x-texts': texts };
}

function describe(field: Field, language: Language): string {
  const category = `${categoryWords[field.category][language]}.`;
  return field.origin === 'unknown' ? category : `${category} ${originWords[field.origin][language]}.`;
}

import * as z from 'zod';
import { createDocument } from 'zod-openapi';
import { staffPaths } from './staff-paths.ts';
import { subjectPaths } from './subject-paths.ts';

/** Makes the OpenAPI description of the HTTP API from the schemas that the handlers and the console use. */
export function openApi(): ReturnType<typeof createDocument> {
  return createDocument({
    openapi: '3.1.0',
    info: { title: 'Utdrag', version: '1', description: 'Requests of data subjects (GDPR Art. 15 and others).' },
    components: {
      securitySchemes: {
        subject: { type: 'http', scheme: 'bearer', description: 'The access token of the case' },
        staff: {
          type: 'http',
          scheme: 'bearer',
          bearerFormat: 'JWT',
          description: 'A member of staff, by OpenID Connect',
        },
      },
    },
    paths: {
      ...subjectPaths,
      ...staffPaths,
      '/v1/openapi.json': {
        get: {
          summary: 'This description',
          responses: {
            200: { description: 'OpenAPI 3.1', content: { 'application/json': { schema: z.looseObject({}) } } },
          },
        },
      },
    },
  });
}

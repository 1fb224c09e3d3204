import * as z from 'zod';
import type { ZodOpenApiPathsObject } from 'zod-openapi';
import { caseMailsSchema } from './case-mail.ts';
import { evidenceListSchema, evidenceRequestSchema } from './evidence.ts';
import { handEntriesSchema, keptHandEntrySchema, newHandEntrySchema } from './hand-entries.ts';
import { handFileSchema, keptHandFileSchema } from './hand-file.ts';
import { organisationViewSchema } from './organisation.ts';
import { registeredSchema, registrationSchema, scanTypes } from './register.ts';
import { reservedResultSchema } from './reserved-result.ts';
import { revealedSchema, revealSchema } from './reveal.ts';
import { acceptedSchema, staffCommandSchema } from './staff-command.ts';
import { caseViewSchema, queueQuerySchema, queueSchema } from './staff.ts';
import {
  reviewedSchema,
  reviewItemQuerySchema,
  reviewItemSchema,
  reviewPageSchema,
  cutRequestSchema,
  cutSchema,
  documentPageSchema,
  reviewPreviewSchema,
  reviewQuerySchema,
  reviewRequestSchema,
  reviewSearchSchema,
  reviewTouchedRequestSchema,
  touchedSchema,
} from './review.ts';
import { documentIdSchema, itemIdSchema } from '#domain/review/entry.ts';
import { answers, body, idempotencyKey, problems } from './openapi-parts.ts';

const id = z.object({ id: z.string().meta({ description: 'The case number' }) });
const inSystem = id.extend({ system: z.string().meta({ description: 'The id of the system' }) });
const text = { 'text/plain': { schema: z.string() } };
const staff = { security: [{ staff: [] }] };

/** The routes for staff in the OpenAPI description. */
export const staffPaths: ZodOpenApiPathsObject = {
  '/v1/cases': {
    get: {
      summary: 'The work queue by due date, the archive, or one case by its number; page by page',
      ...staff,
      requestParams: { query: queueQuerySchema },
      responses: answers(200, 'A page of cases', queueSchema),
    },
    post: {
      summary: 'Register a request that came by post, by telephone or in person, or that was found elsewhere',
      ...staff,
      requestParams: { header: idempotencyKey },
      requestBody: { required: true, ...body(registrationSchema) },
      responses: answers(201, 'The case is open', registeredSchema),
    },
  },
  '/v1/cases/{id}': {
    get: {
      summary: 'One case',
      ...staff,
      requestParams: { path: id },
      responses: answers(200, 'The case', caseViewSchema),
    },
  },
  '/v1/cases/{id}/systems/{system}/files': {
    post: {
      summary:
        'Store a file that staff found when they searched a system by hand; the command `record-manual-result` then names it',
      ...staff,
      requestParams: {
        path: inSystem,
      },
      requestBody: { required: true, ...body(handFileSchema) },
      responses: answers(201, 'The file is stored', keptHandFileSchema),
    },
  },
  '/v1/cases/{id}/systems/{system}/result': {
    get: {
      summary:
        'What the handlers of a reserved system answered, for them and the data protection officer; it is logged who saw it',
      ...staff,
      requestParams: { path: inSystem },
      responses: answers(200, 'The result', reservedResultSchema),
    },
  },
  '/v1/cases/{id}/systems/{system}/views': {
    get: {
      summary: 'Who saw the result of a reserved system, for its handlers and the data protection officer',
      ...staff,
      requestParams: { path: inSystem },
      responses: {
        200: {
          description: 'JSON Lines: each view as it is stored, in order, and then the hash of the last view',
          content: { 'application/jsonl': { schema: z.string() } },
        },
        ...problems,
      },
    },
  },
  '/v1/cases/{id}/systems/{system}/entries': {
    get: {
      summary: 'What staff have found so far when they searched a system by hand. It is logged who saw it',
      ...staff,
      requestParams: { path: inSystem },
      responses: answers(200, 'The entries', handEntriesSchema),
    },
    post: {
      summary:
        'Store an entry of a search by hand. No answer contains it until `record-manual-result` finishes the search with it (`kept`)',
      ...staff,
      requestParams: { path: inSystem },
      requestBody: { required: true, ...body(newHandEntrySchema) },
      responses: answers(201, 'The entry is stored', keptHandEntrySchema),
    },
  },
  '/v1/cases/{id}/systems/{system}/entries/{entry}/take-back': {
    post: {
      summary: 'Take an entry of a search by hand back, and erase its content',
      ...staff,
      requestParams: { path: inSystem.extend({ entry: z.uuid() }) },
      responses: answers(200, 'The entry is erased', keptHandEntrySchema),
    },
  },
  '/v1/cases/{id}/audit': {
    get: {
      summary: 'The audit log of a case',
      ...staff,
      requestParams: { path: id },
      responses: {
        200: {
          description: 'JSON Lines: each commit as it is stored, in order, and then the hash of the last commit',
          content: { 'application/jsonl': { schema: z.string() } },
        },
        ...problems,
      },
    },
  },
  '/v1/cases/{id}/audit/views': {
    get: {
      summary: 'Which member of staff was shown what of a case, and when',
      ...staff,
      requestParams: { path: id },
      responses: {
        200: {
          description: 'JSON Lines: each view as it is stored, in order, and then the hash of the last view',
          content: { 'application/jsonl': { schema: z.string() } },
        },
        ...problems,
      },
    },
  },
  '/v1/cases/{id}/reveal': {
    post: {
      summary: 'Show an identifier, the contact, the name or the address in full; it is logged who saw it',
      ...staff,
      requestParams: { path: id },
      requestBody: { required: true, ...body(revealSchema) },
      responses: answers(200, 'The value', revealedSchema),
    },
  },
  '/v1/cases/{id}/identifiers': {
    post: {
      summary:
        'Show the records in which learned identifiers were found, compared with what is known of the person; for each identifier it is logged who saw them',
      ...staff,
      requestParams: { path: id },
      requestBody: { required: true, ...body(evidenceRequestSchema) },
      responses: answers(200, 'The identifiers with their evidence', evidenceListSchema),
    },
  },
  '/v1/cases/{id}/commands': {
    post: {
      summary: 'Give a command',
      ...staff,
      requestParams: { path: id },
      requestBody: { required: true, ...body(staffCommandSchema) },
      responses: answers(
        200,
        'The command was carried out. The response has the number of the last commit',
        acceptedSchema,
      ),
    },
  },
  '/v1/cases/{id}/letters/{letter}': {
    get: {
      summary:
        'A letter to print and post, by its code or its name (M6~2, refusal~2); a tilde replaces the slash of its id',
      ...staff,
      requestParams: { path: id.extend({ letter: z.string() }) },
      responses: { 200: { description: 'The letter', content: { 'text/html': { schema: z.string() } } }, ...problems },
    },
  },
  '/v1/cases/{id}/scan': {
    get: {
      summary: 'The scan that was registered with the case',
      ...staff,
      requestParams: { path: id },
      responses: {
        200: {
          description: 'The scan, as a file',
          content: Object.fromEntries(scanTypes.map((type) => [type, { schema: z.string() }])),
        },
        ...problems,
      },
    },
  },
  '/v1/cases/{id}/mails': {
    get: {
      summary: 'The mails of a case, with their text and a list of their parts',
      ...staff,
      requestParams: { path: id },
      responses: answers(200, 'The mails', caseMailsSchema),
    },
  },
  '/v1/cases/{id}/mails/{mail}': {
    get: {
      summary: 'A mail of a case as it arrived, as plain text',
      ...staff,
      requestParams: { path: id.extend({ mail: z.string() }) },
      responses: { 200: { description: 'The raw mail', content: text }, ...problems },
    },
  },
  '/v1/cases/{id}/mails/{mail}/parts/{part}': {
    get: {
      summary: 'A part of a mail, as plain text or as a picture',
      ...staff,
      requestParams: { path: id.extend({ mail: z.string(), part: z.string() }) },
      responses: {
        200: {
          description: 'The part, with headers by which a browser only displays it',
          content: {
            ...text,
            ...Object.fromEntries(
              ['image/png', 'image/jpeg', 'image/gif', 'image/webp'].map((type) => [type, { schema: z.string() }]),
            ),
          },
        },
        ...problems,
      },
    },
  },
  '/v1/cases/{id}/review': {
    get: {
      summary: 'A page of the sheet: the records of the answer as the person would get them. It is logged who saw it',
      ...staff,
      requestParams: { path: id, query: reviewQuerySchema },
      responses: answers(200, 'The page', reviewPageSchema),
    },
    post: {
      summary: 'Decide on records of the answer, or undo decisions',
      ...staff,
      requestParams: { path: id },
      requestBody: { required: true, ...body(reviewRequestSchema) },
      responses: answers(200, 'The decisions were committed', reviewedSchema),
    },
  },
  '/v1/cases/{id}/review/search': {
    post: {
      summary: 'A page of the records that show a text. It is logged who saw it',
      ...staff,
      requestParams: { path: id },
      requestBody: { required: true, ...body(reviewSearchSchema) },
      responses: answers(200, 'The page', reviewPageSchema),
    },
  },
  '/v1/cases/{id}/review/touched': {
    post: {
      summary:
        'What alike decisions (on a value, a field, a kind of record or a system) would change in the answer. Nothing is decided',
      ...staff,
      requestParams: { path: id },
      requestBody: { required: true, ...body(reviewTouchedRequestSchema) },
      responses: answers(200, 'The values that would change', touchedSchema),
    },
  },
  '/v1/cases/{id}/review/items/{item}': {
    get: {
      summary: 'One record of the answer, with more of its long values. It is logged who saw it',
      ...staff,
      requestParams: { path: id.extend({ item: itemIdSchema }), query: reviewItemQuerySchema },
      responses: answers(200, 'The record', reviewItemSchema),
    },
  },
  '/v1/cases/{id}/review/documents/{document}': {
    get: {
      summary:
        'With `page`: a page of a document of a record, as an image or as text. With `piece`: a piece of at most 4,000,000 bytes of the file. It is logged who saw each page and each piece',
      ...staff,
      requestParams: {
        path: id.extend({ document: documentIdSchema }),
        query: z.object({
          page: z.coerce.number().int().positive().optional().meta({ description: 'The page to show, from 1' }),
          as: z.enum(['image', 'text']).optional().meta({ description: 'Only with `page`. Default: `image`' }),
          piece: z.coerce.number().int().positive().optional().meta({
            description: 'Only without `page`: the number of the piece of the file, from 1. Default: 1',
          }),
        }),
      },
      responses: {
        200: {
          description: 'The page, or why it cannot be shown; without `page`: the document',
          content: {
            'application/json': { schema: documentPageSchema },
            'application/octet-stream': { schema: z.string() },
          },
        },
        ...problems,
      },
    },
  },
  '/v1/cases/{id}/review/documents/{document}/cut': {
    post: {
      summary:
        'Makes a copy of a PDF file without some of its pages, unless there is one. A decision `withhold` can then name these pages; until then nothing of the answer changes',
      ...staff,
      requestParams: { path: id.extend({ document: documentIdSchema }) },
      requestBody: { required: true, ...body(cutRequestSchema) },
      responses: answers(200, 'The copy, or why it cannot be made', cutSchema),
    },
  },
  '/v1/cases/{id}/review/preview': {
    get: {
      summary: 'The pages that the person will read, and their hash. The command `release` must name the hash',
      ...staff,
      requestParams: { path: id },
      responses: answers(200, 'The pages', reviewPreviewSchema),
    },
  },
  '/v1/cases/{id}/review/preview/page': {
    get: {
      summary: 'One page that the person will read',
      ...staff,
      requestParams: { path: id, query: z.object({ path: z.string() }) },
      responses: { 200: { description: 'The page', content: { 'text/html': { schema: z.string() } } }, ...problems },
    },
  },
  '/v1/organisation': {
    get: {
      summary: 'The controllers, and where the policy conflicts with the law',
      ...staff,
      responses: answers(200, 'The organisation', organisationViewSchema),
    },
  },
};

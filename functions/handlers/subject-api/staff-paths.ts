import * as z from 'zod';
import type { ZodOpenApiPathsObject } from 'zod-openapi';
import { organisationViewSchema } from '#api/organisation.ts';
import { registeredSchema, registrationSchema, scanTypes } from '#api/register.ts';
import { acceptedSchema, staffCommandSchema } from '#api/staff-command.ts';
import { caseViewSchema, queueSchema } from '#api/staff.ts';
import { answers, body, idempotencyKey, problems } from './openapi-parts.ts';

const id = z.object({ id: z.string().meta({ description: 'The case number' }) });
const staff = { security: [{ staff: [] }] };

/** The part of the interface that staff use. */
export const staffPaths: ZodOpenApiPathsObject = {
  '/v1/cases': {
    get: { summary: 'The work queue by due date', ...staff, responses: answers(200, 'Open cases', queueSchema) },
    post: {
      summary: 'Register a request that came by post, telephone, in person or was found elsewhere',
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
  '/v1/cases/{id}/audit': {
    get: {
      summary: 'The audit log of a case',
      ...staff,
      requestParams: { path: id },
      responses: {
        200: {
          description: 'JSON Lines: each commit as it is stored, the head last',
          content: { 'application/jsonl': { schema: z.string() } },
        },
        ...problems,
      },
    },
  },
  '/v1/cases/{id}/commands': {
    post: {
      summary: 'Give a command',
      ...staff,
      requestParams: { path: id },
      requestBody: { required: true, ...body(staffCommandSchema) },
      responses: answers(200, 'Done: the number of the last commit', acceptedSchema),
    },
  },
  '/v1/cases/{id}/letters/{letter}': {
    get: {
      summary: 'A letter to print and post; the slash of its id is written as a tilde',
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
  '/v1/organisation': {
    get: {
      summary: 'The controllers, and where the policy and the law disagree',
      ...staff,
      responses: answers(200, 'The organisation', organisationViewSchema),
    },
  },
};

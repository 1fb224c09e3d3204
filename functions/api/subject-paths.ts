import * as z from 'zod';
import type { ZodOpenApiPathsObject } from 'zod-openapi';
import { requestSchema } from '#domain/request.ts';
import { answers, body, idempotencyKey } from './openapi-parts.ts';
import { wishedSchema, wishSchema } from './subject-wish.ts';
import {
  addressSchema,
  codeSentSchema,
  contactCodeSchema,
  downloadSchema,
  enteredSchema,
  openedSchema,
  statusSchema,
  verificationSchema,
  verifiedSchema,
} from './subject.ts';

const reference = z.object({ reference: z.string().meta({ description: 'The case number' }) });
const subject = { security: [{ subject: [] }] };

/** The routes for data subjects in the OpenAPI description. */
export const subjectPaths: ZodOpenApiPathsObject = {
  '/v1/requests': {
    post: {
      summary: 'Make a request',
      requestParams: { header: idempotencyKey },
      requestBody: { required: true, ...body(requestSchema) },
      responses: answers(201, 'The case is open', openedSchema),
    },
  },
  '/v1/requests/{reference}': {
    get: {
      summary: 'The status of a case',
      ...subject,
      requestParams: { path: reference },
      responses: answers(200, 'The status', statusSchema),
    },
  },
  '/v1/requests/{reference}/verification': {
    post: {
      summary:
        'Prove identity with the code that was sent. Without a code in the body a new code is sent, by mail or by SMS',
      ...subject,
      requestParams: { path: reference },
      requestBody: body(verificationSchema),
      responses: { ...answers(200, 'Proven', verifiedSchema), ...answers(202, 'A code was sent', codeSentSchema) },
    },
  },
  '/v1/requests/{reference}/download': {
    post: {
      summary:
        'Exchange a code for a download URL that is valid for five minutes. Without a code in the body a new code is sent',
      ...subject,
      requestParams: { path: reference },
      requestBody: body(downloadSchema),
      responses: {
        ...answers(200, 'The download URL', addressSchema),
        ...answers(202, 'A code was sent', codeSentSchema),
      },
    },
  },
  '/v1/requests/{reference}/contact': {
    post: {
      summary: 'Enter the code that was mailed to a new contact address. Without a code in the body a new code is sent',
      ...subject,
      requestParams: { path: reference },
      requestBody: body(contactCodeSchema),
      responses: {
        ...answers(200, 'The code was entered. The change takes effect after some days', enteredSchema),
        ...answers(202, 'A code was sent', codeSentSchema),
      },
    },
  },
  '/v1/requests/{reference}/wishes': {
    post: {
      summary:
        'Answer a question, withdraw, cancel a withdrawal, continue a closed case, change the contact address, object to our keeping the case, or complain',
      ...subject,
      requestParams: { path: reference },
      requestBody: { required: true, ...body(wishSchema) },
      responses: answers(200, 'Done', wishedSchema),
    },
  },
};

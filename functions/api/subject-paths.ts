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

/** The part of the interface that data subjects use. */
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
      summary: 'How the case stands',
      ...subject,
      requestParams: { path: reference },
      responses: answers(200, 'The status', statusSchema),
    },
  },
  '/v1/requests/{reference}/verification': {
    post: {
      summary: 'Prove who asks with the code that was sent; without a code a new one is sent, by mail or by SMS',
      ...subject,
      requestParams: { path: reference },
      requestBody: body(verificationSchema),
      responses: { ...answers(200, 'Proven', verifiedSchema), ...answers(202, 'A code was sent', codeSentSchema) },
    },
  },
  '/v1/requests/{reference}/download': {
    post: {
      summary: 'Exchange a code for an address that lives five minutes; without a code one is sent',
      ...subject,
      requestParams: { path: reference },
      requestBody: body(downloadSchema),
      responses: {
        ...answers(200, 'The address', addressSchema),
        ...answers(202, 'A code was sent', codeSentSchema),
      },
    },
  },
  '/v1/requests/{reference}/contact': {
    post: {
      summary: 'Enter the code that was mailed to a new contact address; without a code one is sent',
      ...subject,
      requestParams: { path: reference },
      requestBody: body(contactCodeSchema),
      responses: {
        ...answers(200, 'Entered: the change waits for its days now', enteredSchema),
        ...answers(202, 'A code was sent', codeSentSchema),
      },
    },
  },
  '/v1/requests/{reference}/wishes': {
    post: {
      summary:
        'Answer a question, withdraw or take that back, go on, change the contact address, object to the record, complain',
      ...subject,
      requestParams: { path: reference },
      requestBody: { required: true, ...body(wishSchema) },
      responses: answers(200, 'Done', wishedSchema),
    },
  },
};

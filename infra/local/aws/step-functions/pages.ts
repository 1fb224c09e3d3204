import * as z from 'zod';
import { jsonError, type JsonReply } from '../json-service.ts';

/** The request fields with which a client asks for one page of a list. */
export const paging = {
  maxResults: z.int().min(0).max(1000).optional(),
  nextToken: z.string().min(1).max(1024).optional(),
};

export interface RequestedPage {
  readonly limit: number;
  /** Where the page starts: the number in the token of the request; `undefined` for the first page. */
  readonly from: number | undefined;
  readonly tokenFor: (next: number | undefined) => string | undefined;
}

const usualLimit = 100;

/** Reads the fields of `paging`; returns an error response for an unknown token. */
export function pageOf(input: {
  readonly maxResults?: number | undefined;
  readonly nextToken?: string | undefined;
}): RequestedPage | JsonReply {
  const limit = input.maxResults === undefined || input.maxResults === 0 ? usualLimit : input.maxResults;
  const tokenFor = (next: number | undefined): string | undefined =>
    next === undefined ? undefined : Buffer.from(`page ${next}`).toString('base64');
  if (input.nextToken === undefined) return { limit, from: undefined, tokenFor };
  const match = /^page (\d{1,15})$/.exec(Buffer.from(input.nextToken, 'base64').toString());
  return match === null
    ? jsonError('InvalidToken', `Invalid Token: 'Invalid token'`)
    : { limit, from: Number(match[1]), tokenFor };
}

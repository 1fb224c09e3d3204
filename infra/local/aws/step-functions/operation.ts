import * as z from 'zod';
import { machineNameOf } from './arns.ts';
import { invalidInput, refuse, type Reply } from './reply.ts';

/** One action of the API, from parsed JSON to its reply. */
export interface Operation {
  /** The state machine that the input is about, or `*`: what a policy would name. */
  readonly resource: (input: unknown) => string;
  readonly run: (input: unknown) => Reply | Promise<Reply>;
}

/** An operation whose input has to have the given shape; without `resource` an ARN in the input tells the state machine. */
export function defineOperation<T>(
  shape: z.ZodType<T>,
  run: (input: T) => Reply | Promise<Reply>,
  resource: (input: T) => string = () => '*',
): Operation {
  return {
    resource: (input) => {
      const parsed = shape.safeParse(input);
      const named = parsed.success ? resource(parsed.data) : '*';
      if (named !== '*') return named;
      const arns = arnsIn.safeParse(input);
      return machineNameOf((arns.success ? (arns.data.stateMachineArn ?? arns.data.executionArn) : undefined) ?? '');
    },
    run: (input) => {
      const parsed = shape.safeParse(input);
      return parsed.success ? run(parsed.data) : invalidInput(parsed.error);
    },
  };
}

const arnsIn = z.object({ stateMachineArn: z.string().optional(), executionArn: z.string().optional() });

/** The paging fields of a list. */
export const paging = {
  maxResults: z.int().min(0).max(1000).optional(),
  nextToken: z.string().min(1).max(1024).optional(),
};

export interface RequestedPage {
  readonly limit: number;
  /** Absent on the first page. */
  readonly from: number | undefined;
  readonly tokenFor: (next: number | undefined) => string | undefined;
}

const usualLimit = 100;

/** Reads the paging fields; a token that was not given out is refused. */
export function pageOf(input: {
  readonly maxResults?: number | undefined;
  readonly nextToken?: string | undefined;
}): RequestedPage | Reply {
  const limit = input.maxResults === undefined || input.maxResults === 0 ? usualLimit : input.maxResults;
  const tokenFor = (next: number | undefined): string | undefined =>
    next === undefined ? undefined : Buffer.from(`page ${next}`).toString('base64');
  if (input.nextToken === undefined) return { limit, from: undefined, tokenFor };
  const match = /^page (\d{1,15})$/.exec(Buffer.from(input.nextToken, 'base64').toString());
  return match === null
    ? refuse('InvalidToken', `Invalid Token: 'Invalid token'`)
    : { limit, from: Number(match[1]), tokenFor };
}

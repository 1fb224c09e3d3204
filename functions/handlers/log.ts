import { Logger } from '@aws-lambda-powertools/logger';

/** The only logger. Logs contain ids, codes and counts: never an event, a body, an address or a name. */
export const logger = new Logger({ serviceName: 'utdrag' });

/**
 * What may be logged of an error: its name, its code, and the place where it was thrown. The message of a library error
 * may contain personal values, so no message is logged.
 */
export function errorForLog(error: unknown): { readonly error: string; readonly code?: string; readonly at?: string } {
  if (!(error instanceof Error)) return { error: typeof error };
  const at = error.stack
    ?.split('\n')
    .find((line) => line.trim().startsWith('at '))
    ?.trim();
  const code = 'code' in error && typeof error.code === 'string' ? error.code : undefined;
  return { error: error.name, ...(code === undefined ? {} : { code }), ...(at === undefined ? {} : { at }) };
}

import { Logger } from '@aws-lambda-powertools/logger';

/** The only logger. Logs contain ids, codes and counts: never an event, a body, an address or a name. */
export const logger = new Logger({ serviceName: 'utdrag' });

/** An error in the form in which it may be logged: its kind and place. Messages of libraries may contain values. */
export function errorForLog(error: unknown): { readonly error: string; readonly code?: string; readonly at?: string } {
  if (!(error instanceof Error)) return { error: typeof error };
  const at = error.stack
    ?.split('\n')
    .find((line) => line.trim().startsWith('at '))
    ?.trim();
  const code = 'code' in error && typeof error.code === 'string' ? error.code : undefined;
  return { error: error.name, ...(code === undefined ? {} : { code }), ...(at === undefined ? {} : { at }) };
}

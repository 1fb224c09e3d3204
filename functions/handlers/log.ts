import { Logger } from '@aws-lambda-powertools/logger';

/** The only logger. A log line has ids, codes and counts, and never an event, a body, an address or a name. */
export const logger = new Logger({ serviceName: 'utdrag' });

/**
 * The parts of an error that may be logged: its name, its code, and where it was thrown. The message is left out,
 * because an error of a library can contain personal data.
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

/**
 * The `Retry-After` header, which says in how many seconds to try again (RFC 9110, 10.2.3). Both parameters are ISO
 * 8601.
 */
export function retryAfter(from: string, now: string): Readonly<Record<'retry-after', string>> {
  const seconds = Math.ceil((Date.parse(from) - Date.parse(now)) / 1000);
  return { 'retry-after': String(Math.max(1, seconds)) };
}

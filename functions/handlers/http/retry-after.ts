/** Makes the header `Retry-After`: the seconds from `now` until `from`, both ISO 8601 (RFC 9110, 10.2.3). */
export function retryAfter(from: string, now: string): Readonly<Record<'retry-after', string>> {
  const seconds = Math.ceil((Date.parse(from) - Date.parse(now)) / 1000);
  return { 'retry-after': String(Math.max(1, seconds)) };
}

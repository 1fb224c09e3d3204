const longestWait = 60_000;

/**
 * How long a throttling response asks the client to wait, in milliseconds. `undefined`: the response throttles and
 * names no time. `not-throttled`: it does not throttle. Vendors use six forms: `Retry-After`, `X-RateLimit-Reset`,
 * `x-sib-ratelimit-reset`, seconds in the text, no time at all, and 403 or 400 in place of 429.
 */
export function waitAsked(status: number, headers: Headers, body: string): number | undefined | 'not-throttled' {
  const disguised =
    (status === 403 && (body === '' || /REQUEST_LIMIT_EXCEEDED|too many|rate limit/i.test(body))) ||
    (status === 400 && /RATE_?LIMIT|Polling_Limit_Exceeded/i.test(body));
  if (status !== 429 && !disguised) return 'not-throttled';
  const seconds =
    number(headers.get('retry-after')) ??
    number(headers.get('x-sib-ratelimit-reset')) ??
    resetIn(number(headers.get('x-ratelimit-reset'))) ??
    number(/(?:in|wait)\s+(\d+)\s+seconds?/i.exec(body)?.[1] ?? null);
  return seconds === undefined ? undefined : Math.min(seconds * 1000, longestWait);
}

function number(text: string | null): number | undefined {
  const value = text === null || text === '' ? Number.NaN : Number(text);
  return Number.isFinite(value) && value >= 0 ? value : undefined;
}

/**
 * A large value is a time in epoch seconds. It can be converted to a wait only if our clock agrees with the vendor's,
 * so the back-off applies instead.
 */
function resetIn(value: number | undefined): number | undefined {
  return value !== undefined && value < 86_400 ? value : undefined;
}

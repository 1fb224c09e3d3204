const longestWait = 60_000;

/**
 * How many milliseconds a response asks the client to wait, at most a minute. `undefined` if the response throttles the
 * client and gives no time; `not-throttled` if the response means something else.
 *
 * Vendors use `Retry-After`, `X-RateLimit-Reset`, `x-sib-ratelimit-reset`, or seconds in the text of the body. Some
 * vendors give no time, and some use status 403 or 400 in place of 429.
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
 * `X-RateLimit-Reset` may be seconds from now or a Unix time. A Unix time is ignored, because the vendor's clock may
 * differ from ours. The client then uses its own waits.
 */
function resetIn(value: number | undefined): number | undefined {
  return value !== undefined && value < 86_400 ? value : undefined;
}

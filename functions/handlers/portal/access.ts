import type { APIGatewayProxyEventV2 } from 'aws-lambda';
import { wishSchema, type WishType } from '#api/subject-wish.ts';

const cookieName = 'case';

/** Makes the cookie that holds the key of one case, until the browser is closed. Scripts cannot read the cookie. */
export function caseCookie(reference: string, accessToken: string, portal: string): string {
  const secure = portal.startsWith('https:') ? '; Secure' : '';
  return `${cookieName}=${accessToken}; Path=/cases/${reference}; HttpOnly; SameSite=Lax${secure}`;
}

/** The key in the cookie for this path; empty if the browser sends none. */
export function tokenOf(event: APIGatewayProxyEventV2): string {
  const own = event.cookies?.find((cookie) => cookie.startsWith(`${cookieName}=`));
  return asToken(own?.slice(cookieName.length + 1));
}

const signedInName = 'signed-in';

/**
 * Makes the cookie that proves, for `minutes` minutes, that somebody has signed in as the person of the case with this
 * browser.
 */
export function signedInCookie(reference: string, value: string, minutes: number, portal: string): string {
  const secure = portal.startsWith('https:') ? '; Secure' : '';
  return `${signedInName}=${value}; Path=/cases/${reference}; Max-Age=${minutes * 60}; HttpOnly; SameSite=Lax${secure}`;
}

/** The value of the `signed-in` cookie; empty if the browser sends none. */
export function signedInOf(event: APIGatewayProxyEventV2): string {
  const own = event.cookies?.find((cookie) => cookie.startsWith(`${signedInName}=`));
  return asToken(own?.slice(signedInName.length + 1));
}

const doneName = 'done';

/**
 * Makes the cookie that tells the next page of the case which wish was just carried out. The cookie is valid for one
 * minute.
 */
export function doneCookie(reference: string, done: WishType, portal: string): string {
  return setDone(reference, done, 60, portal);
}

/** Deletes the `done` cookie, so that the message is shown only once. */
export function doneIsTold(reference: string, portal: string): string {
  return setDone(reference, '', 0, portal);
}

function setDone(reference: string, value: string, seconds: number, portal: string): string {
  const secure = portal.startsWith('https:') ? '; Secure' : '';
  return `${doneName}=${value}; Path=/cases/${reference}; Max-Age=${seconds}; HttpOnly; SameSite=Lax${secure}`;
}

/**
 * The wish that was just carried out, read from the `done` cookie. The wish is not in the URL, because then another
 * site could link to the page with a false message.
 */
export function doneOf(event: APIGatewayProxyEventV2): WishType | undefined {
  const own = event.cookies?.find((cookie) => cookie.startsWith(`${doneName}=`))?.slice(doneName.length + 1);
  return wishSchema.options.map((option) => option.shape.type.value).find((type) => type === own);
}

/** Returns the text if it has the form of a key; otherwise an empty text. */
export function asToken(text: string | undefined): string {
  return text !== undefined && /^[\w-]{20,100}$/.test(text) ? text : '';
}

/** The reference (case number) in the path; `undefined` if it does not have the form of a reference. */
export function referenceOf(event: APIGatewayProxyEventV2): string | undefined {
  const reference = event.pathParameters?.['reference'] ?? '';
  return /^[0-9a-z]{4}(?:-[0-9a-z]{4}){3}$/.test(reference) ? reference : undefined;
}

/**
 * Whether a page of another site made the browser send this form. Current browsers report it in `Sec-Fetch-Site`, older
 * browsers in `Origin`. A client without these headers is not a browser, so no page of another site can make it send a
 * form.
 */
export function isFromElsewhere(event: APIGatewayProxyEventV2, portal: string): boolean {
  const site = event.headers['sec-fetch-site'];
  // The value `none` means that no page caused the request: the person typed the URL or reloaded the page.
  if (site !== undefined) return site !== 'same-origin' && site !== 'none';
  const { origin } = event.headers;
  return origin !== undefined && origin !== new URL(portal).origin;
}

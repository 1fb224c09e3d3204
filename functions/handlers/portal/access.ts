import type { APIGatewayProxyEventV2 } from 'aws-lambda';
import { wishSchema, type WishType } from '#api/subject-wish.ts';

const cookieName = 'case';

/** The cookie that lets a browser view one case until the browser is closed. Scripts cannot read the cookie. */
export function caseCookie(reference: string, accessToken: string, portal: string): string {
  const secure = portal.startsWith('https:') ? '; Secure' : '';
  return `${cookieName}=${accessToken}; Path=/cases/${reference}; HttpOnly; SameSite=Lax${secure}`;
}

/** The access token in the browser's cookie for this path; empty if there is no cookie. */
export function tokenOf(event: APIGatewayProxyEventV2): string {
  const own = event.cookies?.find((cookie) => cookie.startsWith(`${cookieName}=`));
  return asToken(own?.slice(cookieName.length + 1));
}

const signedInName = 'signed-in';

/** The cookie that proves for some minutes that this browser has just signed in as the person of the case. */
export function signedInCookie(reference: string, value: string, minutes: number, portal: string): string {
  const secure = portal.startsWith('https:') ? '; Secure' : '';
  return `${signedInName}=${value}; Path=/cases/${reference}; Max-Age=${minutes * 60}; HttpOnly; SameSite=Lax${secure}`;
}

/** The value of the `signed-in` cookie; empty if there is no cookie. */
export function signedInOf(event: APIGatewayProxyEventV2): string {
  const own = event.cookies?.find((cookie) => cookie.startsWith(`${signedInName}=`));
  return asToken(own?.slice(signedInName.length + 1));
}

const doneName = 'done';

/** The cookie by which the next page of the case says, once and within a minute, what the person has just done. */
export function doneCookie(reference: string, done: WishType, portal: string): string {
  return setDone(reference, done, 60, portal);
}

/** Deletes the `done` cookie, so that a reloaded page does not say the same again. */
export function doneIsTold(reference: string, portal: string): string {
  return setDone(reference, '', 0, portal);
}

function setDone(reference: string, value: string, seconds: number, portal: string): string {
  const secure = portal.startsWith('https:') ? '; Secure' : '';
  return `${doneName}=${value}; Path=/cases/${reference}; Max-Age=${seconds}; HttpOnly; SameSite=Lax${secure}`;
}

/** What the person has just done, read from the `done` cookie. A link to the page cannot set the cookie. */
export function doneOf(event: APIGatewayProxyEventV2): WishType | undefined {
  const own = event.cookies?.find((cookie) => cookie.startsWith(`${doneName}=`))?.slice(doneName.length + 1);
  return wishSchema.options.map((option) => option.shape.type.value).find((type) => type === own);
}

/** The text if it has the form of a token, else an empty text. */
export function asToken(text: string | undefined): string {
  return text !== undefined && /^[\w-]{20,100}$/.test(text) ? text : '';
}

/** The reference in the path, if it has the form of a reference. */
export function referenceOf(event: APIGatewayProxyEventV2): string | undefined {
  const reference = event.pathParameters?.['reference'] ?? '';
  return /^[0-9a-z]{4}(?:-[0-9a-z]{4}){3}$/.test(reference) ? reference : undefined;
}

/**
 * Whether a page of another site made the browser send this form. Current browsers say so in `Sec-Fetch-Site`, older
 * browsers in `Origin`. A client without these two headers is no browser, and has no cookie that another page could
 * abuse.
 */
export function isFromElsewhere(event: APIGatewayProxyEventV2, portal: string): boolean {
  const site = event.headers['sec-fetch-site'];
  // `none`: no page caused the request; the person caused it, for example by reloading the page.
  if (site !== undefined) return site !== 'same-origin' && site !== 'none';
  const { origin } = event.headers;
  return origin !== undefined && origin !== new URL(portal).origin;
}

import { html } from 'hono/html';
import { layout } from './layout.ts';
import { mailLink } from './mail-link.ts';
import { wordsIn } from './translations.ts';
import type { PageFrame } from './view.ts';

/**
 * The page that says when the next request can be made (`when`, in words), and to which address a request can be mailed
 * instead.
 */
export async function tooManyPage(
  frame: PageFrame,
  { when, email }: { readonly when: string; readonly email: string },
): Promise<string> {
  const { tooMany: words, request } = wordsIn[frame.language];
  return await layout(frame, {
    title: words.title,
    description: request.description,
    body: html`<h1>${words.title}</h1>
      <p class="lead">${words.text(when)}</p>
      <p>${words.instead} ${mailLink(email)}</p>`,
  });
}

/**
 * The page that says that a request was not stored, because too many requests for its address were stored today. It
 * also says how to go on with the earlier requests, and to which address a request can be mailed.
 */
export async function enoughKeptPage(frame: PageFrame, { email }: { readonly email: string }): Promise<string> {
  const { enoughKept: words, request } = wordsIn[frame.language];
  return await layout(frame, {
    title: words.title,
    description: request.description,
    body: html`<h1>${words.title}</h1>
      <p class="lead">${words.text}</p>
      <p>${words.instead} ${mailLink(email)}</p>`,
  });
}

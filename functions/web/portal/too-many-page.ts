import { html } from 'hono/html';
import { layout } from './layout.ts';
import { mailLink } from './mail-link.ts';
import { wordsIn } from './translations.ts';
import type { PageFrame } from './view.ts';

/**
 * The page after too many requests from one network. The page says when the next request is possible (`when`, in
 * words), and to which address the person can mail a request.
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
 * The page after too many requests for one contact address on the same day. It says that this request was not stored,
 * how to continue with the earlier requests, and to which address the person can mail a request.
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

import { html } from 'hono/html';
import type { Right } from '#domain/rights.ts';
import { inLanguage, layout } from './layout.ts';
import { mailLink } from './mail-link.ts';
import { dateInWords, wordsIn } from './translations.ts';
import type { PageFrame } from './view.ts';

/** What `attachedEndedPage` shows. `received` is a local date, `YYYY-MM-DD`. */
export interface AttachedEndedView {
  readonly reference: string;
  readonly controller: string;
  readonly email: string;
  readonly rights: readonly Right[];
  readonly received: string;
}

/**
 * The page of an attached request (a request that the answer to an earlier case also answers), after that case has
 * ended. The page says that the request has ended, and links to the request form. Strangers may open the page, so it
 * discloses nothing about the case.
 */
export async function attachedEndedPage(frame: PageFrame, view: AttachedEndedView): Promise<string> {
  const { language } = frame;
  const words = wordsIn[language];
  const { attachedEnded, case: facts } = words;
  const asked = new Intl.ListFormat(language).format(view.rights.map((right) => words.rights[right].name));
  return await layout(frame, {
    title: facts.title,
    description: facts.description,
    body: html`<h1>${facts.title}</h1>
      <section class="status" aria-labelledby="status">
        <h2 id="status">${facts.status.closed.name}</h2>
        <p>${attachedEnded.text}</p>
        <p><a href="${inLanguage('/', language)}">${attachedEnded.again}</a></p>
        <p>${attachedEnded.questions} ${mailLink(view.email)}</p>
      </section>
      <section class="card">
        <dl class="facts">
          <div><dt>${facts.received}</dt><dd>${dateInWords(view.received, language)}</dd></div>
          <div><dt>${facts.asked}</dt><dd>${view.controller}</dd></div>
          <div><dt>${facts.concerns}</dt><dd>${asked}</dd></div>
          <div><dt>${facts.reference}</dt><dd class="mono">${view.reference}</dd></div>
        </dl>
      </section>`,
  });
}

import { html } from 'hono/html';
import type { Right } from '#domain/rights.ts';
import { layout } from './layout.ts';
import { mailLink } from './mail-link.ts';
import { dateInWords, wordsIn } from './translations.ts';
import type { PageFrame } from './view.ts';

/** A request that is attached to an earlier one. Dates are local, `YYYY-MM-DD`. */
export interface AttachedView {
  readonly reference: string;
  readonly controller: string;
  readonly email: string;
  readonly rights: readonly Right[];
  readonly received: string;
  readonly due: string;
}

/** The page of such a request: it was received. It shows nothing of the earlier one, and takes no code. */
export async function attachedPage(frame: PageFrame, view: AttachedView): Promise<string> {
  const { language } = frame;
  const words = wordsIn[language];
  const { attached, case: facts } = words;
  const asked = new Intl.ListFormat(language).format(view.rights.map((right) => words.rights[right].name));
  return await layout(frame, {
    title: facts.title,
    description: facts.description,
    body: html`<h1>${attached.title}</h1>
      ${attached.paragraphs.map((paragraph) => html`<p>${paragraph}</p>`)}
      <p>${attached.noMail} ${mailLink(view.email)}</p>
      <section class="card">
        <dl class="facts">
          <div><dt>${facts.due}</dt><dd>${dateInWords(view.due, language)}</dd></div>
          <div><dt>${facts.received}</dt><dd>${dateInWords(view.received, language)}</dd></div>
          <div><dt>${facts.asked}</dt><dd>${view.controller}</dd></div>
          <div><dt>${facts.concerns}</dt><dd>${asked}</dd></div>
          <div><dt>${facts.reference}</dt><dd class="mono">${view.reference}</dd></div>
        </dl>
      </section>`,
  });
}

import { html } from 'hono/html';
import type { WishType } from '#api/subject-wish.ts';
import type { Language } from '#domain/language.ts';
import { codeWays, nothingMore, otherMethods, strongerProof, takesCode } from './identity-section.ts';
import { inLanguage, layout, type Markup } from './layout.ts';
import { problemSummary } from './problems.ts';
import { dateInWords, wordsIn } from './translations.ts';
import type { CaseStatus, CaseView, CodeTrouble, PageFrame, WishTrouble } from './view.ts';
import { anotherCode, carrierOf, codeField, codeTroubleInWords, whereTheCodeIs } from './code-form.ts';
import { confirmContact, contactCodeField, takesContactCode } from './confirm-section.ts';
import { goOn, otherWishes, questions, wishField } from './wishes-section.ts';

const reloadSeconds = 10;

export interface CasePageOptions {
  /** Why the visitor could not enter or request a code for the proof of identity or for a download. */
  readonly trouble?: CodeTrouble;
  /** Why the visitor could not enter or request the code that confirms a contact address. */
  readonly confirm?: CodeTrouble;
  /** Set after the visitor sent a wish that was not carried out. */
  readonly wish?: WishTrouble;
  /** Set after the visitor sent a wish that was carried out. */
  readonly done?: WishType;
  readonly follow: boolean;
}

/** Makes the page of a case as HTML. */
export async function casePage(frame: PageFrame, view: CaseView, options: CasePageOptions): Promise<string> {
  const { language } = frame;
  const words = wordsIn[language].case;
  const { trouble, confirm, wish, done } = options;
  const section = { view, language, trouble: wish };
  const reloads = options.follow && view.machineWorks;
  const entry = codeEntry(view);
  return await layout(frame, {
    title: words.title,
    description: words.description,
    hasErrors: trouble !== undefined || confirm !== undefined || wish !== undefined,
    ...(reloads ? { reloadAfter: reloadSeconds } : {}),
    body: html`
      ${
        trouble !== undefined &&
        problemSummary(language, [
          { text: codeTroubleInWords(trouble, language), ...(entry === undefined ? {} : { field: 'code' }) },
        ])
      }
      ${
        confirm !== undefined &&
        problemSummary(language, [
          {
            text: codeTroubleInWords(confirm, language),
            ...(takesContactCode(view) ? { field: contactCodeField } : {}),
          },
        ])
      }
      ${wish !== undefined && problemSummary(language, [wishProblem(wish, language)])}
      <h1>${words.title}</h1>
      ${done !== undefined && html`<p class="note" role="status">${words.wishes.done[done]}</p>`}
      <div class="columns">
        <div class="stack">
          <section class="status" aria-labelledby="status">
            <h2 id="status">${words.status[view.status].name}</h2>
            <p>${words.status[view.status].text}</p>
            ${nothingMore(view, language)}
            ${view.machineWorks && following(frame, reloads)}
          </section>
          ${view.parts.length > 0 && parts(view, language)} ${goOn(section)} ${questions(section)}
          ${takesCode(view) && identity(frame, view, trouble)}
          ${strongerProof(view, language)} ${confirmContact(view, language, confirm)}
          ${view.answers.length > 0 && answers(frame, view, trouble)}
          ${view.pending.length > 0 && pending(view, language)} ${otherWishes(section)}
        </div>
        <aside class="stack">${progress(view.status, language)} ${facts(view, language)}</aside>
      </div>
    `,
  });
}

/**
 * What the field for a code on the page is for: to prove identity or to download an answer. `undefined` if the page has
 * no such field. (`confirm-section.ts` makes the field for a contact address.)
 */
function codeEntry(view: CaseView): 'identity' | 'download' | undefined {
  if (takesCode(view)) return takesLatest(view) ? 'identity' : undefined;
  if (view.mustConfirm) return undefined;
  return view.answers.length > 0 && view.download.latest.kind === 'open' ? 'download' : undefined;
}

/** Whether the visitor can still prove their identity with the latest code. */
function takesLatest(view: CaseView): boolean {
  const { latest } = view.identity;
  const { mail, number } = codeWays(view);
  switch (latest.kind) {
    case 'none':
      return false;
    case 'in-mail':
      return mail;
    case 'open':
      return carrierOf(view.identity) === 'sms' ? number !== undefined : mail;
    case 'over':
      return false;
  }
}

// The link that turns the automatic reload on or off. It is off at first, because a reload interrupts people while they
// read (WCAG 2.2.1).
function following(frame: PageFrame, reloads: boolean): Markup {
  const words = wordsIn[frame.language].case;
  const here = inLanguage(frame.path, frame.language);
  return html`<p>${words.closePage}</p>
    <p>
      ${
        reloads
          ? html`<a href="${here}">${words.followOff}</a>`
          : html`<a href="${here}">${words.reload}</a> <a href="${here}&amp;follow=on">${words.followOn}</a>`
      }
    </p>`;
}

function wishProblem(wish: WishTrouble, language: Language): { readonly text: string; readonly field?: string } {
  const field = wishField(wish);
  return { text: wordsIn[language].case.wishes.errors[wish.problem], ...(field === undefined ? {} : { field }) };
}

function identity(frame: PageFrame, view: CaseView, trouble: CodeTrouble | undefined): Markup {
  const words = wordsIn[frame.language].case;
  const action = inLanguage(`/cases/${view.reference}/verification`, frame.language);
  const enters = codeEntry(view) === 'identity';
  const ways = codeWays(view);
  const carrier = enters || ways.mail ? carrierOf(view.identity) : 'sms';
  return html`<section class="card act" id="enter" aria-labelledby="identity">
    <h2 id="identity">${words.identity.title}</h2>
    <p>${words.identity.text[carrier]}</p>
    ${(enters || ways.mail) && whereTheCodeIs(view.identity, view.timeZone, frame.language)}
    ${
      enters &&
      html`<form method="post" action="${action}" novalidate>
        ${codeField('code', frame.language, carrier, trouble)}
        <button type="submit">${words.identity.submit}</button>
      </form>`
    }
    ${anotherCode(frame.language, action, view.identity, view.timeZone, enters ? 'way-out' : 'main', ways)}
    ${otherMethods(view, frame.language)}
  </section>`;
}

function answers(frame: PageFrame, view: CaseView, trouble: CodeTrouble | undefined): Markup {
  const { language } = frame;
  const words = wordsIn[language].case;
  const action = inLanguage(`/cases/${view.reference}/download`, language);
  const open = codeEntry(view) === 'download';
  const list = html`<ul class="answers">
    ${view.answers.map(
      ({ round, delivered, until }) =>
        html`<li>
          <span>
            <b>${words.answer(round)}</b>
            ${words.availableUntil(dateInWords(delivered, language), dateInWords(until, language))}
          </span>
          ${open && html`<button type="submit" name="round" value="${round}">${words.download(round)}</button>`}
        </li>`,
    )}
  </ul>`;
  return html`<section class="card act" id="enter" aria-labelledby="fetch">
    <h2 id="fetch">${words.answers.title}</h2>
    <p>${view.mustConfirm ? words.answers.confirmFirst : words.answers.text(view.download.number)}</p>
    ${
      open
        ? html`${whereTheCodeIs(view.download, view.timeZone, language)}
            <form method="post" action="${action}" novalidate>${codeField('code', language, carrierOf(view.download), trouble)} ${list}</form>`
        : list
    }
    <p class="small">${words.addressLives}</p>
    ${!view.mustConfirm && anotherCode(language, action, view.download, view.timeZone, open ? 'way-out' : 'main')}
  </section>`;
}

function pending(view: CaseView, language: Language): Markup {
  const words = wordsIn[language].case;
  return html`<section class="card" aria-labelledby="pending">
    <h2 id="pending">${words.pendingTitle}</h2>
    <p>${words.pendingText}</p>
    <ul>
      ${view.pending.map((title) => html`<li>${title}</li>`)}
    </ul>
  </section>`;
}

/** How many steps of the progress list are done. `undefined` for a refused or closed case, which has no such list. */
function stepsBehind(status: CaseStatus): number | undefined {
  switch (status) {
    case 'received':
      return 0;
    case 'verify':
      return 1;
    case 'searching':
      return 2;
    case 'review':
      return 3;
    case 'preparing':
      return 4;
    case 'ready':
      return 5;
    case 'refused':
    case 'closed':
      return undefined;
  }
}

function progress(status: CaseStatus, language: Language): Markup | false {
  const words = wordsIn[language].case;
  const behind = stepsBehind(status);
  if (behind === undefined) return false;
  return html`<section class="card" aria-labelledby="progress">
    <h2 id="progress">${words.progress}</h2>
    <ol class="steps">
      ${words.steps.map((step, index) => {
        if (index < behind) return html`<li class="done">${step} <small>${words.done}</small></li>`;
        return index === behind
          ? html`<li class="now" aria-current="step">${step} <small>${words.now}</small></li>`
          : html`<li class="later">${step}</li>`;
      })}
    </ol>
  </section>`;
}

function facts(view: CaseView, language: Language): Markup {
  const all = wordsIn[language];
  const words = all.case;
  return html`<section class="card">
    <dl class="facts">
      <div>
        <dt>${words.due}</dt>
        <dd>
          ${dateInWords(view.due, language)}
          ${view.daysLeft !== undefined && html`<span>${words.daysLeft(view.daysLeft)}</span>`}
          ${view.extended && html`<span>${words.extended}</span>`}
        </dd>
      </div>
      <div>
        <dt>${words.received}</dt>
        <dd>${dateInWords(view.received, language)}</dd>
      </div>
      <div>
        <dt>${words.asked}</dt>
        <dd>${view.controller}</dd>
      </div>
      <div>
        <dt>${words.concerns}</dt>
        <dd>${concerns(view, language)}</dd>
      </div>
      <div>
        <dt>${words.reference}</dt>
        <dd class="mono">${view.reference}</dd>
      </div>
      ${
        view.partOf !== undefined &&
        html`<div>
          <dt>${words.parts.partOf}</dt>
          <dd class="mono">${view.partOf}</dd>
        </div>`
      }
    </dl>
  </section>`;
}

/** The cases that were split off from the request. Each has its dates and a link to its page. */
function parts(view: CaseView, language: Language): Markup {
  const all = wordsIn[language];
  const words = all.case;
  return html`<section class="card" aria-labelledby="parts">
    <h2 id="parts">${words.parts.title}</h2>
    <p>${words.parts.text}</p>
    <ul>
      ${view.parts.map(
        (part) =>
          html`<li>
            <a href="${`${inLanguage(`/cases/${part.reference}`, language)}&key=${part.accessToken}`}"
              >${concerns(part, language)}</a
            >: ${words.status[part.status].name}.
            ${words.parts.dates(dateInWords(part.received, language), dateInWords(part.due, language))}
            <span class="mono">${part.reference}</span>
          </li>`,
      )}
    </ul>
  </section>`;
}

function concerns({ matter, rights }: Pick<CaseView, 'matter' | 'rights'>, language: Language): string {
  const all = wordsIn[language];
  switch (matter) {
    case 'request':
      return new Intl.ListFormat(language).format(rights.map((right) => all.rights[right].name));
    case 'complaint':
    case 'claim':
      return all.case.matters[matter];
  }
}

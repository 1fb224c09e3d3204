import { html, raw } from 'hono/html';
import { rights } from '#domain/rights.ts';
import { inLanguage, layout, type Markup } from './layout.ts';
import { mailLink } from './mail-link.ts';
import { problemSummary } from './problems.ts';
import { wordsIn } from './translations.ts';
import type { ControllerChoice, FieldName, PageFrame, RequestView, TextFieldName } from './view.ts';
import type { PortalWords } from './portal-words.ts';

/** The maximum length of the message, in characters; the same as in the schema of the request. */
export const longestMessage = 4_000;

/**
 * The page with the request form. After a failed attempt, it shows the values that the person sent and marks the fields
 * to correct.
 */
export async function requestPage(frame: PageFrame, view: RequestView): Promise<string> {
  const all = wordsIn[frame.language];
  const words = all.request;
  const { form, wrong, controllers } = view;
  const problems = [
    ...(view.sentBefore ? [{ text: words.sentBefore }] : []),
    ...wrong.map((field) => ({ text: words.errors[field], field: firstInput(field, view) })),
  ];
  return await layout(frame, {
    title: words.title,
    description: words.description,
    hasErrors: problems.length > 0,
    body: html`
      ${problems.length > 0 && problemSummary(frame.language, problems)}
      <h1>${words.title}</h1>
      <p class="lead">${words.lead(frame.organisation)}</p>
      <ul class="promises">
        ${words.promises.map(({ title, text }) => html`<li><strong>${title}</strong> <span>${text}</span></li>`)}
      </ul>
      <div class="columns">
        <div class="card">
          <form method="post" action="${inLanguage('/', frame.language)}" novalidate>
            <input type="hidden" name="key" value="${form.key}" />
            ${whoIsAsked(view, words)}
            <fieldset class="${marked('rights', view)}" aria-describedby="rights-hint${errorId('rights', view)}">
              <legend>${words.rights}</legend>
              <p class="hint" id="rights-hint">${words.rightsHint}</p>
              ${errorOf('rights', view, words)}
              ${rights.map(
                (right) =>
                  html`<label class="choice">
                    <input
                      type="checkbox"
                      name="rights"
                      id="rights-${right}"
                      value="${right}"
                      ${form.rights.includes(right) && raw('checked')}
                    />
                    <span><b>${all.rights[right].name}</b> <span>${all.rights[right].explanation}</span></span>
                  </label>`,
              )}
            </fieldset>
            <fieldset>
              <legend>${words.contact}</legend>
              <p class="hint">${words.contactHint}</p>
              ${input('email', view, all, html`type="email" autocomplete="email" required`)}
              ${input('phone', view, all, html`type="tel" autocomplete="tel" class="short"`)}
              ${input('customerNumber', view, all, html`type="text" autocomplete="off" class="short"`)}
              ${
                view.asksPersonnummer &&
                input('personnummer', view, all, html`type="text" inputmode="numeric" autocomplete="off" class="short"`)
              }
            </fieldset>
            <fieldset>
              <legend>${words.message}</legend>
              ${message(view, all)}
            </fieldset>
            <button type="submit">${words.submit}</button>
            <p class="small again">
              ${words.afterSubmit} <a href="${inLanguage('/information', frame.language)}">${all.frame.about}</a>
            </p>
          </form>
        </div>
        <aside class="card" aria-labelledby="steps">
          <h2 id="steps">${words.stepsTitle}</h2>
          <ol class="steps">
            ${words.steps.map((step) => html`<li>${step}</li>`)}
          </ol>
          <p class="small">${words.otherWays} ${addresses(controllers)}</p>
        </aside>
      </div>
    `,
  });
}

function addresses(controllers: readonly ControllerChoice[]): Markup[] {
  const emails = [...new Set(controllers.map(({ email }) => email))];
  return emails.map((email) => html`${mailLink(email)} `);
}

function whoIsAsked({ controllers, form, ...view }: RequestView, words: PortalWords['request']): Markup {
  const [only] = controllers;
  if (controllers.length === 1 && only !== undefined)
    return html`<input type="hidden" name="controller" value="${only.id}" />`;
  return html`<fieldset
    class="${marked('controller', view)}"
    aria-describedby="controller-hint${errorId('controller', view)}"
  >
    <legend>${words.controller}</legend>
    <p class="hint" id="controller-hint">${words.controllerHint}</p>
    ${errorOf('controller', view, words)}
    ${controllers.map(
      ({ id, name }) =>
        html`<label class="choice">
          <input
            type="radio"
            name="controller"
            id="controller-${id}"
            value="${id}"
            ${form.controller === id && raw('checked')}
          />
          <span><b>${name}</b></span>
        </label>`,
    )}
  </fieldset>`;
}

function input(field: TextFieldName, view: RequestView, all: PortalWords, attributes: Markup): Markup {
  return html`<div class="field ${marked(field, view)}">
    ${label(field, view, all)}
    <input
      ${attributes}
      id="${field}"
      name="${field}"
      value="${view.form.typed[field]}"
      aria-describedby="${field}-hint${errorId(field, view)}"
      ${view.wrong.includes(field) && raw('aria-invalid="true"')}
    />
  </div>`;
}

function message(view: RequestView, all: PortalWords): Markup {
  const field = 'message';
  // The line break after `<textarea …>` must stay. An HTML parser drops the first line break in a textarea. Without
  // this one, the parser would drop a line break at the start of the person's text.
  return html`<div class="field ${marked(field, view)}">
    ${label(field, view, all)}
    <textarea
      id="${field}"
      name="${field}"
      rows="6"
      maxlength="${longestMessage}"
      aria-describedby="${field}-hint${errorId(field, view)}"
      ${view.wrong.includes(field) && raw('aria-invalid="true"')}
    >
${view.form.typed.message}</textarea>
  </div>`;
}

function label(field: TextFieldName, view: RequestView, all: PortalWords): Markup {
  const words = all.request;
  return html`<label for="${field}">
      ${words.labels[field]} ${field !== 'email' && html`<span class="optional">(${all.frame.optional})</span>`}
    </label>
    <p class="hint" id="${field}-hint">${words.hints[field]}</p>
    ${errorOf(field, view, words)}`;
}

function errorOf(field: FieldName, view: Pick<RequestView, 'wrong'>, words: PortalWords['request']): Markup | false {
  return view.wrong.includes(field) && html`<span class="error" id="${field}-error">${words.errors[field]}</span>`;
}

function errorId(field: FieldName, view: Pick<RequestView, 'wrong'>): string {
  return view.wrong.includes(field) ? ` ${field}-error` : '';
}

function marked(field: FieldName, view: Pick<RequestView, 'wrong'>): string {
  return view.wrong.includes(field) ? 'failed' : '';
}

/** The HTML id of the first input of a field, for the link in the list of problems. */
function firstInput(field: FieldName, view: RequestView): string {
  switch (field) {
    case 'controller':
      return `controller-${view.controllers[0]?.id ?? ''}`;
    case 'rights':
      return `rights-${rights[0]}`;
    case 'email':
    case 'phone':
    case 'customerNumber':
    case 'personnummer':
    case 'message':
      return field;
  }
}

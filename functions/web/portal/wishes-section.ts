import { html, raw } from 'hono/html';
import type { WishType } from '#api/subject-wish.ts';
import type { Language } from '#domain/language.ts';
import { methodList } from './identity-section.ts';
import { inLanguage, type Markup } from './layout.ts';
import { mailLink } from './mail-link.ts';
import { dateInWords, wordsIn } from './translations.ts';
import type { CaseView, OldContact, WishTrouble } from './view.ts';

interface Section {
  readonly view: CaseView;
  readonly language: Language;
  readonly trouble: WishTrouble | undefined;
}

const longest = 4_000;

/**
 * The section with the questions that staff have asked the person, each with a form for the answer. If staff asked what
 * an unclear request means, its form also has the button "I want everything".
 */
export function questions(section: Section): Markup | false {
  const { view, language, trouble } = section;
  const words = wordsIn[language].case.questions;
  if (view.questions.length === 0) return false;
  return html`<section class="card act" aria-labelledby="questions">
    <h2 id="questions">${words.title}</h2>
    ${view.questions.map(({ asking, about, text, key }) => {
      const mine = trouble?.type === 'answer-question' && trouble.asking === asking ? trouble : undefined;
      return html`${form(
        section,
        'answer-question',
        key,
        html`<input type="hidden" name="asking" value="${asking}" />
          ${text !== '' && html`<blockquote>${text}</blockquote>`}
          <p>${words.why[about]}</p>
          ${textField(`answer-${asking}`, words.label, mine, section)}
          <div class="row">
            <button type="submit">${words.submit}</button>
            ${
              about === 'clarification' &&
              html`<button type="submit" name="everything" value="yes" class="second">${words.everything}</button>`
            }
          </div>`,
      )}`;
    })}
  </section>`;
}

/** The section with which the person cancels a withdrawal, or continues a case that was closed without an answer. */
export function goOn(section: Section): Markup | false {
  const { view, language, trouble } = section;
  const words = wordsIn[language].case.wishes;
  const undo = view.wishes.find(({ type }) => type === 'take-back-withdrawal');
  if (undo !== undefined && view.undoUntil !== null)
    return html`<section class="card act" aria-labelledby="undo">
      <h2 id="undo">${words.undo.title}</h2>
      <p>${words.undo.text(dateInWords(view.undoUntil, language))}</p>
      ${form(section, 'take-back-withdrawal', undo.key, html`<button type="submit">${words.undo.submit}</button>`)}
    </section>`;
  const on = view.wishes.find(({ type }) => type === 'go-on');
  if (on === undefined) return false;
  return html`<section class="card act" aria-labelledby="on">
    <h2 id="on">${words.goOn.title}</h2>
    <p>${words.goOn.text}</p>
    ${form(
      section,
      'go-on',
      on.key,
      html`${textField('go-on-text', words.goOn.label, trouble?.type === 'go-on' ? trouble : undefined, section)}
        <button type="submit">${words.goOn.submit}</button>`,
    )}
  </section>`;
}

/**
 * The section with all other wishes, such as a complaint. Each form is folded (`<details>`), because most people need
 * none of them.
 */
export function otherWishes(section: Section): Markup | false {
  const { view, language, trouble } = section;
  const words = wordsIn[language].case.wishes;
  const shown = (['change-contact', 'withdraw', 'complain', 'object-to-record'] as const).flatMap((type) => {
    const key = view.wishes.find((one) => one.type === type)?.key;
    return key === undefined ? [] : [{ type, key }];
  });
  if (shown.length === 0) return false;
  return html`<section class="card" aria-labelledby="other">
    <h2 id="other">${words.title}</h2>
    ${
      view.contactFrom !== undefined &&
      html`<p class="note">${words.contactFrom(dateInWords(view.contactFrom, language))}</p>`
    }
    ${view.contactWaits && html`<p class="note">${words.contactWaits}</p>`}
    ${view.postFrom !== undefined && html`<p class="note">${words.postFrom(dateInWords(view.postFrom, language))}</p>`}
    ${shown.map(
      ({ type, key }) =>
        html`<details ${trouble?.type === type && raw('open')}>
          <summary>${words.summaries[type]}</summary>
          ${
            type === 'change-contact' && view.needsMailedLink
              ? html`<p>${words.contact.withLink} <a href="${inLanguage('/', language)}">${words.contact.again}</a></p>`
              : form(section, type, key, fieldsOf(type, section))
          }
        </details>`,
    )}
  </section>`;
}

function fieldsOf(type: 'change-contact' | 'withdraw' | 'complain' | 'object-to-record', section: Section): Markup {
  const { language } = section;
  const words = wordsIn[language].case.wishes;
  const trouble = section.trouble?.type === type ? section.trouble : undefined;
  switch (type) {
    case 'change-contact':
      return changeContact(section, trouble);
    case 'withdraw': {
      const failed = trouble?.problem === 'confirm';
      return html`<p>${words.withdraw.text}</p>
        <div class="${failed ? 'failed' : ''}">
          ${failed && html`<span class="error" id="confirm-error">${words.errors.confirm}</span>`}
          <label class="choice">
            <input
              type="checkbox"
              name="confirm"
              value="yes"
              id="confirm"
              ${failed && raw('aria-invalid="true" aria-describedby="confirm-error"')}
            />
            <span><b>${words.withdraw.confirm}</b></span>
          </label>
        </div>
        <button type="submit" class="second">${words.withdraw.submit}</button>`;
    }
    case 'complain':
      return html`<p>${words.complain.text}</p>
        ${textField('complaint', words.complain.label, trouble, section)}
        <label class="choice">
          <input type="checkbox" name="damages" value="yes" />
          <span><b>${words.complain.damages}</b></span>
        </label>
        <button type="submit" class="second">${words.complain.submit}</button>`;
    case 'object-to-record':
      return html`<p>${words.record.text}</p>
        ${textField('record', words.record.label, trouble, section)}
        <button type="submit" class="second">${words.record.submit}</button>`;
  }
}

const olds: readonly OldContact[] = ['in-use', 'lost', 'shared', 'unsafe'];

function changeContact({ view, language }: Section, trouble: WishTrouble | undefined): Markup {
  const words = wordsIn[language].case.wishes;
  const wrongEmail = trouble?.problem === 'email';
  const wrongOld = trouble?.problem === 'old';
  return html`<p>${words.contact.text}</p>
    ${
      trouble?.problem === 'stronger-proof' &&
      html`<div class="note">
        <p>${words.contact.stronger} ${mailLink(view.email)}</p>
        ${methodList(view, view.strongMethods, language)}
      </div>`
    }
    <div class="field ${wrongEmail ? 'failed' : ''}">
      <label for="new-email">${words.contact.email}</label>
      ${wrongEmail && html`<span class="error" id="new-email-error">${words.errors.email}</span>`}
      <input
        type="email"
        id="new-email"
        name="email"
        autocomplete="email"
        value="${trouble?.typed.email ?? ''}"
        ${wrongEmail && raw('aria-invalid="true" aria-describedby="new-email-error"')}
      />
    </div>
    <fieldset class="${wrongOld ? 'failed' : ''}">
      <legend>${words.contact.old}</legend>
      ${wrongOld && html`<span class="error">${words.errors.old}</span>`}
      ${olds.map(
        (old) =>
          html`<label class="choice">
            <input type="radio" name="old" value="${old}" id="old-${old}" ${trouble?.typed.old === old && raw('checked')} />
            <span><b>${words.contact.olds[old]}</b></span>
          </label>`,
      )}
    </fieldset>
    <button type="submit" class="second">${words.contact.submit}</button>`;
}

function form({ view, language }: Section, type: WishType, key: string, content: Markup): Markup {
  const action = inLanguage(`/cases/${view.reference}/wishes`, language);
  return html`<form method="post" action="${action}" novalidate>
    <input type="hidden" name="key" value="${key}" />
    <input type="hidden" name="type" value="${type}" />
    ${content}
  </form>`;
}

function textField(id: string, label: string, trouble: WishTrouble | undefined, { language }: Section): Markup {
  const failed = trouble?.problem === 'text';
  const words = wordsIn[language].case.wishes;
  // The line break after `<textarea …>` must stay. An HTML parser drops it; without it, the parser would drop a line
  // break with which the text of the person begins.
  return html`<div class="field ${failed ? 'failed' : ''}">
    <label for="${id}">${label}</label>
    ${failed && html`<span class="error" id="${id}-error">${words.errors.text}</span>`}
    <textarea
      id="${id}"
      name="text"
      rows="4"
      maxlength="${longest}"
      ${failed && raw(`aria-invalid="true" aria-describedby="${id}-error"`)}
    >
${trouble?.typed.text ?? ''}</textarea>
  </div>`;
}

/** The HTML id of the input that the person must correct. `undefined` if no input is wrong. */
export function wishField({ type, problem, asking }: WishTrouble): string | undefined {
  switch (problem) {
    case 'email':
      return 'new-email';
    case 'old':
      return 'old-in-use';
    case 'confirm':
      return 'confirm';
    case 'text':
      return textFieldOf(type, asking);
    case 'stronger-proof':
    case 'mailed-link':
    case 'too-many':
    case 'not-now':
      return undefined;
  }
}

function textFieldOf(type: WishType, asking: string): string | undefined {
  switch (type) {
    case 'answer-question':
      return `answer-${asking}`;
    case 'go-on':
      return 'go-on-text';
    case 'complain':
      return 'complaint';
    case 'object-to-record':
      return 'record';
    case 'withdraw':
    case 'take-back-withdrawal':
    case 'change-contact':
      return undefined;
  }
}

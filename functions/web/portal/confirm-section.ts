import { html } from 'hono/html';
import type { Language } from '#domain/language.ts';
import { anotherCode, codeField, whereTheCodeIs } from './code-form.ts';
import { methodList } from './identity-section.ts';
import { inLanguage, type Markup } from './layout.ts';
import { mailLink } from './mail-link.ts';
import { wordsIn } from './translations.ts';
import type { CaseView, CodeTrouble } from './view.ts';

/**
 * The HTML id of the field for the code that confirms a contact address. The id differs from `code`, because the page
 * may also have a field for another code.
 */
export const contactCodeField = 'contact-code';

/** Whether the page has a field for the code that confirms a contact address. */
export function takesContactCode({ confirm }: CaseView): boolean {
  return confirm?.mayEnter === true && confirm.codes.latest.kind === 'open';
}

/**
 * The section that asks the person to confirm a contact address. It has the field for the code. If the person must sign
 * in first, it lists the methods of sign-in instead. `false` if no address must be confirmed.
 */
export function confirmContact(view: CaseView, language: Language, trouble: CodeTrouble | undefined): Markup | false {
  const { confirm } = view;
  if (confirm === undefined) return false;
  const words = wordsIn[language].case.confirm;
  const { which, mayEnter } = confirm;
  const canChange = view.wishes.some(({ type }) => type === 'change-contact');
  return html`<section class="card act" id="address" aria-labelledby="address-title">
    <h2 id="address-title">${words.title[which]}</h2>
    <p>${confirm.which === 'new' ? words.text.new : words.text.present(confirm.address)}</p>
    ${mayEnter ? entry(view, confirm, language, trouble) : signInAgain(view, confirm, language)}
    ${canChange && html`<p class="small">${words.wrong}</p>`}
  </section>`;
}

function entry(
  view: CaseView,
  { codes, which }: NonNullable<CaseView['confirm']>,
  language: Language,
  trouble: CodeTrouble | undefined,
): Markup {
  const words = wordsIn[language].case.confirm;
  const action = inLanguage(`/cases/${view.reference}/contact`, language);
  const open = takesContactCode(view);
  return html`${codes.latest.kind !== 'none' && whereTheCodeIs(codes, view.timeZone, language, which === 'new' ? 'new' : 'own')}
    ${
      open &&
      html`<form method="post" action="${action}" novalidate>
        ${codeField(contactCodeField, language, 'mail', trouble)}
        <button type="submit">${words.submit}</button>
      </form>`
    }
    ${anotherCode(language, action, codes, view.timeZone, open ? 'way-out' : 'main')}`;
}

function signInAgain(view: CaseView, { methods }: NonNullable<CaseView['confirm']>, language: Language): Markup {
  const words = wordsIn[language].case.confirm;
  return methods.length === 0
    ? html`<p>${words.noMethod} ${mailLink(view.email)}</p>`
    : html`<p>${words.signIn}</p>
        ${methodList(view, methods, language)}`;
}

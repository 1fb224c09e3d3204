import { html } from 'hono/html';
import type { Language } from '#domain/language.ts';
import type { Markup } from './layout.ts';
import { timeInWords, wordsIn } from './translations.ts';
import type { CodeTrouble, Codes } from './view.ts';

/** Where the latest code went, and until when it holds. */
export function whereTheCodeIs(codes: Codes, timeZone: string, language: Language): Markup {
  const words = wordsIn[language].case;
  const { latest } = codes;
  switch (latest.kind) {
    case 'none':
      return html`<p class="note">${words.codeComing}</p>`;
    case 'open': {
      const at = (instant: string): string => timeInWords(instant, timeZone, language);
      return html`<p class="note">${words.codeSent(at(latest.sentAt), at(latest.validUntil))}</p>`;
    }
    case 'over':
      return html`<p class="note">${words.codeOver[latest.why]}</p>`;
  }
}

/** The field that a code is typed into; `id` names it on the page. */
export function codeField(id: string, language: Language, trouble: CodeTrouble | undefined): Markup {
  const words = wordsIn[language].case;
  const failed = trouble !== undefined;
  return html`<div class="field ${failed ? 'failed' : ''}">
    <label for="${id}">${words.codeLabel}</label>
    <p class="hint" id="${id}-hint">${words.codeHint}</p>
    ${failed && html`<span class="error" id="${id}-error">${words.trouble(trouble)}</span>`}
    <input
      class="code"
      type="text"
      id="${id}"
      name="code"
      inputmode="numeric"
      autocomplete="one-time-code"
      maxlength="12"
      required
      aria-describedby="${id}-hint${failed ? ` ${id}-error` : ''}"
      aria-invalid="${failed ? 'true' : 'false'}"
    />
  </div>`;
}

/** The way to a new code: the main thing to do where none can be typed in, a way out beside the field. */
export function anotherCode(language: Language, action: string, codes: Codes, place: 'main' | 'way-out'): Markup {
  const words = wordsIn[language].case;
  const beside = place === 'way-out';
  if (!codes.more) return html`<p class="small ${beside ? 'again' : ''}">${words.noMoreCodes}</p>`;
  return html`<form method="post" action="${action}" class="${beside ? 'again' : ''}">
    ${beside && html`<p class="small">${words.newCodeHint}</p>`}
    <button type="submit" name="send" value="new" class="${beside ? 'second' : ''}">
      ${beside ? words.newCode : words.answers.sendCode}
    </button>
  </form>`;
}

import { createHash } from 'node:crypto';
import { html, raw } from 'hono/html';

/** A member of staff of the demo, who can sign in without a password. */
export interface StaffMember {
  /** The claim `sub` in the tokens. It must not identify the person. */
  readonly id: string;
  readonly name: string;
  readonly roles: readonly string[];
}

const STYLE = `
:root { color-scheme: light dark; --ink: #1c2430; --soft: #5a6575; --line: #d5dae2; --paper: #fff; --ground: #f3f5f8; --accent: #1f4f82; --hover: #eaf1f8; --note: #fff8e6; --note-line: #e3c874; }
@media (prefers-color-scheme: dark) { :root { --ink: #e8ecf2; --soft: #a5b0bf; --line: #3a4452; --paper: #1b212a; --ground: #12161c; --accent: #8fbdf0; --hover: #243040; --note: #2b2615; --note-line: #6f5e28; } }
* { box-sizing: border-box; }
body { margin: 0; min-height: 100vh; display: grid; place-items: center; padding: 1.5rem; background: var(--ground); color: var(--ink); font: 1rem/1.5 system-ui, sans-serif; }
main { width: min(27rem, 100%); background: var(--paper); border: 1px solid var(--line); border-radius: .75rem; padding: 2rem; box-shadow: 0 1px 3px rgb(0 0 0 / .06); }
.brand { margin: 0; color: var(--accent); font-weight: 600; letter-spacing: .02em; }
h1 { margin: .25rem 0 1rem; font-size: 1.5rem; line-height: 1.25; }
p { margin: 0 0 1rem; }
.note { margin: 0 0 1.5rem; padding: .75rem 1rem; border: 1px solid var(--note-line); border-radius: .5rem; background: var(--note); font-size: .9375rem; }
ul { list-style: none; margin: 0; padding: 0; display: grid; gap: .625rem; }
button { width: 100%; display: block; padding: .75rem 1rem; border: 1px solid var(--line); border-radius: .5rem; background: var(--paper); color: inherit; font: inherit; text-align: start; cursor: pointer; }
button:hover { background: var(--hover); border-color: var(--accent); }
button:focus-visible { outline: 3px solid var(--accent); outline-offset: 2px; }
button strong { display: block; font-weight: 600; }
button span { color: var(--soft); font-size: .875rem; }
.row { display: grid; gap: .625rem; }
form + form { margin-top: 1.25rem; padding-top: 1.25rem; border-top: 1px solid var(--line); }
label { display: block; margin: 0 0 .375rem; font-weight: 600; }
input { width: 100%; padding: .75rem 1rem; border: 1px solid var(--soft); border-radius: .5rem; background: var(--paper); color: inherit; font: inherit; }
input:focus-visible { outline: 3px solid var(--accent); outline-offset: 2px; }
code { overflow-wrap: anywhere; }
`;

export interface Page {
  readonly html: string;
  readonly headers: Readonly<Record<string, string>>;
}

/**
 * Makes the response for one page of the provider. Its headers forbid the browser to load other files, to cache the
 * page and to show it in a frame. Forms can be sent only to the provider and to `formOrigins`.
 */
export async function page(
  title: string,
  content: ReturnType<typeof html>,
  formOrigins: readonly string[],
): Promise<Page> {
  const text = await html`<!doctype html>
    <html lang="en">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <title>${title} · Utdrag</title>
        ${raw(`<style>${STYLE}</style>`)}
      </head>
      <body>
        <main>
          <p class="brand">Utdrag</p>
          <h1>${title}</h1>
          ${content}
        </main>
      </body>
    </html>`;
  const style = createHash('sha256').update(STYLE).digest('base64');
  // Chrome applies `form-action` also to redirects after a form was sent. The sign-in form ends with a redirect to the
  // application, so the policy must list the application's origin.
  const forms = ["'self'", ...formOrigins].join(' ');
  return {
    html: String(text),
    headers: {
      'cache-control': 'no-store',
      'content-security-policy': `default-src 'none'; style-src 'sha256-${style}'; form-action ${forms}; frame-ancestors 'none'; base-uri 'none'`,
      'content-type': 'text/html; charset=utf-8',
      'referrer-policy': 'no-referrer',
      'x-content-type-options': 'nosniff',
    },
  };
}

/**
 * The page on which a user chooses a member of staff: one form with a button for each. The form posts the field `staff`
 * to the URL of the page.
 */
export function signInPage(staff: readonly StaffMember[], formOrigins: readonly string[]): Promise<Page> {
  const content = html`<p class="note">
      This stands in for your organisation’s sign-in. It runs on this computer only and asks for no password: choose who
      you want to be.
    </p>
    <form method="post">
      <ul>
        ${staff.map(
          ({ id, name, roles }) =>
            html`<li>
              <button name="staff" value="${id}">
                <strong>Sign in as ${name}</strong> <span>${roles.join(', ')}</span>
              </button>
            </li>`,
        )}
      </ul>
    </form>`;
  return page('Sign in', content, formOrigins);
}

/**
 * The page that asks a user whether to sign out. `form` is the HTML of the form that the provider library made. The
 * buttons of this page submit that form.
 */
export function signOutPage(form: string, formOrigins: readonly string[]): Promise<Page> {
  const content = html`${raw(form)}
    <p>Do you want to end your session at this identity provider?</p>
    <div class="row">
      <button form="op.logoutForm" name="logout" value="yes"><strong>Sign out</strong></button>
      <button form="op.logoutForm"><strong>Stay signed in</strong></button>
    </div>`;
  return page('Sign out', content, formOrigins);
}

export function signedOutPage(): Promise<Page> {
  return page('You are signed out', html`<p>You can close this window.</p>`, []);
}

/** The page for an error. `detail` says what went wrong, and contains nothing about a person. */
export function errorPage(detail: string): Promise<Page> {
  const content = html`<p>Go back to the application and start again.</p>
    <p><code>${detail}</code></p>`;
  return page('Sign-in did not work', content, []);
}

import type { Language } from '#domain/language.ts';
import { wordsFor } from '../answer-words.ts';
import { html, Html } from './html.ts';

// The content security policy lets the page load nothing from elsewhere and run no script, because data in the page
// could contain one.
const policy = "default-src 'none'; style-src 'unsafe-inline'; img-src data:; base-uri 'none'; form-action 'none'";

const style = html`<style>
  :root {
    color-scheme: light;
    --ink: #1a211d;
    --soft: #46504a;
    --line: #cdd4cf;
    --paper: #ffffff;
    --wash: #f4f5f2;
    --accent: #0b5d4e;
  }
  * {
    box-sizing: border-box;
  }
  html {
    scroll-padding-top: 1rem;
  }
  body {
    margin: 0;
    background: var(--wash);
    color: var(--ink);
    font:
      1.0625rem/1.6 system-ui,
      'Segoe UI',
      Roboto,
      Helvetica,
      Arial,
      sans-serif;
    overflow-wrap: anywhere;
  }
  a {
    color: var(--accent);
    text-underline-offset: 0.15em;
  }
  a:hover {
    text-decoration-thickness: 2px;
  }
  :focus-visible {
    outline: 3px solid var(--accent);
    outline-offset: 2px;
    border-radius: 2px;
  }
  .skip {
    position: absolute;
    left: -100vw;
    top: 0;
    background: var(--paper);
    padding: 0.75rem 1rem;
    z-index: 1;
  }
  .skip:focus {
    left: 0;
  }
  header,
  main,
  footer,
  nav {
    max-width: 58rem;
    margin: 0 auto;
    padding: 0 1.25rem;
  }
  header {
    padding-top: 2.5rem;
  }
  header p {
    color: var(--soft);
    max-width: 44rem;
  }
  h1 {
    font-size: clamp(1.7rem, 5vw, 2.4rem);
    line-height: 1.2;
    margin: 0 0 0.75rem;
    letter-spacing: -0.01em;
  }
  h2 {
    font-size: 1.4rem;
    line-height: 1.3;
    margin: 0 0 0.75rem;
  }
  h3 {
    font-size: 1.125rem;
    margin: 1.75rem 0 0.5rem;
  }
  h4 {
    font-size: 1rem;
    margin: 1.25rem 0 0.25rem;
  }
  p {
    margin: 0 0 0.75rem;
    max-width: 46rem;
  }
  nav ul {
    list-style: none;
    margin: 1rem 0 0;
    padding: 0;
    display: flex;
    flex-wrap: wrap;
    gap: 0.35rem 1.25rem;
  }
  nav a {
    display: inline-block;
    padding: 0.2rem 0;
  }
  section.card {
    background: var(--paper);
    border: 1px solid var(--line);
    border-radius: 10px;
    padding: 1.5rem;
    margin: 1.5rem 0;
  }
  .strong {
    font-size: 1.125rem;
    font-weight: 600;
  }
  .note {
    color: var(--soft);
    font-size: 0.9375rem;
  }
  table {
    width: 100%;
    border-collapse: collapse;
    margin: 0.75rem 0 1.25rem;
    background: var(--paper);
  }
  caption {
    text-align: left;
    font-weight: 600;
    padding: 0.35rem 0;
  }
  th,
  td {
    text-align: left;
    vertical-align: top;
    padding: 0.5rem 0.75rem 0.5rem 0;
    border-top: 1px solid var(--line);
  }
  tr > :last-child {
    padding-right: 0;
  }
  thead th {
    overflow-wrap: normal;
    white-space: nowrap;
    border-top: 0;
    color: var(--soft);
    font-size: 0.9375rem;
    font-weight: 600;
  }
  td.number,
  th.number {
    text-align: right;
    padding-right: 1.5rem;
    font-variant-numeric: tabular-nums;
  }
  table.record {
    border-bottom: 1px solid var(--line);
  }
  table.record th {
    width: 16rem;
    font-weight: 400;
    color: var(--soft);
  }
  .words {
    white-space: pre-line;
  }
  table.record td bdi {
    white-space: pre-wrap;
  }
  td ul,
  td dl,
  dd {
    margin: 0;
  }
  td ul {
    padding-left: 1.1rem;
  }
  td dt {
    color: var(--soft);
    font-size: 0.9375rem;
  }
  td dd {
    padding-left: 0.75rem;
  }
  dl.rights dt {
    font-weight: 600;
  }
  dl.rights dd {
    max-width: 46rem;
    margin-bottom: 0.6rem;
  }
  dl.facts {
    display: grid;
    grid-template-columns: minmax(10rem, 16rem) 1fr;
    margin: 0;
  }
  dl.facts > div {
    display: contents;
  }
  dl.facts dt {
    color: var(--soft);
    padding: 0.4rem 0.75rem 0.4rem 0;
  }
  dl.facts dd {
    padding: 0.4rem 0;
  }
  .outcome {
    display: inline-block;
    border-radius: 999px;
    padding: 0.05rem 0.7rem;
    font-size: 0.9375rem;
    font-weight: 600;
    white-space: nowrap;
    border: 1px solid currentcolor;
  }
  .found {
    color: #14532d;
    background: #eefaf1;
  }
  .nothing-held {
    color: #3f3e48;
    background: #f5f4f8;
  }
  .withheld {
    color: #5b2a86;
    background: #f8f1fd;
  }
  .failed {
    color: #8f1d1d;
    background: #fdf1f0;
  }
  .pending {
    color: #713f00;
    background: #fff7e6;
  }
  code {
    font-size: 0.9375rem;
  }
  footer {
    padding-bottom: 3rem;
    color: var(--soft);
    font-size: 0.9375rem;
  }
  @media (max-width: 40rem) {
    section.card {
      padding: 1.1rem;
      border-radius: 0;
      margin-left: -1.25rem;
      margin-right: -1.25rem;
      border-left: 0;
      border-right: 0;
    }
    dl.facts {
      display: block;
    }
    dl.facts dt {
      padding-bottom: 0;
    }
    dl.facts dd {
      padding-top: 0;
    }
    table.record th {
      width: 40%;
      padding-right: 0.5rem;
      font-size: 0.9375rem;
    }
    table.stack thead {
      position: absolute;
      width: 1px;
      height: 1px;
      overflow: hidden;
      clip-path: inset(50%);
    }
    table.stack,
    table.stack caption,
    table.stack tbody,
    table.stack tr,
    table.stack th,
    table.stack td {
      display: block;
      width: auto;
      text-align: left;
    }
    table.stack tr {
      border-top: 1px solid var(--line);
      padding: 0.6rem 0;
    }
    table.stack th,
    table.stack td {
      border: 0;
      padding: 0.1rem 0;
    }
    table.stack td[data-label]::before {
      content: attr(data-label) ': ';
      color: var(--soft);
    }
  }
  @media print {
    body {
      background: none;
      font-size: 10pt;
    }
    section.card {
      border: 0;
      padding: 0;
    }
    nav,
    .skip {
      display: none;
    }
    table {
      break-inside: auto;
    }
    tr {
      break-inside: avoid;
    }
  }
</style>`;

/** The markup from the start of a page to the opening tag `<main>`. */
export function pageStart(page: {
  readonly language: Language;
  readonly title: string;
  readonly lead: readonly Html[];
  readonly navigation: readonly { readonly href: string; readonly text: string }[];
}): Html {
  const words = wordsFor(page.language);
  return html`<!doctype html>
    <html lang="${page.language}">
      <head>
        <meta charset="utf-8" />
        <meta http-equiv="Content-Security-Policy" content="${policy}" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="referrer" content="no-referrer" />
        <meta name="robots" content="noindex" />
        <title>${page.title}</title>
        ${style}
      </head>
      <body>
        <a class="skip" href="#main">${words.skip}</a>
        <header>
          <h1>${page.title}</h1>
          ${page.lead}
        </header>
        <nav aria-label="${words.contents}">
          <ul>
            ${page.navigation.map(({ href, text }) => html`<li><a href="${href}">${text}</a></li>`)}
          </ul>
        </nav>
        <main id="main">
     `;
}

/** The markup from the closing tag `</main>` to the end of the page. */
export function pageEnd(footer: string): Html {
  return html`</main>
<footer><p>${footer}</p></footer>
</body>
</html>
`;
}

import { createHash } from 'node:crypto';

// The design: one accent colour, the fonts of the device, and a second column for some pages on wide screens. The
// contrast is at least 7:1 for text and 3:1 for borders of fields (WCAG 1.4).
/** The style sheet, which every page of the portal contains. */
export const style = `
:root {
  color-scheme: light;
  --ink: #17211d;
  --soft: #46524c;
  --line: #dbe1dc;
  --field: #6d7a73;
  --paper: #ffffff;
  --ground: #f5f6f2;
  --tint: #e9f2ee;
  --accent: #0b5d4e;
  --accent-dark: #083f35;
  --wrong: #a4161a;
  --wrong-tint: #fdf1f0;
  --focus: #ffbf3c;
}
*, *::before, *::after { box-sizing: border-box }
html { font-size: 100%; -webkit-text-size-adjust: 100%; scroll-padding-top: 1.5rem }
body {
  margin: 0;
  background: var(--ground);
  color: var(--ink);
  font: 1.0625rem/1.6 system-ui, -apple-system, "Segoe UI", Roboto, "Helvetica Neue", Arial, sans-serif;
  overflow-wrap: anywhere;
}
h1, h2, h3, legend { line-height: 1.25; letter-spacing: -0.01em; text-wrap: balance }
h1 { margin: 0 0 1rem; font-size: clamp(1.9rem, 1.5rem + 2vw, 2.75rem); font-weight: 700; letter-spacing: -0.02em }
h2 { margin: 0 0 0.75rem; font-size: 1.375rem }
h3 { margin: 0 0 0.25rem; font-size: 1.0625rem }
p { margin: 0 0 1rem; max-width: 40rem }
ul, ol { margin: 0 0 1rem; padding-left: 1.25rem }
a { color: var(--accent); text-underline-offset: 0.2em; text-decoration-thickness: 1px }
a:hover { color: var(--accent-dark); text-decoration-thickness: 2px }
:focus-visible, [autofocus]:focus {
  outline: 3px solid var(--ink);
  outline-offset: 2px;
  box-shadow: 0 0 0 6px var(--focus);
  border-radius: 4px;
}
.skip { position: absolute; left: -100vw; top: 0; padding: 0.75rem 1rem; background: var(--paper); z-index: 1 }
.skip:focus { left: 0.5rem; top: 0.5rem }
.wrap { max-width: 66rem; margin: 0 auto; padding: 0 1.25rem }
.top { background: var(--paper); border-top: 5px solid var(--accent); border-bottom: 1px solid var(--line) }
.top .wrap { display: flex; flex-wrap: wrap; align-items: center; justify-content: space-between; gap: 0 1.5rem; min-height: 4rem }
.brand { font-weight: 700; font-size: 1.125rem; color: var(--ink); text-decoration: none; padding: 0.75rem 0 }
.brand:hover { color: var(--accent) }
.tongues { display: flex; gap: 0.25rem; margin: 0 -0.75rem 0 0; padding: 0; list-style: none }
.tongues a, .tongues span { display: block; min-width: 2.75rem; padding: 0.6rem 0.75rem; text-align: center }
.tongues span { font-weight: 700; box-shadow: inset 0 -3px 0 var(--accent) }
main { padding: 2.5rem 0 4rem }
.lead { font-size: 1.1875rem; color: var(--soft); margin-bottom: 2rem }
.promises { display: grid; gap: 1rem 2rem; grid-template-columns: repeat(auto-fit, minmax(14rem, 1fr)); margin: 0 0 2.5rem; padding: 0; list-style: none }
.promises li { border-top: 3px solid var(--accent); padding-top: 0.75rem }
.promises strong { display: block; font-size: 1.125rem }
.promises span { color: var(--soft) }
.columns { display: grid; gap: 1.5rem; grid-template-columns: minmax(0, 1fr) }
.card { background: var(--paper); border: 1px solid var(--line); border-radius: 12px; padding: 1.5rem }
.card > :last-child, .card > form:last-child > :last-child { margin-bottom: 0 }
.act { border: 2px solid var(--accent) }
.plain { background: none; border: 0; padding: 0 }
.steps { margin: 0 0 1.25rem; padding: 0; list-style: none; counter-reset: step }
.steps li { position: relative; counter-increment: step; padding: 0.1rem 0 1rem 3rem; min-height: 3rem }
.steps li::before {
  content: counter(step);
  position: absolute; left: 0; top: 0;
  width: 2rem; height: 2rem; border-radius: 50%;
  display: grid; place-items: center;
  font-weight: 700; font-size: 0.9375rem;
  background: var(--paper); color: var(--accent); border: 2px solid var(--accent);
}
.steps li::after { content: ""; position: absolute; left: calc(1rem - 1px); top: 2rem; bottom: 0; width: 2px; background: var(--line) }
.steps li:last-child { padding-bottom: 0; min-height: 2.2rem }
.steps li:last-child::after { display: none }
.steps .done::before { content: "\\2713"; background: var(--accent); color: var(--paper) }
.steps .done::after { background: var(--accent) }
.steps .now { font-weight: 700 }
.steps .now::before { box-shadow: 0 0 0 4px var(--tint), 0 0 0 5px var(--accent) }
.steps .later { color: var(--soft) }
.steps .later::before { border-color: var(--field); color: var(--soft) }
.steps small { display: block; font-size: 0.9375rem; font-weight: 400; color: var(--soft) }
fieldset { margin: 0 0 2.5rem; padding: 0; border: 0; min-width: 0 }
legend { padding: 0; margin-bottom: 0.4rem; font-size: 1.375rem; font-weight: 700 }
.hint { color: var(--soft); margin: 0 0 0.75rem }
.field { margin: 0 0 1.5rem }
.field .hint { margin: 0 0 0.4rem; font-size: 1rem }
.field > label, .label { display: block; font-weight: 600; margin-bottom: 0.1rem }
.optional { font-weight: 400; color: var(--soft) }
input[type=text], input[type=email], input[type=tel], textarea {
  width: 100%; max-width: 30rem; min-height: 3rem; padding: 0.6rem 0.8rem;
  font: inherit; color: inherit; background: var(--paper);
  border: 2px solid var(--field); border-radius: 8px;
}
textarea { max-width: 40rem; min-height: 9rem; line-height: 1.5; resize: vertical }
input.short { max-width: 16rem }
input.code { max-width: 12.5rem; font-size: 1.625rem; letter-spacing: 0.22em; font-variant-numeric: tabular-nums }
.choice { display: flex; gap: 0.9rem; align-items: flex-start; padding: 0.75rem 0.9rem; margin: 0 0 0.5rem; border: 1px solid var(--line); border-radius: 8px; cursor: pointer }
.choice:hover { border-color: var(--accent); background: var(--tint) }
.choice:has(:checked) { border-color: var(--accent); background: var(--tint) }
.choice input { flex: none; width: 1.5rem; height: 1.5rem; margin: 0.1rem 0 0; accent-color: var(--accent) }
.choice b { display: block; font-weight: 600 }
.choice span span { color: var(--soft) }
.error { display: block; margin: 0 0 0.5rem; color: var(--wrong); font-weight: 600 }
.failed { border-left: 5px solid var(--wrong); padding-left: 1rem }
.failed input:not([type=checkbox], [type=radio]), .failed textarea { border-color: var(--wrong) }
.problems { margin: 0 0 2rem; padding: 1.25rem 1.5rem; background: var(--wrong-tint); border: 2px solid var(--wrong); border-radius: 12px }
.problems h2 { font-size: 1.1875rem }
.problems ul { margin: 0; padding: 0; list-style: none }
.problems p { margin: 0 }
.problems a { display: inline-block; padding: 0.2rem 0; color: var(--wrong); font-weight: 600 }
button {
  min-height: 3.25rem; padding: 0.7rem 1.5rem;
  font: inherit; font-weight: 650; text-align: center;
  color: var(--paper); background: var(--accent);
  border: 2px solid var(--accent); border-radius: 8px; cursor: pointer;
}
button:hover { background: var(--accent-dark); border-color: var(--accent-dark) }
button.second { color: var(--accent); background: var(--paper) }
button.second:hover { color: var(--accent-dark); background: var(--tint) }
.button { display: inline-block; min-height: 3.25rem; padding: 0.75rem 1.5rem; font-weight: 650; color: var(--paper); background: var(--accent); border-radius: 8px; text-decoration: none }
.button:hover { color: var(--paper); background: var(--accent-dark) }
.button.second { color: var(--accent); background: var(--paper); border: 2px solid var(--accent); padding: 0.65rem 1.4rem }
.button.second:hover { color: var(--accent-dark); background: var(--tint) }
.methods { list-style: none; margin: 0; padding: 0; display: grid; gap: 1.25rem }
.methods p { margin-bottom: 0.5rem }
.row { display: flex; flex-wrap: wrap; gap: 0.75rem }
blockquote { margin: 0 0 1rem; padding: 0.25rem 0 0.25rem 1rem; border-left: 4px solid var(--accent); white-space: pre-line }
details { border-top: 1px solid var(--line) }
details:last-child { border-bottom: 1px solid var(--line) }
summary { padding: 0.85rem 0.25rem; font-weight: 600; color: var(--accent); cursor: pointer }
summary:hover { color: var(--accent-dark); text-decoration: underline; text-underline-offset: 0.2em }
details[open] > :last-child { padding: 0.25rem 0 1.5rem }
.small { font-size: 1rem; color: var(--soft) }
.again { margin-top: 1.5rem; padding-top: 1.25rem; border-top: 1px solid var(--line) }
.again p { margin-bottom: 0.6rem }
.again button { margin-bottom: 0.5rem }
.note { padding: 0.9rem 1.1rem; background: var(--tint); border-radius: 8px; max-width: 40rem }
.status { padding: 1.75rem 1.5rem; background: var(--accent); color: #fff; border-radius: 12px; margin: 0 }
.status h2 { font-size: 1.625rem; margin-bottom: 0.4rem }
.status p { margin: 0; color: #eaf4f0 }
.status p + p { margin-top: 0.75rem }
.status a { display: inline-block; padding: 0.35rem 0; margin-right: 1.25rem; color: #fff }
.stack { display: grid; grid-template-columns: minmax(0, 1fr); gap: 1.5rem; align-content: start }
.facts { margin: 0; display: grid; gap: 1rem }
.facts dt { color: var(--soft); font-size: 1rem }
.facts dd { margin: 0; font-weight: 600 }
.facts dd span { display: block; font-weight: 400; color: var(--soft) }
.mono { font-family: ui-monospace, "SF Mono", Menlo, Consolas, "Liberation Mono", monospace; letter-spacing: -0.01em }
.answers { list-style: none; margin: 0 0 1rem; padding: 0; display: grid; gap: 0.75rem }
.answers li { display: flex; flex-wrap: wrap; gap: 0.75rem 1.5rem; align-items: center; justify-content: space-between; padding: 1rem 1.1rem; background: var(--tint); border-radius: 8px }
.answers b { display: block }
.prose section { margin: 0 0 2.5rem; max-width: 42rem }
.prose > :last-child { margin-bottom: 0 }
.prose dl { margin: 0 }
.prose dt { font-weight: 600 }
.prose dd { margin: 0 0 0.9rem; color: var(--soft) }
.prose address { font-style: normal }
.bottom { border-top: 1px solid var(--line); padding: 1.5rem 0 2.5rem }
.bottom .wrap { display: flex; flex-wrap: wrap; gap: 0.25rem 2rem }
.bottom a { padding: 0.5rem 0 }
@media (min-width: 60rem) {
  main { padding: 3.5rem 0 5rem }
  .columns { grid-template-columns: minmax(0, 1fr) 20rem; gap: 2.5rem; align-items: start }
  .card { padding: 2rem }
  aside.card { padding: 1.5rem }
  .status { padding: 2rem }
}
@media (max-width: 32rem) {
  button, .button { width: 100%; text-align: center }
  .tongues { margin-left: -0.75rem }
}
@media (forced-colors: active) {
  .steps .done::before, .status, .choice:has(:checked) { border: 2px solid }
}
@media print { .skip, .tongues, .bottom { display: none } }
`;

/** The hash of the style sheet, as a source for `style-src` in the content security policy. */
export const styleSource = `'sha256-${createHash('sha256').update(style).digest('base64')}'`;

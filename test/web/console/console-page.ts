import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { Page } from 'playwright-core';

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

interface AxeViolation {
  readonly id: string;
  readonly nodes: readonly { readonly html: string }[];
}

/** Signs in to the console as a member of its staff. `place` is the part of the address that starts with `#`. */
export async function signIn(page: Page, console: string, name: string, place = ''): Promise<void> {
  await page.goto(console + place);
  await page.getByRole('button', { name: 'Sign in' }).click();
  await page.getByRole('button', { name }).click();
  await page.getByText(`Signed in as ${name}`).waitFor();
}

/** Returns the rules of WCAG 2.2 AA and of good practice that the page violates. */
export async function violations(page: Page): Promise<string[]> {
  // The test injects axe through the debugger, so the content security policy does not block it.
  if (!(await page.evaluate("'axe' in globalThis"))) await page.evaluate(axe);
  return await page.evaluate(async () => {
    const { axe } = globalThis as unknown as { axe: { run(options: object): Promise<{ violations: AxeViolation[] }> } };
    // Axe then describes no place that is in order, which takes most of its time.
    const { violations } = await axe.run({ resultTypes: ['violations'] });
    return violations.flatMap(({ id, nodes }) => nodes.map(({ html }) => `${id}: ${html}`));
  });
}

import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import os from 'node:os';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { AnswerInput } from '#answer/answer.ts';
import { languages, type Language } from '#domain/language.ts';
import { finding, page as findingsPage, sampleInput, system } from '#test/answer/sample.ts';
import { assembled } from '#test/answer/unpack.ts';
import { launchBrowser } from '#test/support/browser.ts';

const pages = ['index.html', 'information/article-15.html'] as const;
let folder = '';
let axe = '';
let browser: Browser | undefined;

beforeAll(async () => {
  folder = await mkdtemp(path.join(os.tmpdir(), 'utdrag-pages-'));
  axe = await readFile(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
  browser = await launchBrowser();
  for (const language of languages) await unpackTo(language, sampleInput({ language }));
  const hostile = '<img src="https://evil.example/x"><script>document.title = "ran"</script>\u202e';
  await unpackTo('hostile', {
    ...sampleInput({ reference: hostile }),
    systems: [
      system(
        'crm',
        [findingsPage('crm', 1, [finding('contacts', '1', { note: hostile, [hostile]: { [hostile]: hostile } })])],
        {
          title: { sv: hostile, en: hostile },
        },
      ),
    ],
  });
});
beforeEach(({ skip }) => skip(browser === undefined, 'there is no browser for this machine'));
afterAll(async () => {
  await browser?.close();
  await rm(folder, { recursive: true, force: true });
});

async function unpackTo(name: string, input: AnswerInput): Promise<void> {
  const { files } = await assembled(input);
  for (const [file, content] of files) {
    const target = path.join(folder, name, file);
    await mkdir(path.dirname(target), { recursive: true });
    await writeFile(target, content);
  }
}

async function open(name: string, file: string, width: number): Promise<{ page: Page; asked: string[] }> {
  if (browser === undefined) throw new Error('there is no browser');
  // The tests inject axe into the page, so the browser ignores the content security policy of the page (`bypassCSP`).
  // For the page `hostile` the policy applies; a separate test checks it.
  const page = await browser.newPage({ viewport: { width, height: 900 }, bypassCSP: name !== 'hostile' });
  const asked: string[] = [];
  page.on('request', (request) => asked.push(request.url()));
  await page.goto(pathToFileURL(path.join(folder, name, file)).href);
  return { page, asked };
}

const views = languages.flatMap((language) =>
  pages.flatMap((file) => [1200, 360].map((width) => [language, file, width] as const)),
);

describe('the pages of an answer, opened from a folder', () => {
  it.each(views)(
    'in %s, %s at %i pixels has no accessibility fault and requests nothing from the network',
    async (language, file, width) => {
      const { page, asked } = await open(language, file, width);
      await page.evaluate(axe);
      const violations = await page.evaluate(async () => {
        const { axe } = globalThis as unknown as {
          axe: { run(options: object): Promise<{ violations: { id: string; nodes: { html: string }[] }[] }> };
        };
        const result = await axe.run({
          runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'],
          resultTypes: ['violations'],
        });
        return result.violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' ')}`);
      });
      expect(violations).toEqual([]);
      expect(asked).toHaveLength(1);
      const overflow = await page.evaluate('document.documentElement.scrollWidth - innerWidth');
      expect(overflow).toBeLessThanOrEqual(0);
      await page.close();
    },
  );

  it.each(languages)('in %s every link leads to an existing file or place', async (language: Language) => {
    for (const file of pages) {
      const { page } = await open(language, file, 1200);
      const links = await page.evaluate<string[]>(
        `[...document.querySelectorAll('a')].map((link) => link.getAttribute('href'))`,
      );
      expect(links.length).toBeGreaterThan(5);
      for (const link of links) {
        const [target, place] = link.split('#');
        if (target !== '') await readFile(path.join(folder, language, path.dirname(file), target ?? ''));
        if (place !== undefined) expect(await page.locator(`[id="${place}"]`).count(), link).toBe(1);
      }
      await page.close();
    }
  });

  it('runs and loads nothing that the data contain', async () => {
    const { page, asked } = await open('hostile', 'index.html', 1200);
    expect(asked).toHaveLength(1);
    expect(await page.title()).toBe('Dina personuppgifter hos Exempel AB');
    expect(await page.locator('img, script, iframe, object, form').count()).toBe(0);
    // If the escaping failed and the page contained a script, the content security policy would block it.
    const failures: string[] = [];
    page.on('requestfailed', (request) => failures.push(request.failure()?.errorText ?? ''));
    await page.evaluate(
      `document.body.insertAdjacentHTML('beforeend', '<img src="https://evil.example/y"><img src="x" onerror="document.title = 1">')`,
    );
    await expect.poll(() => failures).toEqual(['csp', 'csp']);
    expect(await page.title()).toBe('Dina personuppgifter hos Exempel AB');
    await page.close();
  });

  it('can be used with the keyboard, beginning with a link that skips to the content', async () => {
    const { page } = await open('sv', 'index.html', 1200);
    await page.keyboard.press('Tab');
    expect(await page.evaluate('document.activeElement.textContent')).toBe('Hoppa till innehållet');
    await page.keyboard.press('Enter');
    await expect.poll(() => page.url()).toMatch(/#main$/);
    await page.close();
  });
});

import axe, { type AxeResults } from 'axe-core';
import type { Browser, Page } from 'playwright-core';
import { afterAll, describe, expect, it } from 'vitest';
import { languages } from '#domain/language.ts';
import { launchBrowser } from '#test/support/browser.ts';
import { samplePages } from '../web/portal/samples.ts';

const rules = { type: 'tag', values: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'] };
const widths = { desktop: 1280, 'small telephone': 320 } as const;
// The smallest size of a button or link for a finger, in pixels. WCAG 2.2 requires 24 (2.5.8), with an exception for
// links in a text.
const smallestTarget = 40;
const targets = `[...document.querySelectorAll('button, input:not([type=hidden]), textarea, .button, nav a')]
  .map((one) => ({ what: one.outerHTML.slice(0, 60), box: (one.closest('label') ?? one).getBoundingClientRect() }))
  .filter(({ box }) => box.height < ${smallestTarget})
  .map(({ what }) => what)`;

const browser: Browser | undefined = await launchBrowser();
// All tests use one page: a new one for each would take longer than the test itself.
const page: Page | undefined = await browser?.newPage();
afterAll(async () => await browser?.close());

describe.skipIf(browser === undefined)('Pages of the portal in a browser', () => {
  for (const language of languages) {
    // Axe checks each page at one width in each language. The width changes the layout only a little and never the
    // words.
    const width = language === 'sv' ? widths.desktop : widths['small telephone'];
    for (const [name, content] of samplePages(language))
      it(`${name} in ${language} has no fault that axe finds; nothing is cut off or too small to press`, async () => {
        if (page === undefined) throw new Error('there is no page');
        await page.setViewportSize({ width, height: 800 });
        await page.setContent(await content);
        await page.evaluate(axe.source);
        const found = await page.evaluate<AxeResults>(
          `axe.run(document, { runOnly: ${JSON.stringify(rules)}, resultTypes: ['violations'] })`,
        );
        expect(found.violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`)).toEqual([]);
        expect(found.passes.length).toBeGreaterThan(10);
        for (const each of Object.values(widths)) {
          await page.setViewportSize({ width: each, height: 800 });
          expect(await page.evaluate('document.documentElement.scrollWidth')).toBeLessThanOrEqual(each);
          expect(await page.evaluate(targets)).toEqual([]);
        }
      });
  }
});

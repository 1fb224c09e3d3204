import chromium from '@sparticuz/chromium';
import { chromium as playwright, type Browser } from 'playwright-core';

// Meant for a cloud function: in one process the browser ends with its first page, and without its safeguards a test
// could not tell whether our pages need them.
const unwanted: ReadonlySet<string> = new Set([
  '--single-process',
  '--disable-web-security',
  '--allow-running-insecure-content',
  '--disable-site-isolation-trials',
]);

/**
 * A headless Chromium from the npm package where that serves the platform, else an installed Chrome; `undefined`
 * where there is neither. Whoever launches it closes it.
 */
export async function launchBrowser(): Promise<Browser | undefined> {
  if (process.platform === 'linux' && process.arch === 'x64') {
    try {
      return await playwright.launch({
        executablePath: await chromium.executablePath(),
        args: chromium.args.filter((argument) => !unwanted.has(argument)),
        headless: true,
      });
    } catch {
      // A library that the package expects is missing: perhaps an installed one runs.
    }
  }
  try {
    return await playwright.launch({ channel: 'chrome', headless: true });
  } catch {
    return undefined;
  }
}

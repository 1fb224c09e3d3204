import chromium from '@sparticuz/chromium';
import { chromium as playwright, type Browser } from 'playwright-core';

// These options are made for a function in the cloud. With `--single-process` the browser ends when its first page
// closes. Without the browser's security features a test could not tell whether our pages need those features.
const unwanted: ReadonlySet<string> = new Set([
  '--single-process',
  '--disable-web-security',
  '--allow-running-insecure-content',
  '--disable-site-isolation-trials',
]);

/**
 * A headless Chromium from the npm package, if the package supports the platform; otherwise an installed Chrome.
 * `undefined` if neither is there. The caller closes the browser.
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
      // A library that Chromium needs is missing on this machine; an installed Chrome may still run.
    }
  }
  try {
    return await playwright.launch({ channel: 'chrome', headless: true });
  } catch {
    return undefined;
  }
}

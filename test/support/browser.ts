import chromium from '@sparticuz/chromium';
import { chromium as playwright, type Browser } from 'playwright-core';

// The npm package starts the browser with these options, which suit a cloud function. The tests leave them out.
// `--single-process`: the browser ends when its first page closes. `--disable-…` and `--allow-…`: security features are
// off, so a test could not tell whether our pages work with them. The rest: the browser emulates a graphics card, which
// takes more processor time than `--disable-gpu`.
const unwanted: ReadonlySet<string> = new Set([
  '--single-process',
  '--disable-web-security',
  '--allow-running-insecure-content',
  '--disable-site-isolation-trials',
  '--use-gl=angle',
  '--use-angle=swiftshader',
  '--enable-unsafe-swiftshader',
  '--ignore-gpu-blocklist',
]);

/**
 * Starts a headless Chromium from the npm package if the package supports this platform, and otherwise an installed
 * Chrome. Returns `undefined` if neither exists. The caller closes the browser.
 */
export async function launchBrowser(): Promise<Browser | undefined> {
  if (process.platform === 'linux' && process.arch === 'x64') {
    try {
      return await playwright.launch({
        executablePath: await chromium.executablePath(),
        args: [...chromium.args.filter((argument) => !unwanted.has(argument)), '--disable-gpu'],
        headless: true,
      });
    } catch {
      // This machine may lack a library that this Chromium needs. An installed Chrome is tried next.
    }
  }
  try {
    return await playwright.launch({ channel: 'chrome', headless: true });
  } catch {
    return undefined;
  }
}

import chromium from '@sparticuz/chromium';
import { chromium as playwright, type Browser } from 'playwright-core';

// The npm package has these options for a browser in a cloud function; they are not used here. With `--single-process`
// the browser ends when its first page closes. Some options switch security features off; with them a test could not
// tell whether our pages work with these features. The others make a graphics card in software, which takes more
// processor time than drawing without one.
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
      // This machine may lack a library that the Chromium of the package needs. An installed Chrome may still start.
    }
  }
  try {
    return await playwright.launch({ channel: 'chrome', headless: true });
  } catch {
    return undefined;
  }
}

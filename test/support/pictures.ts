import { randomUUID } from 'node:crypto';
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { testPerson } from '#connectors/sdk/test-person.ts';
import { buildConsole } from '#infra/local/console/build-console.ts';
import { staffClient, subjectClient, type StaffClient } from '#infra/local/demo/clients.ts';
import { codeIn, lettersOf } from '#infra/local/demo/letters.ts';
import { readDemoOrganisation } from '#infra/local/demo/organisation.ts';
import { demoRequest } from '#infra/local/demo/person.ts';
import { signIn } from '#infra/local/identity-provider/sign-in.ts';
import { connectorSystems } from '#infra/local/runner/environment.ts';
import { startFakes } from '#infra/local/runner/fakes.ts';
import { apiAudience, consoleClient } from '#infra/local/runner/staff.ts';
import { root, startSystem } from '#infra/local/runner/system.ts';
import { commandNow } from './command-now.ts';
import { launchBrowser } from './browser.ts';

// `npm run pictures`: starts the system and takes the pictures in the README. The first picture shows the request
// form. The second shows the console: a case in which the search found identifiers, and staff must decide whether they
// are the person's. The third shows the review of the answer.
/** Decides on what was learned and on the system that is searched by hand, until the answer is reviewed. */
async function toReview(staff: StaffClient, reference: string): Promise<void> {
  for (let look = 0; look < 600; look += 1) {
    const { waitingFor, learned, systems } = await staff.case(reference);
    if (waitingFor === 'release') return;
    const open = learned.find(({ decision }) => decision === 'open');
    const manual = systems.find(({ mode, outcome }) => mode === 'manual' && outcome === 'pending');
    if (open !== undefined) {
      const { identifier, acceptRefusedBy } = open;
      await commandNow(staff, reference, { type: 'decide-identifier', identifier, accept: acceptRefusedBy === null });
    } else if (manual !== undefined)
      await commandNow(staff, reference, {
        type: 'record-manual-result',
        system: manual.id,
        outcome: 'nothing-held',
      });
    else await new Promise((resolve) => setTimeout(resolve, 100));
  }
  throw new Error('the case did not reach its review');
}

const target = path.join(root, 'functions/web/pictures');
const folder = mkdtempSync(path.join(tmpdir(), 'utdrag-pictures-'));
const browser = await launchBrowser();
if (browser === undefined) throw new Error('there is no browser to take pictures with');
const { organisation, hash } = readDemoOrganisation();
const fakes = await startFakes(
  connectorSystems(organisation).map(({ connector }) => connector),
  [testPerson],
);
const system = await startSystem({
  folder,
  organisation,
  organisationHash: hash,
  vendors: fakes,
  console: await buildConsole(),
  onFailure: (what) => console.error(what),
});
try {
  mkdirSync(target, { recursive: true });
  const subject = subjectClient(system.url);
  const { reference, accessToken } = await subject.open(demoRequest, randomUUID());
  const token = await signIn({
    issuer: system.issuer,
    clientId: consoleClient,
    redirectUri: system.consoleRedirect,
    audience: apiAudience,
    staffId: 'staff-7f3a',
  });
  const staff = staffClient(system.url, token, randomUUID);
  const reach = async (waitingFor: string): Promise<Awaited<ReturnType<typeof staff.case>>> => {
    for (let look = 0; look < 600; look += 1) {
      const view = await staff.case(reference);
      if (view.waitingFor === waitingFor) return view;
      await new Promise((resolve) => setTimeout(resolve, 100));
    }
    throw new Error(`the case did not reach the state in which it waits for ${waitingFor}`);
  };
  await reach('subject-code');
  let code: string | undefined;
  while (code === undefined) {
    await system.settled();
    code = codeIn(await lettersOf(system.ses, reference));
  }
  await subject.verify(reference, accessToken, code);
  await staff.command(reference, (await reach('search-approval')).seq, { type: 'approve-search' });
  await reach('identifier-decision');

  const page = await browser.newPage({ viewport: { width: 1280, height: 860 }, deviceScaleFactor: 1 });
  await page.goto(`${system.url}/?lang=en`);
  await page.screenshot({ path: path.join(target, 'portal.png') });
  await page.goto(`${system.url}/console/`);
  await page
    .getByRole('button', { name: /sign in|logga in/i })
    .first()
    .click();
  await page.getByRole('button', { name: /Erik/ }).click();
  await page.getByText(reference).first().click();
  await page.waitForLoadState('networkidle');
  await page.waitForTimeout(500);
  await page.screenshot({ path: path.join(target, 'console.png') });

  await toReview(staff, reference);
  await page.goto(`${system.url}/console/#/cases/${reference}/review`);
  await page.getByRole('heading', { level: 1 }).waitFor();
  await page.waitForTimeout(500);
  await page.waitForTimeout(2_000);
  await page.screenshot({ path: path.join(target, 'review.png') });
} finally {
  await browser.close();
  await system.close();
  for (const fake of fakes.values()) await fake.close();
  rmSync(folder, { recursive: true, force: true });
}

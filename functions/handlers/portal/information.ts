import type { Language } from '#domain/language.ts';
import { authorityOf } from '#domain/organisation/authorities.ts';
import type { Controller } from '#domain/organisation/organisation.ts';
import { standingSentence } from '#letters/standing-sentence.ts';
import { informationPage } from '#web/portal/information-page.ts';
import type { InformationView } from '#web/portal/view.ts';
import { page, type Answer } from './replies.ts';
import { frameOf, type Visit } from './visit.ts';

/** Shows how personal data in requests are processed, and whom the person may contact. */
export async function information(visit: Visit): Promise<Answer> {
  const frame = frameOf(visit, '/information');
  const { language } = frame;
  const { controllers, policy } = visit.work.organisation;
  return page(
    200,
    await informationPage(frame, {
      controllers: controllers.map((one) => ({
        name: one.name,
        organisationNumber: one.organisationNumber,
        address: one.address,
        email: one.email,
        officer: one.dataProtectionOfficer?.email,
        authority: authorityView(one, language),
      })),
      standingSentence: standingSentence[language],
      materialDays: policy.materialDays,
      profileDays: policy.profileDays,
    }),
  );
}

function authorityView(
  controller: Controller,
  language: Language,
): InformationView['controllers'][number]['authority'] {
  const { name, website, email } = authorityOf(controller);
  return { name: name[language], website, email };
}

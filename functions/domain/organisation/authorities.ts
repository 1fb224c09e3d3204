import * as z from 'zod';
import type { Jurisdiction } from '../clock/holidays.ts';
import { localisedSchema } from '../language.ts';

/** A supervisory authority, as a letter names it (Art. 77). */
export const supervisoryAuthoritySchema = z.strictObject({
  name: localisedSchema,
  website: z.url(),
  email: z.email(),
  address: z.array(z.string().min(1)).min(1).optional(),
  phone: z.string().min(1).optional(),
});
export type SupervisoryAuthority = Readonly<z.infer<typeof supervisoryAuthoritySchema>>;

const imy: SupervisoryAuthority = {
  name: { sv: 'Integritetsskyddsmyndigheten (IMY)', en: 'the Swedish Authority for Privacy Protection (IMY)' },
  website: 'https://www.imy.se',
  email: 'imy@imy.se',
  address: ['Box 8114', '104 20 Stockholm'],
  phone: '08-657 61 00',
};

const authorities: Readonly<Record<Jurisdiction, SupervisoryAuthority | undefined>> = {
  SE: imy,
  FI: {
    name: { sv: 'Dataombudsmannens byrå i Finland', en: 'the Office of the Data Protection Ombudsman of Finland' },
    website: 'https://tietosuoja.fi',
    email: 'tietosuoja@om.fi',
    address: ['PB 800', '00531 Helsingfors'],
    phone: '+358 29 566 6700',
  },
  DK: {
    name: { sv: 'Datatilsynet i Danmark', en: 'Datatilsynet, the Danish Data Protection Agency' },
    website: 'https://www.datatilsynet.dk',
    email: 'dt@datatilsynet.dk',
    address: ['Carl Jacobsens Vej 35', '2500 Valby'],
    phone: '+45 33 19 32 00',
  },
  NO: {
    name: { sv: 'Datatilsynet i Norge', en: 'Datatilsynet, the Norwegian Data Protection Authority' },
    website: 'https://www.datatilsynet.no',
    email: 'postkasse@datatilsynet.no',
    address: ['Postboks 458 Sentrum', '0105 Oslo'],
    phone: '+47 22 39 69 00',
  },
  // For private bodies in Germany the authority of the Land is competent. The conflict `land-authority`
  // (`conflicts.ts`) tells the operator to name that authority in the description.
  DE: {
    name: {
      sv: 'Bundesbeauftragte für den Datenschutz und die Informationsfreiheit (BfDI) i Tyskland',
      en: 'the Federal Commissioner for Data Protection and Freedom of Information (BfDI) of Germany',
    },
    website: 'https://www.bfdi.bund.de',
    email: 'poststelle@bfdi.bund.de',
    address: ['Graurheindorfer Straße 153', '53117 Bonn'],
    phone: '+49 228 997799-0',
  },
  'EU-default': undefined,
};

interface Supervised {
  readonly jurisdiction: Jurisdiction;
  readonly supervisoryAuthority?: SupervisoryAuthority | undefined;
}

/**
 * The authority that letters name: the authority in the description, else the authority of the country.
 * Datainspektionen is replaced by IMY, the name of the Swedish authority since 2021. Throws if no authority is known.
 * `rules.ts` refuses a description with such a controller.
 */
export function authorityOf({ jurisdiction, supervisoryAuthority }: Supervised): SupervisoryAuthority {
  if (supervisoryAuthority !== undefined && namesFormerAuthority({ jurisdiction, supervisoryAuthority })) return imy;
  const authority = supervisoryAuthority ?? authorities[jurisdiction];
  if (authority === undefined) throw new Error(`no supervisory authority is known for ${jurisdiction}`);
  return authority;
}

/** Whether letters can name an authority for the controller. */
export function hasAuthority({ jurisdiction, supervisoryAuthority }: Supervised): boolean {
  return (supervisoryAuthority ?? authorities[jurisdiction]) !== undefined;
}

/**
 * Whether the description names the Swedish authority by the name that it had until 2021. (Åland's authority still has
 * that name.)
 */
export function namesFormerAuthority({ jurisdiction, supervisoryAuthority }: Supervised): boolean {
  return (
    jurisdiction === 'SE' &&
    supervisoryAuthority !== undefined &&
    Object.values(supervisoryAuthority.name).some((name) => isFormerName(name))
  );
}

/** Whether the text is a former name of the Swedish authority. */
export function isFormerName(name: string): boolean {
  return /datainspektion|swedish data (protection authority|inspection board)/i.test(name);
}

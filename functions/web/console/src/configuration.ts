import * as z from 'zod';

/** The settings that differ between installations of the same build. */
export const configurationSchema = z.object({
  /** The OpenID provider that staff sign in at. */
  issuer: z.url(),
  clientId: z.string().min(1),
  /** `aud` of the access tokens that the interface accepts. */
  audience: z.string().min(1),
  /** Origin of the interface; empty for the console's own. */
  api: z.string(),
});
export type Configuration = Readonly<z.infer<typeof configurationSchema>>;

/** Reads `config.json` beside the page. Throws if it is missing or invalid, because nothing works without it. */
export async function loadConfiguration(base: string): Promise<Configuration> {
  const response = await fetch(`${base}config.json`, { cache: 'no-cache' });
  if (!response.ok) throw new Error(`loading config.json gave status ${response.status}`);
  return configurationSchema.parse(await response.json());
}

import * as z from 'zod';

/** The settings that differ between installations. They are not part of the build. */
export const configurationSchema = z.object({
  /** The URL of the OpenID provider at which staff sign in. */
  issuer: z.url(),
  clientId: z.string().min(1),
  /** The claim `aud` of access tokens that the API accepts. */
  audience: z.string().min(1),
  /** Origin of the API; empty if it is the origin of the console. */
  api: z.string(),
});
export type Configuration = Readonly<z.infer<typeof configurationSchema>>;

/**
 * Reads `config.json` beside the page. Throws if the file is missing or invalid; the console cannot start without it.
 */
export async function loadConfiguration(base: string): Promise<Configuration> {
  const response = await fetch(`${base}config.json`, { cache: 'no-cache' });
  if (!response.ok) throw new Error(`loading config.json gave status ${response.status}`);
  return configurationSchema.parse(await response.json());
}

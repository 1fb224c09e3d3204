import * as z from 'zod';

/**
 * The schema of `config.json`: the settings that differ from one installation to another. The build does not contain
 * these settings.
 */
export const configurationSchema = z.object({
  /** The URL of the OpenID provider at which staff sign in. */
  issuer: z.url(),
  clientId: z.string().min(1),
  /** The claim `aud` that access tokens for the API must have. */
  audience: z.string().min(1),
  /** Origin of the API. Empty if the console has the same origin. */
  api: z.string(),
});
export type Configuration = Readonly<z.infer<typeof configurationSchema>>;

/**
 * Reads `config.json` from the server of the console. Throws if the file is missing or invalid, because the console
 * cannot start without it.
 */
export async function loadConfiguration(base: string): Promise<Configuration> {
  const response = await fetch(`${base}config.json`, { cache: 'no-cache' });
  if (!response.ok) throw new Error(`loading config.json gave status ${response.status}`);
  return configurationSchema.parse(await response.json());
}

import * as z from 'zod';
import { handFileIdSchema } from '#domain/findings/manual.ts';
import { mostScanBytes } from './register.ts';

/** Maximum size of a file in bytes. In base64 it takes 5.6 MB, and a Lambda function accepts 6 MB. */
export const mostHandFileBytes = mostScanBytes;
/** Maximum length of the body of the request, in bytes. */
export const longestHandFile = Math.ceil(mostHandFileBytes / 3) * 4 + 1024;

/** The body of `POST /v1/cases/{id}/systems/{system}/files`: a file that staff found when they searched by hand. */
export const handFileSchema = z
  .strictObject({
    base64: z.string().max(Math.ceil(mostHandFileBytes / 3) * 4, `at most ${mostHandFileBytes} bytes`),
  })
  .meta({ id: 'HandFile' });

/** The response. An entry of the search by hand names the file by the id `file`. */
export const keptHandFileSchema = z
  .strictObject({
    file: handFileIdSchema,
    /** The media type, recognised by the content of the file. */
    mediaType: z.string(),
    bytes: z.number().int().positive(),
  })
  .meta({ id: 'KeptHandFile' });
export type KeptHandFile = Readonly<z.infer<typeof keptHandFileSchema>>;

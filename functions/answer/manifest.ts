import * as z from 'zod';
import { dataCategorySchema } from '#domain/findings/annotation.ts';
import { unreadReasonSchema } from '#domain/findings/finding.ts';
import { languageSchema } from '#domain/language.ts';
import { pageRangeSchema } from '#domain/review/pages.ts';
import { outcomes } from './answer.ts';

export const manifestPath = 'manifest.json';

const hash = z.string().regex(/^[0-9a-f]{64}$/);
const count = z.number().int().nonnegative();

/** A path inside a package: relative, at most 180 characters, and only characters that every file system allows. */
export const pathSchema = z
  .string()
  .max(180)
  .regex(/^[a-z0-9][a-z0-9._-]*(\/[a-z0-9][a-z0-9._-]*)*$/i, 'not a plain relative path');

const systemSchema = z.strictObject({
  id: z.string().min(1),
  title: z.string().min(1),
  outcome: z.enum(outcomes),
  /** Why the search failed, or why the system is `pending`: a text in the language of the package. */
  reason: z.string().min(1).optional(),
  /** The code behind `reason`, for programs. The code is the same in every language and version. */
  reasonCode: z.string().min(1).optional(),
  ground: z.string().min(1).optional(),
  /** When the system was searched. Absent while the outcome is `pending`. */
  asOf: z.iso.datetime({ offset: true }).optional(),
  /** Data that the connector cannot read in the system: texts in the language of the package. */
  notRead: z.array(z.string().min(1)).optional(),
  /**
   * The records and documents that the search found and could not copy unchanged, each with the reason. The package has
   * no altered copy of them.
   */
  unread: z
    .array(
      z.strictObject({
        resource: z.string().min(1),
        /**
         * The id of the record in the system. Absent if nobody could read the id, or if the record may be about
         * somebody else.
         */
        id: z.string().optional(),
        /** Title of the document that could not be copied. Absent if the record itself could not be copied. */
        document: z.string().optional(),
        reason: unreadReasonSchema,
      }),
    )
    .min(1)
    .optional(),
  /** The number of the earlier answer that contained the system's data. Absent if no earlier answer did. */
  deliveredIn: z.number().int().positive().optional(),
  records: count,
  /**
   * The number of records that no verified identifier ties to the person, and that may still be the person's. The
   * package does not contain these records. Packages of version 0.2.0 lack this number.
   */
  possible: count.default(0),
  /**
   * The number of records that name the person and also somebody else, for example a second personnummer. The package
   * does not contain these records. Packages of version 0.2.0 lack this number.
   */
  disputed: count.default(0),
  /** How many files of this package contain data of the system. */
  files: count,
});

const fileSchema = z.strictObject({
  path: pathSchema,
  mediaType: z.string().regex(/^[a-z0-9.+-]+\/[a-z0-9.+-]+$/),
  bytes: count,
  sha256: hash,
  system: z.string().min(1).optional(),
  /** The category that all fields of the file have. Absent if the fields have several categories. */
  category: dataCategorySchema.optional(),
  /** Whether the right to data portability (Art. 20) covers all fields of the file. */
  portable: z.boolean().optional(),
  /** The pages of the original document that are left out of this file. Absent: none, or the person is not told. */
  withoutPages: z.array(pageRangeSchema).min(1).optional(),
});
export type ManifestFile = Readonly<z.infer<typeof fileSchema>>;

/** The schema of `manifest.json`, which lists the files of a package and what the package leaves out. */
export const manifestSchema = z
  .strictObject({
    schemaVersion: z.literal(1),
    reference: z.string().min(1),
    controller: z.strictObject({ id: z.string().min(1), name: z.string().min(1) }),
    language: languageSchema,
    round: z.number().int().positive(),
    createdAt: z.iso.datetime({ offset: true }),
    /** The period to which the request was limited. `null`: all data. The writer always writes `null`. */
    period: z.strictObject({ from: z.iso.date(), to: z.iso.date() }).nullable(),
    systems: z.array(systemSchema),
    files: z.array(fileSchema),
    /**
     * What staff refused to disclose, masked or withheld, as far as the person is told: the number of records or of
     * masked places, and the code of the ground. Packages of version 0.2.0 lack this list.
     */
    withheld: z
      .array(
        z.strictObject({
          system: z.string().min(1),
          resource: z.string().min(1),
          count,
          ground: z.string().min(1),
          kind: z.enum(['masked', 'withheld', 'pages']),
        }),
      )
      .default([]),
    /**
     * The length and SHA-256 of all bytes before the entry of the manifest in the zip. Different zip bytes can unpack
     * to the same files, so the hashes of the files alone would not reveal every change.
     */
    packed: z.strictObject({ bytes: count, sha256: hash }),
  })
  .superRefine((manifest, context) => {
    const paths = new Set<string>([manifestPath]);
    const filesOf = new Map<string, number>();
    for (const [index, { path, system }] of manifest.files.entries()) {
      // On a file system that ignores upper and lower case, `a.json` would replace `A.json`.
      if (paths.has(path.toLowerCase()))
        context.addIssue({ code: 'custom', path: ['files', index, 'path'], message: 'this path is used twice' });
      paths.add(path.toLowerCase());
      if (system !== undefined) filesOf.set(system, (filesOf.get(system) ?? 0) + 1);
    }
    for (const [index, { id, files }] of manifest.systems.entries()) {
      if (files !== (filesOf.get(id) ?? 0))
        context.addIssue({
          code: 'custom',
          path: ['systems', index, 'files'],
          message: 'the number of files is not the number of listed files of this system',
        });
      filesOf.delete(id);
    }
    for (const id of filesOf.keys())
      context.addIssue({
        code: 'custom',
        path: ['files'],
        message: `no system ${id} is listed, or it is listed twice`,
      });
  });
export type Manifest = Readonly<z.infer<typeof manifestSchema>>;

/**
 * The text of a manifest. Throws a `ZodError` if the manifest does not match the schema, so no undeclared field reaches
 * the person.
 */
export function manifestText(manifest: Manifest): string {
  return `${JSON.stringify(manifestSchema.parse(manifest), undefined, 2)}\n`;
}

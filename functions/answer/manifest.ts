import * as z from 'zod';
import { dataCategorySchema } from '#domain/findings/annotation.ts';
import { unreadReasonSchema } from '#domain/findings/finding.ts';
import { languageSchema } from '#domain/language.ts';
import { outcomes } from './answer.ts';

export const manifestPath = 'manifest.json';

const hash = z.string().regex(/^[0-9a-f]{64}$/);
const count = z.number().int().nonnegative();

/** A path inside a package: short, relative, and with characters that every file system allows. */
export const pathSchema = z
  .string()
  .max(180)
  .regex(/^[a-z0-9][a-z0-9._-]*(\/[a-z0-9][a-z0-9._-]*)*$/i, 'not a plain relative path');

const systemSchema = z.strictObject({
  id: z.string().min(1),
  title: z.string().min(1),
  outcome: z.enum(outcomes),
  /** The kind of failure, or what is awaited, in words, in the language of the package. */
  reason: z.string().min(1).optional(),
  /** The same reason as a code that does not change. */
  reasonCode: z.string().min(1).optional(),
  ground: z.string().min(1).optional(),
  /** When the system was searched. Absent while the outcome is `pending`. */
  asOf: z.iso.datetime({ offset: true }).optional(),
  /** Data that the search of the system does not read, in the language of the package. */
  notRead: z.array(z.string().min(1)).optional(),
  /** Records and documents that could not be copied unchanged, each with the reason. */
  unread: z
    .array(
      z.strictObject({
        resource: z.string().min(1),
        /**
         * The id of the record in the system. Absent if the id could not be read, or if the record may belong to
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
  /** The number of the earlier answer that contained the system's data. */
  deliveredIn: z.number().int().positive().optional(),
  records: count,
  /**
   * The number of records that no verified identifier ties to the person. They are not in the package. Packages of
   * version 0.2.0 do not have this number.
   */
  possible: count.default(0),
  /**
   * The number of records that one identifier ties to the person, and another to somebody else. They are not in the
   * package. Packages of version 0.2.0 do not have this number.
   */
  disputed: count.default(0),
  /** The number of files of this package that contain the system's data. */
  files: count,
});

const fileSchema = z.strictObject({
  path: pathSchema,
  mediaType: z.string().regex(/^[a-z0-9.+-]+\/[a-z0-9.+-]+$/),
  bytes: count,
  sha256: hash,
  system: z.string().min(1).optional(),
  /** The category of the data. Absent if the data of the file have several categories. */
  category: dataCategorySchema.optional(),
  /** Whether Art. 20 covers all data of the file. */
  portable: z.boolean().optional(),
});
export type ManifestFile = Readonly<z.infer<typeof fileSchema>>;

/** `manifest.json`: the content of a package, and what it leaves out. */
export const manifestSchema = z
  .strictObject({
    schemaVersion: z.literal(1),
    reference: z.string().min(1),
    controller: z.strictObject({ id: z.string().min(1), name: z.string().min(1) }),
    language: languageSchema,
    round: z.number().int().positive(),
    createdAt: z.iso.datetime({ offset: true }),
    /** The period to which the request was limited; `null`: none. */
    period: z.strictObject({ from: z.iso.date(), to: z.iso.date() }).nullable(),
    systems: z.array(systemSchema),
    files: z.array(fileSchema),
    /**
     * What was left out: the number of records of each kind, and the code of the ground. Packages of version 0.2.0 have
     * no such list.
     */
    withheld: z
      .array(
        z.strictObject({
          system: z.string().min(1),
          resource: z.string().min(1),
          count,
          ground: z.string().min(1),
          kind: z.enum(['masked', 'withheld']),
        }),
      )
      .default([]),
    /**
     * The length and hash of the zip, from its first byte to the manifest's own entry. Different bytes can unpack to
     * the same files, so hashes of the files alone would not reveal every change.
     */
    packed: z.strictObject({ bytes: count, sha256: hash }),
  })
  .superRefine((manifest, context) => {
    const paths = new Set<string>([manifestPath]);
    const filesOf = new Map<string, number>();
    for (const [index, { path, system }] of manifest.files.entries()) {
      // Some file systems treat upper and lower case as the same.
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

/** The text of a manifest. Throws a `ZodError` if the manifest is invalid, so that no undeclared field is sent. */
export function manifestText(manifest: Manifest): string {
  return `${JSON.stringify(manifestSchema.parse(manifest), undefined, 2)}\n`;
}

import * as z from 'zod';
import { dataCategorySchema } from '#domain/findings/annotation.ts';
import { unreadReasonSchema } from '#domain/findings/finding.ts';
import { languageSchema } from '#domain/language.ts';
import { outcomes } from './answer.ts';

export const manifestPath = 'manifest.json';

const hash = z.string().regex(/^[0-9a-f]{64}$/);
const count = z.number().int().nonnegative();

/** A path inside a package: short, plain, relative, valid on every file system, and made of our own ids only. */
export const pathSchema = z
  .string()
  .max(180)
  .regex(/^[a-z0-9][a-z0-9._-]*(\/[a-z0-9][a-z0-9._-]*)*$/i, 'not a plain relative path');

const systemSchema = z.strictObject({
  id: z.string().min(1),
  title: z.string().min(1),
  outcome: z.enum(outcomes),
  /** The kind of failure, or what is awaited, in the language of the package. */
  reason: z.string().min(1).optional(),
  /** The same as a stable code. */
  reasonCode: z.string().min(1).optional(),
  ground: z.string().min(1).optional(),
  /** When the system was searched; absent while it is pending. */
  asOf: z.iso.datetime({ offset: true }).optional(),
  /** Data that the search of the system does not read, in the language of the package. */
  notRead: z.array(z.string().min(1)).optional(),
  /** Records and documents that could not be copied unchanged, and why. */
  unread: z
    .array(
      z.strictObject({
        resource: z.string().min(1),
        /** The system's own id; absent if it cannot be read or the record's owner is unknown. */
        id: z.string().optional(),
        /** Title of the document; absent: the record itself. */
        document: z.string().optional(),
        reason: unreadReasonSchema,
      }),
    )
    .min(1)
    .optional(),
  /** The earlier answer that delivered its data. */
  deliveredIn: z.number().int().positive().optional(),
  records: count,
  /**
   * Records that no verified identifier ties to the person: not in the package. Packages of 0.2.0 do not have this
   * number.
   */
  possible: count.default(0),
  /**
   * Records that may be the person's or somebody else's: not in the package. Packages of 0.2.0 do not have this number.
   */
  disputed: count.default(0),
  /** Files of this package that hold its data. */
  files: count,
});

const fileSchema = z.strictObject({
  path: pathSchema,
  mediaType: z.string().regex(/^[a-z0-9.+-]+\/[a-z0-9.+-]+$/),
  bytes: count,
  sha256: hash,
  system: z.string().min(1).optional(),
  /** Present if all data of the file have one category. */
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
     * What was left out: the number of records of each kind, and the code of the ground. Packages of 0.2.0 have no such
     * list.
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
     * The zip from its first byte to the manifest's own entry. Different bytes can unpack to the same files, so hashes
     * of the files alone would not reveal every change.
     */
    packed: z.strictObject({ bytes: count, sha256: hash }),
  })
  .superRefine((manifest, context) => {
    const paths = new Set<string>([manifestPath]);
    const filesOf = new Map<string, number>();
    for (const [index, { path, system }] of manifest.files.entries()) {
      // Some file systems do not distinguish upper and lower case.
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
          message: 'the file has another number of records',
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

/** The text of a manifest; throws a `ZodError` if it is invalid, so that no undeclared field is sent. */
export function manifestText(manifest: Manifest): string {
  return `${JSON.stringify(manifestSchema.parse(manifest), undefined, 2)}\n`;
}

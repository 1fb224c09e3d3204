import * as z from 'zod';
import { organisationParts, type Organisation } from './organisation.ts';
import { policySchema } from './policy.ts';
import type { OrganisationProblem } from './problem.ts';

/**
 * The parts of a description with mistakes that still match the schema. The rules (`rules.ts`) are applied to these
 * parts, so that one check finds the mistakes of both kinds.
 */
export interface Salvaged {
  readonly organisation: Organisation;
  /** Whether no controller, system or activity was left out. */
  readonly isWhole: boolean;
  /**
   * Turns a path in `organisation` into the path in the original description. If `systems[0]` was left out,
   * `systems[0].id` becomes `systems[1].id`.
   */
  originalPath(path: string): string;
  /**
   * Whether the problem exists only because a part with mistakes was left out: a reference to that part, for example.
   */
  followsFromMistake(problem: OrganisationProblem): boolean;
}

const recordSchema = z.record(z.string(), z.unknown());
const listSchema = z.array(z.unknown());
const namedSchema = z.looseObject({ id: z.string() });

/**
 * Takes the place of a policy with mistakes. The controllers' own rules are then left out too, because there is no
 * policy to compare them with.
 */
const anyPolicy = policySchema.parse({
  approveSearch: 'automatic',
  codesPerAddressAndDay: 1,
  lettersPerAddressAndDay: 1,
  lettersPerAddressAndMinute: 1,
  requestsPerAddressAndDay: 1,
  casesPerAddressAndDay: 1,
  requestsPerNetworkAndHour: 1,
  cutOffDaysBeforeDue: 0,
  downloadDays: 1,
  materialDays: 1,
  profileDays: 1,
});

/** Leaves out the parts of a description that have mistakes. `undefined`: the rest does not match the schema either. */
export function salvage(content: unknown): Salvaged | undefined {
  const description = recordSchema.safeParse(content);
  if (!description.success) return undefined;
  const kept = new Map<string, readonly number[]>();
  const lost: unknown[] = [];
  const parts: Record<string, unknown> = { schema: 'organisation/1', name: '-' };
  for (const [key, schema] of Object.entries(organisationParts.shape)) {
    const value = description.data[key];
    const list = elementOf(schema);
    const items = listSchema.safeParse(value).data;
    if (list === undefined || items === undefined) {
      if (value !== undefined && z.safeParse(schema, value).success) parts[key] = value;
      continue;
    }
    const right = [...items.keys()].filter((index) => z.safeParse(list, items[index]).success);
    kept.set(key, right);
    lost.push(...items.filter((_, index) => !right.includes(index)));
    parts[key] = right.map((index) => items[index]);
  }
  const policyIsRight = 'policy' in parts;
  const parsed = organisationParts.safeParse({ ...parts, ...(policyIsRight ? {} : { policy: anyPolicy }) });
  if (!parsed.success) return undefined;
  const organisation = policyIsRight
    ? parsed.data
    : { ...parsed.data, controllers: parsed.data.controllers.map((one) => ({ ...one, policy: undefined })) };
  const lostIds = new Set(lost.flatMap(idsIn));
  // If a part that was left out has no id, a reference may mean that part.
  const anyIsNameless = lost.some((part) => !namedSchema.safeParse(part).success);
  const whole = (key: string): boolean => {
    const value = description.data[key];
    return Array.isArray(value) && kept.get(key)?.length === value.length;
  };
  return {
    organisation,
    isWhole: whole('controllers') && whole('systems') && whole('activities'),
    originalPath: (path) =>
      path.replace(/^(\w+)\[(\d+)\]/, (same, key: string, index: string) => {
        const original = kept.get(key)?.[Number(index)];
        return original === undefined ? same : `${key}[${original}]`;
      }),
    followsFromMistake: ({ path, message }) => {
      if (!/^there is no (?:controller|system|activity|business area) |^people has nobody /.test(message)) return false;
      const named = valueAt(organisation, path);
      return anyIsNameless || (typeof named === 'string' && lostIds.has(named));
    },
  };
}

/** The schema of a list's items. */
function elementOf(schema: z.ZodType): z.core.$ZodType | undefined {
  const list = schema instanceof z.ZodDefault ? schema.unwrap() : schema;
  return list instanceof z.ZodArray ? list.element : undefined;
}

/** Every id in a part, also in its inner parts, such as the business areas of a controller. */
function idsIn(part: unknown): readonly string[] {
  if (Array.isArray(part)) return part.flatMap(idsIn);
  const record = recordSchema.safeParse(part);
  if (!record.success) return [];
  const { id } = record.data;
  return [...(typeof id === 'string' ? [id] : []), ...Object.values(record.data).flatMap(idsIn)];
}

function valueAt(content: unknown, path: string): unknown {
  return path
    .split(/[.[\]]+/)
    .filter((part) => part !== '')
    .reduce<unknown>((value, part) => {
      if (Array.isArray(value)) return value[Number(part)];
      return recordSchema.safeParse(value).data?.[part];
    }, content);
}

import type * as z from 'zod';
import {
  branchSchema,
  machineSchema,
  processorSchema,
  stateSchema,
  type Definition,
  type State,
} from './definition.ts';
import { problemOfExpression } from './expression-rules.ts';
import { expressionIn } from './expressions.ts';
import { problemsOfFlow, type CheckedScope, type Diagnostic } from './flow.ts';
import { isArray, isObject, parseJson, type Json } from './json.ts';
import { definitionLimitBytes } from './limits.ts';

export type Checked =
  | { readonly ok: true; readonly definition: Definition }
  | { readonly ok: false; readonly diagnostics: readonly Diagnostic[] };

/**
 * Reads a definition in Amazon States Language (Standard, JSONata). Refuses a definition that is invalid on AWS, and a
 * definition with a feature that this engine does not run exactly as AWS does. Such features are JSONPath, distributed
 * maps, integrations other than Lambda, tasks with a role of their own, and `$uuid`.
 */
export function checkDefinition(text: string): Checked {
  if (Buffer.byteLength(text) > definitionLimitBytes)
    return refuse('SCHEMA_VALIDATION_FAILED', `Definition is longer than ${definitionLimitBytes} bytes`);
  const parsed = parseJson(text);
  if (!parsed.ok && text.trim() !== '') return refuse('INVALID_JSON_DESCRIPTION', parsed.problem);
  if (!parsed.ok || !isObject(parsed.value))
    return refuse('SCHEMA_VALIDATION_FAILED', 'Definition must be a valid JSON object');

  const missing = ['States', 'StartAt'].filter((field) => !(isObject(parsed.value) && field in parsed.value));
  if (missing.length > 0)
    return refuse('SCHEMA_VALIDATION_FAILED', `These fields are required: [${missing.join(', ')}]`, '/');
  const machine = machineSchema.safeParse(parsed.value);
  if (!machine.success) return { ok: false, diagnostics: diagnosticsOf(machine.error, '') };
  const reader = { states: new Map<string, State>(), diagnostics: new Array<Diagnostic>() };
  const scope = readScope(machine.data, '', reader);
  if (reader.diagnostics.length === 0) reader.diagnostics.push(...problemsOfFlow(scope));
  if (reader.diagnostics.length === 0) reader.diagnostics.push(...problemsOfExpressions(parsed.value, ''));
  if (reader.diagnostics.length > 0) return { ok: false, diagnostics: reader.diagnostics };
  return {
    ok: true,
    definition: {
      startAt: machine.data.StartAt,
      timeoutSeconds: machine.data.TimeoutSeconds,
      states: reader.states,
    },
  };
}

interface Reader {
  readonly states: Map<string, State>;
  readonly diagnostics: Diagnostic[];
}

function readScope(
  scope: { readonly StartAt: string; readonly States: Readonly<Record<string, unknown>> },
  path: string,
  reader: Reader,
): CheckedScope {
  const states = new Map<string, State>();
  const inner = new Map<string, readonly CheckedScope[]>();
  for (const [name, raw] of Object.entries(scope.States)) {
    const here = `${path}/States/${name}`;
    const state = stateSchema.safeParse(raw);
    if (!state.success) {
      reader.diagnostics.push(...diagnosticsOf(state.error, here));
      continue;
    }
    const read = readInner(state.data, here, reader);
    if (read === undefined) continue;
    if (reader.states.has(name))
      reader.diagnostics.push({
        code: 'SCHEMA_VALIDATION_FAILED',
        message: `The state name '${name}' is used more than once`,
        location: here,
      });
    reader.states.set(name, read.state);
    states.set(name, read.state);
    inner.set(name, read.scopes);
  }
  return { path, startAt: scope.StartAt, states, inner };
}

function readInner(
  state: z.infer<typeof stateSchema>,
  path: string,
  reader: Reader,
): { readonly state: State; readonly scopes: readonly CheckedScope[] } | undefined {
  if (state.Type === 'Map') {
    const { ItemProcessor, ...map } = state;
    const processor = processorSchema.safeParse(ItemProcessor);
    if (!processor.success) {
      reader.diagnostics.push(...diagnosticsOf(processor.error, `${path}/ItemProcessor`));
      return undefined;
    }
    const scope = readScope(processor.data, `${path}/ItemProcessor`, reader);
    return { state: { ...map, startAt: scope.startAt }, scopes: [scope] };
  }
  if (state.Type === 'Parallel') {
    const { Branches, ...parallel } = state;
    const scopes: CheckedScope[] = [];
    for (const [index, raw] of Branches.entries()) {
      const here = `${path}/Branches[${index}]`;
      const branch = branchSchema.safeParse(raw);
      if (branch.success) scopes.push(readScope(branch.data, here, reader));
      else reader.diagnostics.push(...diagnosticsOf(branch.error, here));
    }
    if (scopes.length < Branches.length) return undefined;
    return { state: { ...parallel, startAt: scopes.map((scope) => scope.startAt) }, scopes };
  }
  return { state, scopes: [] };
}

/**
 * Checks every string in the definition that starts with `{%`: it must end with `%}`, and `problemOfExpression` must
 * find no mistake in the expression.
 */
function problemsOfExpressions(value: Json, path: string): Diagnostic[] {
  if (typeof value === 'string' && value.startsWith('{%')) {
    const source = expressionIn(value);
    const problem = source === undefined ? `A JSONata expression must end with '%}'` : problemOfExpression(source);
    return problem === undefined ? [] : [{ code: 'SCHEMA_VALIDATION_FAILED', message: problem, location: path }];
  }
  if (isArray(value)) return value.flatMap((part, index) => problemsOfExpressions(part, `${path}[${index}]`));
  if (!isObject(value)) return [];
  return Object.entries(value).flatMap(([key, part]) =>
    key === 'Comment' ? [] : problemsOfExpressions(part, `${path}/${key}`),
  );
}

function diagnosticsOf(error: z.ZodError, path: string): Diagnostic[] {
  return error.issues.flatMap((issue) => {
    const inside = issue.path.map((part) => (typeof part === 'number' ? `[${part}]` : `/${String(part)}`)).join('');
    const problem = (message: string, location = `${path}${inside}` || '/'): Diagnostic => ({
      code: 'SCHEMA_VALIDATION_FAILED',
      message,
      location,
    });
    if (issue.code === 'unrecognized_keys')
      return issue.keys.map((key) => problem(`Field '${key}' is not supported`, `${path}${inside}/${key}`));
    if (issue.code === 'invalid_union' && issue.path.at(-1) === 'Type')
      return [
        problem(
          `The field 'Type' should have one of these values: [Task, Wait, Pass, Succeed, Fail, Choice, Parallel, Map]`,
        ),
      ];
    if (issue.code === 'invalid_type' && issue.input === undefined)
      return [problem(`The field '${String(issue.path.at(-1) ?? '')}' is required or has the wrong type`)];
    return [problem(issue.message)];
  });
}

function refuse(code: string, message: string, location?: string): Checked {
  return { ok: false, diagnostics: [location === undefined ? { code, message } : { code, message, location }] };
}

const known = new Map<string, Definition>();
const mostKnown = 200;

/**
 * Reads the stored definition of an execution. Throws if this version of the engine no longer accepts the definition.
 */
export function loadDefinition(text: string): Definition {
  const cached = known.get(text);
  if (cached !== undefined) return cached;
  const checked = checkDefinition(text);
  if (!checked.ok) throw new Error(`the definition is refused: ${describe(checked.diagnostics)}`);
  if (known.size >= mostKnown) known.clear();
  known.set(text, checked.definition);
  return checked.definition;
}

/** Formats the mistakes in a definition as the message of an InvalidDefinition error. */
export function describe(diagnostics: readonly Diagnostic[]): string {
  return diagnostics
    .map(({ code, message, location }) => `${code}: ${message}${location === undefined ? '' : ` at ${location}`}`)
    .join(', ');
}

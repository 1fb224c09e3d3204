import type { ChoiceState, State } from './definition.ts';
import { isObject, type JsonObject } from './json.ts';
import { longestName } from './limits.ts';

/** One mistake in a definition. */
export interface Diagnostic {
  readonly code: string;
  readonly message: string;
  /** The place of the mistake in the definition, for example `/States/Ask/Choices[0]/Next`. */
  readonly location?: string;
}

/**
 * States that lead only to each other: those of a state machine, of a branch or of an item processor. `check.ts` has
 * already checked the fields of each state.
 */
export interface CheckedScope {
  readonly path: string;
  readonly startAt: string;
  readonly states: ReadonlyMap<string, State>;
  /** The scopes inside each Map or Parallel of this scope, by the name of the Map or Parallel. */
  readonly inner: ReadonlyMap<string, readonly CheckedScope[]>;
}

/**
 * Finds mistakes that concern several fields or states: in the targets of transitions, in `Retry` and `Catch`, and in
 * variables.
 */
export function problemsOfFlow(scope: CheckedScope, outerVariables: ReadonlySet<string> = new Set()): Diagnostic[] {
  const found: Diagnostic[] = [];
  const report = (message: string, location: string, code = 'SCHEMA_VALIDATION_FAILED'): void => {
    found.push({ code, message, location });
  };
  if (!scope.states.has(scope.startAt))
    report(`Missing 'StartAt' target: ${scope.startAt}`, `${scope.path}/StartAt`, 'MISSING_TRANSITION_TARGET');

  for (const [name, state] of scope.states) {
    const here = `${scope.path}/States/${name}`;
    for (const { target, location } of transitions(state)) {
      if (!scope.states.has(target))
        report(`Missing transition target: ${target}`, `${here}${location}`, 'MISSING_TRANSITION_TARGET');
    }
    for (const problem of problemsOfState(state)) report(problem, here);
    for (const variable of assigned(state)) {
      const problem = problemOfVariable(variable, outerVariables);
      if (problem !== undefined) report(problem, here);
    }
  }
  const reachable = reachableFrom(scope, [scope.startAt]);
  for (const name of scope.states.keys()) {
    if (!reachable.has(name))
      report(`State "${name}" is not reachable.`, `${scope.path}/States/${name}`, 'MISSING_TRANSITION_TARGET');
  }
  return [
    ...found,
    ...[...scope.inner].flatMap(([name, inner]) => {
      const visible = new Set([...outerVariables, ...assignedBefore(scope, name)]);
      return inner.flatMap((one) => problemsOfFlow(one, visible));
    }),
  ];
}

/**
 * The variables that may already have a value when the Map or Parallel `name` runs its iterations or branches. The Map
 * or Parallel itself assigns variables only after its iterations or branches. So its variables are among them only if a
 * later state leads back to it.
 */
function assignedBefore(scope: CheckedScope, name: string): readonly string[] {
  return [...scope.states].flatMap(([other, state]) => {
    const isBefore =
      other !== name ||
      reachableFrom(
        scope,
        transitions(state).map(({ target }) => target),
      ).has(name);
    return isBefore ? assigned(state) : [];
  });
}

interface Transition {
  readonly target: string;
  readonly location: string;
}

function transitions(state: State): Transition[] {
  switch (state.Type) {
    case 'Succeed':
    case 'Fail':
      return [];
    case 'Choice':
      return choices(state);
    case 'Pass':
    case 'Wait':
      return next(state.Next);
    case 'Task':
    case 'Map':
    case 'Parallel':
      return [
        ...next(state.Next),
        ...(state.Catch ?? []).map(({ Next }, index) => ({ target: Next, location: `/Catch[${index}]/Next` })),
      ];
  }
}

function next(target: string | undefined): Transition[] {
  return target === undefined ? [] : [{ target, location: '/Next' }];
}

function choices(state: ChoiceState): Transition[] {
  const rules = state.Choices.map(({ Next }, index) => ({ target: Next, location: `/Choices[${index}]/Next` }));
  return state.Default === undefined ? rules : [...rules, { target: state.Default, location: '/Default' }];
}

function reachableFrom(scope: CheckedScope, from: readonly string[]): ReadonlySet<string> {
  const reached = new Set<string>();
  const open = [...from];
  for (let name = open.pop(); name !== undefined; name = open.pop()) {
    const state = scope.states.get(name);
    if (state === undefined || reached.has(name)) continue;
    reached.add(name);
    open.push(...transitions(state).map(({ target }) => target));
  }
  return reached;
}

function problemsOfState(state: State): string[] {
  switch (state.Type) {
    case 'Succeed':
    case 'Fail':
    case 'Choice':
      return [];
    case 'Pass':
      return problemsOfEnd(state);
    case 'Wait':
      return (state.Seconds === undefined) === (state.Timestamp === undefined)
        ? [...problemsOfEnd(state), `A Wait state needs exactly one of [Seconds, Timestamp]`]
        : problemsOfEnd(state);
    case 'Map':
    case 'Parallel':
      return [...problemsOfEnd(state), ...problemsOfHandlers(state)];
    case 'Task': {
      const found = [...problemsOfEnd(state), ...problemsOfHandlers(state)];
      const { TimeoutSeconds: timeout, HeartbeatSeconds: heartbeat } = state;
      if (typeof heartbeat === 'number' && typeof timeout === 'number' && heartbeat >= timeout)
        found.push(`'HeartbeatSeconds' must be smaller than 'TimeoutSeconds'`);
      if (!state.Resource.startsWith('arn:aws:states:::')) return found;
      if (state.Arguments === undefined) found.push(`The field 'Arguments' is required but was missing`);
      if (!isObject(state.Arguments)) return found;
      if (state.Arguments['FunctionName'] === undefined)
        found.push(`The field 'FunctionName' is required but was missing`);
      const other = otherArgument(state.Arguments);
      if (other !== undefined) found.push(`The argument '${other}' of lambda:invoke is not supported`);
      return found;
    }
  }
}

/** The name of an argument that this engine does not support in `lambda:invoke`; `undefined` if there is none. */
export function otherArgument(given: JsonObject): string | undefined {
  return Object.keys(given).find((field) => field !== 'FunctionName' && field !== 'Payload');
}

function problemsOfEnd(state: { readonly Next?: string | undefined; readonly End?: boolean | undefined }): string[] {
  return (state.Next === undefined) === (state.End === undefined) ? ['A state needs exactly one of [Next, End]'] : [];
}

function problemsOfHandlers(state: Extract<State, { readonly Type: 'Task' | 'Map' | 'Parallel' }>): string[] {
  return [state.Retry ?? [], state.Catch ?? []].flatMap(
    (list: readonly { readonly ErrorEquals: readonly string[] }[]) =>
      list.flatMap(({ ErrorEquals: errors }, index) =>
        errors.includes('States.ALL') && (errors.length > 1 || index < list.length - 1)
          ? [`'States.ALL' must be alone in 'ErrorEquals' and in the last entry`]
          : [],
      ),
  );
}

function assigned(state: State): string[] {
  switch (state.Type) {
    case 'Succeed':
    case 'Fail':
      return [];
    case 'Pass':
    case 'Wait':
      return Object.keys(state.Assign ?? {});
    case 'Choice':
      return [state, ...state.Choices].flatMap(({ Assign }) => Object.keys(Assign ?? {}));
    case 'Task':
    case 'Map':
    case 'Parallel':
      return [state, ...(state.Catch ?? [])].flatMap(({ Assign }) => Object.keys(Assign ?? {}));
  }
}

function problemOfVariable(variable: string, outer: ReadonlySet<string>): string | undefined {
  if (variable === 'states') return `The variable name 'states' is reserved`;
  if (variable.length > longestName || !/^\p{ID_Start}[\p{ID_Continue}]*$/u.test(variable))
    return `'${variable}' is not a valid variable name`;
  if (outer.has(variable)) return `The variable '${variable}' of an outer scope cannot be assigned in an inner one`;
  return undefined;
}

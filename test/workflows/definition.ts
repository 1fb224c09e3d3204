import { readFileSync } from 'node:fs';
import { workflowSpec } from '#infra/system.ts';

/** A state, with only the ways out of it. */
export interface AslState {
  readonly Type: string;
  readonly Next?: string;
  readonly Default?: string;
  readonly TimeoutSeconds?: number;
  readonly Retry?: readonly { readonly ErrorEquals: readonly string[]; readonly MaxAttempts: number }[];
  readonly Catch?: readonly { readonly ErrorEquals: readonly string[]; readonly Next: string }[];
  readonly Choices?: readonly { readonly Next: string }[];
  readonly ItemProcessor?: { readonly States: Readonly<Record<string, AslState>> };
}

/** The definition as it is deployed, with the names of the functions in it. */
export function deployedText(): string {
  return withNames(readFileSync(new URL(`../../${workflowSpec.definition}`, import.meta.url), 'utf8'));
}

/** The definition of version 0.2.0, which running executions may still use. */
export function releasedText(): string {
  return withNames(readFileSync(new URL('released/access-request-v1.asl.json', import.meta.url), 'utf8'));
}

function withNames(text: string): string {
  return Object.entries(workflowSpec.substitutions).reduce(
    (current, [placeholder, name]) => current.replaceAll(`\${${placeholder}}`, name),
    text,
  );
}

/** Every state by name, including the states inside a Map. */
export function allStates(): ReadonlyMap<string, AslState> {
  const nested = (states: Readonly<Record<string, AslState>>): [string, AslState][] =>
    Object.entries(states).flatMap(([name, state]) => [
      [name, state],
      ...(state.ItemProcessor === undefined ? [] : nested(state.ItemProcessor.States)),
    ]);
  const { States } = JSON.parse(deployedText()) as { readonly States: Readonly<Record<string, AslState>> };
  return new Map(nested(States));
}

/** All edges of the definition: states, choices, retriers, catchers and time limits. */
export function elements(states: ReadonlyMap<string, AslState>): readonly string[] {
  return [...states].flatMap(([name, state]) => [
    name,
    ...[...(state.Choices ?? []).map(({ Next }) => Next), ...(state.Default === undefined ? [] : [state.Default])].map(
      (to) => `${name} to ${to}`,
    ),
    ...(state.Retry ?? []).map(({ ErrorEquals }) => `${name}: retry of ${ErrorEquals.join()}`),
    ...(state.Catch ?? []).map(({ ErrorEquals }) => `${name}: catch of ${ErrorEquals.join()}`),
    ...(state.TimeoutSeconds === undefined ? [] : [`${name}: time limit`]),
  ]);
}

const errorFields = ['taskFailedEventDetails', 'taskTimedOutEventDetails'];

/** The edges that an execution has taken, according to its history. It works if each Map has one item. */
export function taken(
  states: ReadonlyMap<string, AslState>,
  events: readonly Readonly<Record<string, unknown>>[],
): ReadonlySet<string> {
  const found = new Set<string>();
  let current = '';
  let error: string | undefined;
  for (const event of events) {
    const type = String(event['type']);
    const details = (field: string): Readonly<Record<string, string>> =>
      (event[field] ?? {}) as Readonly<Record<string, string>>;
    if (type.endsWith('StateEntered')) {
      const { name = '' } = details('stateEnteredEventDetails');
      const before = states.get(current);
      if (before?.Type === 'Choice') found.add(`${current} to ${name}`);
      for (const [thrower, state] of [[current, before] as const, ...around(states, current)]) {
        const catcher = state?.Catch?.find((one) => matches(one.ErrorEquals, error));
        if (catcher?.Next === name) found.add(`${thrower}: catch of ${catcher.ErrorEquals.join()}`);
      }
      found.add(name);
      current = name;
      error = undefined;
    }
    const failed = errorFields.map((field) => details(field)['error']).find((one) => one !== undefined);
    if (failed !== undefined) {
      error = failed;
      if (failed === 'States.Timeout') found.add(`${current}: time limit`);
      const retrier = states.get(current)?.Retry?.find((one) => matches(one.ErrorEquals, failed));
      // A retrier that forbids retrying counts as taken if the state was not retried.
      if (retrier?.MaxAttempts === 0) found.add(`${current}: retry of ${retrier.ErrorEquals.join()}`);
    }
    if (type === 'TaskScheduled' && error !== undefined) {
      const retrier = states.get(current)?.Retry?.find((one) => matches(one.ErrorEquals, error));
      if (retrier?.MaxAttempts === 0) found.add(`${current}: retried what must not be`);
      if (retrier !== undefined) found.add(`${current}: retry of ${retrier.ErrorEquals.join()}`);
      error = undefined;
    }
  }
  return found;
}

/** The Map states that contain a state: if the state does not catch an error, they get it. */
function around(states: ReadonlyMap<string, AslState>, name: string): readonly (readonly [string, AslState])[] {
  return [...states].filter(([, { ItemProcessor }]) => ItemProcessor !== undefined && name in ItemProcessor.States);
}

function matches(names: readonly string[], error: string | undefined): boolean {
  return error !== undefined && names.some((name) => name === error || name === 'States.ALL');
}

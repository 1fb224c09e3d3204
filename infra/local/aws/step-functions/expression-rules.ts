import { compile } from './expressions.ts';

/**
 * JSONata functions that are refused: `$eval` because AWS does not support it, and the others because they return a
 * different result each time.
 */
const refusedFunctions: ReadonlySet<string> = new Set(['now', 'millis', 'random', 'uuid', 'shuffle', 'eval']);

/**
 * The types of syntax nodes that read the context item of JSONata. In `$states.input.rows[amount > 1]` each row is the
 * context item of `amount`. At the top level of an expression there is no context item, so `amount` alone is a mistake.
 */
const contextReaders: ReadonlySet<string> = new Set(['name', 'wildcard', 'descendant', 'parent']);

/**
 * The fields of a syntax node whose expressions JSONata evaluates once for each item. The item is then the context
 * item.
 */
const perItem: ReadonlySet<string> = new Set(['predicate', 'stages', 'group', 'terms', 'pattern', 'update', 'delete']);

/**
 * The first error in an expression that can be found before the expression is evaluated; `undefined` if there is none.
 */
export function problemOfExpression(source: string): string | undefined {
  let tree: unknown;
  try {
    tree = compile(source).ast();
  } catch (error) {
    const prose = typeof error === 'object' && error !== null && 'message' in error ? String(error.message) : '';
    return `The JSONata expression '${source}' does not parse: ${prose}`;
  }
  return problemOfNode(tree, false);
}

function problemOfNode(node: unknown, hasContext: boolean): string | undefined {
  if (Array.isArray(node)) {
    for (const part of node) {
      const problem = problemOfNode(part, hasContext);
      if (problem !== undefined) return problem;
    }
    return undefined;
  }
  if (typeof node !== 'object' || node === null || node instanceof RegExp) return undefined;
  const type = 'type' in node ? node.type : undefined;
  const value = 'value' in node ? node.value : undefined;
  if (type === 'variable' && typeof value === 'string') {
    if (refusedFunctions.has(value)) return `The JSONata function '$${value}' is not supported`;
    if (value === '$' || (value === '' && !hasContext))
      return `The JSONata variable '$${value}' cannot be used at the top level; use $states.input`;
  }
  if (typeof type === 'string' && contextReaders.has(type) && !hasContext)
    return `The JSONata field '${typeof value === 'string' ? value : '%'}' is not qualified at the top level; use $states.input`;
  for (const [key, child] of Object.entries(node)) {
    const problem =
      key === 'steps' ? problemOfSteps(child, hasContext) : problemOfNode(child, hasContext || perItem.has(key));
    if (problem !== undefined) return problem;
  }
  return undefined;
}

/**
 * Checks the steps of a path such as `$order.customer.name`. The first step has the context item of the whole path.
 * Each later step has the result of the previous step as its context item.
 */
function problemOfSteps(steps: unknown, hasContext: boolean): string | undefined {
  if (!Array.isArray(steps)) return undefined;
  return problemOfNode(steps[0], hasContext) ?? problemOfNode(steps.slice(1), true);
}

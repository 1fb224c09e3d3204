import type { APIGatewayProxyStructuredResultV2 } from 'aws-lambda';
import type { RefusedCommand } from '#domain/case/decision.ts';
import { named, type Problem } from '#api/problem.ts';
import { problem } from '../http/problem.ts';
import { refusalText } from '../http/refusal-text.ts';

type Answer = APIGatewayProxyStructuredResultV2;

export function notFound(): Answer {
  return problem(named('not-found', 404, 'Not found'));
}

/** The response if the member of staff lacks the role. */
export function forbidden(): Answer {
  return problem(named('forbidden', 403, 'Your role does not allow this'));
}

/**
 * The response if the member of staff may not open the case. The response contains the reason, and no data of the case.
 */
export async function lockedOut(refusal: Explained): Promise<Answer> {
  return problem(named('locked-out', 403, 'This case is not open to you', await explained(refusal)));
}

type Explained = Pick<RefusedCommand, 'rule' | 'values'>;

/**
 * The text, the rule and the values of a refusal for a problem document. The text is English. From the rule and the
 * values, a program can write its own text in another language.
 */
export async function explained(
  refusal: Explained,
): Promise<Pick<Problem, 'rule' | 'values'> & { readonly detail: string }> {
  const { rule, values } = refusal;
  return { detail: await refusalText(refusal), rule, ...(Object.keys(values).length === 0 ? {} : { values }) };
}

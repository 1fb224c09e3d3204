/** Account of the local cloud, as it appears in ARNs. */
const ACCOUNT = '000000000000';

const NAME =
  /^(?:(?:arn:aws[a-z-]*:lambda:[a-z0-9-]+:)?(?:\d{12}:)?function:)?(?<name>[A-Za-z0-9_-]{1,64})(?::(?<qualifier>\$LATEST|[A-Za-z0-9_-]{1,128}))?$/;

export interface FunctionReference {
  readonly name: string;
  readonly qualifier: string | undefined;
}

/**
 * Reads what the Lambda API takes as `FunctionName`: a bare name, `function:NAME`, a partial or a full ARN, each with
 * or without `:qualifier`. `undefined` for anything else. There is one version locally, so any qualifier means it.
 */
export function parseFunctionName(text: string): FunctionReference | undefined {
  const groups = NAME.exec(text)?.groups;
  const name = groups?.['name'];
  return name === undefined ? undefined : { name, qualifier: groups?.['qualifier'] };
}

/** The ARN that the handler finds in its context; it carries the qualifier of the call, as on Lambda. */
export function functionArn({ name, qualifier }: FunctionReference, region: string): string {
  return `arn:aws:lambda:${region}:${ACCOUNT}:function:${name}${qualifier === undefined ? '' : `:${qualifier}`}`;
}

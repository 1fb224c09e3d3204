import { resourcePattern } from './definition.ts';
import { isArray, isObject, type Json, type JsonObject } from './json.ts';

/** One thing wrong with a definition. */
export interface Diagnostic {
  readonly code: string;
  readonly message: string;
  /** JSON pointer into the definition. */
  readonly location?: string;
}

/** The code of what AWS would run and this engine would not run exactly. */
const unsupportedCode = 'NOT_SUPPORTED_LOCALLY';

const jsonPathFields: ReadonlySet<string> = new Set([
  'InputPath',
  'OutputPath',
  'ResultPath',
  'Parameters',
  'ResultSelector',
  'Result',
  'ItemsPath',
  'SecondsPath',
  'TimestampPath',
  'TimeoutSecondsPath',
  'HeartbeatSecondsPath',
  'MaxConcurrencyPath',
  'ErrorPath',
  'CausePath',
]);

const distributedFields: ReadonlySet<string> = new Set([
  'ItemReader',
  'ItemBatcher',
  'ResultWriter',
  'Label',
  'ToleratedFailureCount',
  'ToleratedFailurePercentage',
  'ToleratedFailureCountPath',
  'ToleratedFailurePercentagePath',
]);

const invokeArguments: ReadonlySet<string> = new Set(['FunctionName', 'Payload']);

/** Every feature of the definition that this engine does not run exactly as AWS, named. */
export function unsupportedFeatures(definition: JsonObject): Diagnostic[] {
  const language = definition['QueryLanguage'];
  if (language === undefined || language === 'JSONPath')
    return [refused('JSONPath state machines are not supported; set "QueryLanguage": "JSONata"', '/')];
  return inScope(definition, '');
}

function inScope(scope: Json | undefined, path: string): Diagnostic[] {
  const states = isObject(scope) ? scope['States'] : undefined;
  if (!isObject(states)) return [];
  return Object.entries(states).flatMap(([name, state]) =>
    isObject(state) ? inState(state, `${path}/States/${name}`) : [],
  );
}

function inState(state: JsonObject, path: string): Diagnostic[] {
  const found: Diagnostic[] = [];
  if (state['QueryLanguage'] === 'JSONPath')
    found.push({
      code: 'SCHEMA_VALIDATION_FAILED',
      message: `'QueryLanguage' can not be 'JSONPath' if set to 'JSONata' for whole state machine`,
      location: path,
    });
  for (const field of Object.keys(state)) {
    if (jsonPathFields.has(field))
      found.push(refused(`The JSONPath field '${field}' is not supported`, `${path}/${field}`));
    if (state['Type'] === 'Map' && distributedFields.has(field))
      found.push(refused(`Distributed Map ('${field}') is not supported`, `${path}/${field}`));
  }
  const type = state['Type'];
  if (type === 'Task') found.push(...inTask(state, path));
  if (type === 'Map') found.push(...inMap(state, path));
  const branches = state['Branches'];
  if (type === 'Parallel' && isArray(branches))
    found.push(...branches.flatMap((branch, index) => inScope(branch, `${path}/Branches[${index}]`)));
  return found;
}

function inTask(state: JsonObject, path: string): Diagnostic[] {
  const found: Diagnostic[] = [];
  const credentials = state['Credentials'];
  if (isObject(credentials) && credentials['RoleArn'] === undefined)
    found.push({
      code: 'SCHEMA_VALIDATION_FAILED',
      message: `The field 'RoleArn' is required but was missing`,
      location: `${path}/Credentials`,
    });
  else if (credentials !== undefined)
    found.push(refused(`The field 'Credentials' is not supported`, `${path}/Credentials`));

  const resource = state['Resource'];
  if (typeof resource === 'string' && !resourcePattern.test(resource))
    found.push(refused(`The integration '${resource}' is not supported`, `${path}/Resource`));
  const given = state['Arguments'];
  if (typeof resource === 'string' && resource.startsWith('arn:aws:states:::lambda:invoke') && isObject(given)) {
    for (const field of Object.keys(given))
      if (!invokeArguments.has(field))
        found.push(refused(`The argument '${field}' of lambda:invoke is not supported`, `${path}/Arguments/${field}`));
  }
  return found;
}

function inMap(state: JsonObject, path: string): Diagnostic[] {
  const found: Diagnostic[] = [];
  if (state['Iterator'] !== undefined)
    found.push(refused(`The field 'Iterator' is not supported; use 'ItemProcessor'`, `${path}/Iterator`));
  const processor = state['ItemProcessor'];
  const config = isObject(processor) ? processor['ProcessorConfig'] : undefined;
  if (isObject(config) && (config['Mode'] === 'DISTRIBUTED' || config['ExecutionType'] !== undefined))
    found.push(refused('Distributed Map is not supported', `${path}/ItemProcessor/ProcessorConfig`));
  return [...found, ...inScope(processor, `${path}/ItemProcessor`)];
}

function refused(message: string, location: string): Diagnostic {
  return { code: unsupportedCode, message, location };
}

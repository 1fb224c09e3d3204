import { dirname } from 'node:path';
import { region } from '../aws/region.ts';
import type { FunctionDefinition } from './definition.ts';

/**
 * All environment variables of one instance: the variables of the function and the variables that Lambda sets. The
 * environment variables of the local process are not passed on.
 */
export function functionEnvironment(
  name: string,
  definition: FunctionDefinition,
  logStream: string,
): Record<string, string> {
  const taskRoot = dirname(definition.entry);
  return {
    ...definition.environment,
    AWS_DEFAULT_REGION: region,
    AWS_EXECUTION_ENV: 'AWS_Lambda_nodejs24.x',
    AWS_LAMBDA_FUNCTION_MEMORY_SIZE: String(definition.memoryMegabytes),
    AWS_LAMBDA_FUNCTION_NAME: name,
    AWS_LAMBDA_FUNCTION_VERSION: '$LATEST',
    AWS_LAMBDA_INITIALIZATION_TYPE: 'on-demand',
    AWS_LAMBDA_LOG_GROUP_NAME: `/aws/lambda/${name}`,
    AWS_LAMBDA_LOG_STREAM_NAME: logStream,
    AWS_REGION: region,
    // The SDK reads `.aws/config` in HOME. There is none in this folder, so the SDK does not read the configuration of
    // the user.
    HOME: taskRoot,
    LAMBDA_TASK_ROOT: taskRoot,
    LANG: 'en_US.UTF-8',
    TZ: 'UTC',
  };
}

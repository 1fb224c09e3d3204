import { PinpointSMSVoiceV2Client } from '@aws-sdk/client-pinpoint-sms-voice-v2';
import { SESv2Client } from '@aws-sdk/client-sesv2';
import { SFNClient } from '@aws-sdk/client-sfn';
import type { Settling } from '#casework/commit/casework.ts';
import { owedCases } from '#store/owed-cases.ts';
import { postOffice } from '#store/post-office.ts';
import { smsService } from '#store/sms-service.ts';
import { taskTokens } from '#store/task-tokens.ts';
import { workflow } from '#store/workflow.ts';
import type { readEnvironment, settlingEnvironment } from './environment.ts';
import { attemptsInBackground } from './records.ts';
import { caseworkFrom } from './wiring.ts';

/** Makes `Settling` from the environment variables of the function. */
export async function settlingFrom(
  environment: ReturnType<typeof readEnvironment<typeof settlingEnvironment>>,
): Promise<Settling> {
  const { client, ...casework } = await caseworkFrom(environment, attemptsInBackground);
  return {
    ...casework,
    owed: owedCases(client, environment.TABLE),
    tokens: taskTokens(client, environment.TABLE),
    workflow: workflow(new SFNClient({}), environment.WORKFLOW_ARN),
    post: postOffice(new SESv2Client({})),
    sms: smsService(new PinpointSMSVoiceV2Client({})),
  };
}

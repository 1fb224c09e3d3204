import { App, Validations } from 'aws-cdk-lib';
import { AwsSolutionsChecks } from 'cdk-nag';
import { bundleFunctions } from './bundles/functions.ts';
import { conflictLines, describedOrganisation } from './constructs/described-organisation.ts';
import { mailRegionProblem } from './constructs/mail-region.ts';
import { ConsoleStack } from './stacks/console.ts';
import { RecordsStack } from './stacks/records.ts';
import { ServiceStack } from './stacks/service.ts';

// The command `cdk` sets this variable to the region of the deployment. If it is not set, for example because no AWS
// credentials are configured, the region is not checked.
const region = process.env['CDK_DEFAULT_REGION'];
const problem = region === undefined ? undefined : mailRegionProblem(region);
if (problem !== undefined) throw new Error(problem);

const app = new App();
const given: unknown = app.node.tryGetContext('organisation');
const file = typeof given === 'string' ? given : 'infra/organisation.yaml';
const described = describedOrganisation(file);
for (const line of conflictLines(file, described)) console.warn(line);

const records = new RecordsStack(app, 'UtdragRecords', { described });
const service = new ServiceStack(app, 'UtdragService', {
  organisation: described.organisation,
  records,
  bundles: (await bundleFunctions()).folders,
});
new ConsoleStack(app, 'UtdragConsole', { http: service.http, signIn: service.signIn });

Validations.of(app).addPlugins(new AwsSolutionsChecks(app));
app.synth();

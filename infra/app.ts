import { App, Validations } from 'aws-cdk-lib';
import { AwsSolutionsChecks } from 'cdk-nag';
import { describedOrganisation } from './constructs/described-organisation.ts';
import { ConsoleStack } from './stacks/console.ts';
import { RecordsStack } from './stacks/records.ts';
import { ServiceStack } from './stacks/service.ts';

const app = new App();
const file: unknown = app.node.tryGetContext('organisation');
const described = describedOrganisation(typeof file === 'string' ? file : 'infra/organisation.yaml');

const records = new RecordsStack(app, 'UtdragRecords', { described });
const service = new ServiceStack(app, 'UtdragService', { organisation: described.organisation, records });
new ConsoleStack(app, 'UtdragConsole', { http: service.http, signIn: service.signIn });

Validations.of(app).addPlugins(new AwsSolutionsChecks(app));
app.synth();

/**
 * The functions, routes, schedules and the workflow of the system. `infra/app.ts` deploys them to AWS, and
 * `infra/local` runs them on one machine. A function may do only what its `grants` allow. A grant also gives the
 * function the environment variables of the place (`bound`).
 */

import { attachedPrefix } from '#store/attached-requests.ts';
import { commitPrefix } from '#store/keys.ts';

/**
 * The resources to which functions can get access. `findings` are the records that searches found; `orders` say what a
 * search looks for; `anchors` hold the hashes of the logs. `system-…`: the part of one system.
 */
export type Place =
  | 'table'
  | 'table-indexes'
  | 'findings'
  | 'system-findings'
  | 'orders'
  | 'system-orders'
  | 'exports'
  | 'anchors'
  | 'mail'
  | 'configuration'
  | 'case-secret'
  | 'system-secret'
  | 'sign-in-secrets'
  | 'workflow'
  | 'workflow-executions'
  | 'sender'
  | 'sms-sender';

/** The environment variables that a function gets with a grant on the place. */
export const bound: Readonly<Record<Place, readonly string[]>> = {
  table: ['TABLE'],
  'table-indexes': [],
  findings: ['FINDINGS_BUCKET'],
  // In this bucket the search function of a system may write only the findings of its system.
  'system-findings': ['FINDINGS_BUCKET'],
  // Search orders are in the same bucket. A search function may read only the orders of its system (`system-orders`).
  orders: ['FINDINGS_BUCKET'],
  'system-orders': ['FINDINGS_BUCKET'],
  exports: ['EXPORTS_BUCKET'],
  anchors: ['ANCHORS_BUCKET'],
  mail: ['MAIL_BUCKET'],
  configuration: ['CONFIGURATION_BUCKET', 'ORGANISATION'],
  'case-secret': ['CASE_SECRET'],
  'system-secret': ['SYSTEM_SECRET'],
  // No variable: the description of the organisation has the name of each secret.
  'sign-in-secrets': [],
  workflow: ['WORKFLOW_ARN'],
  'workflow-executions': [],
  sender: [],
  // No variable: the description of the organisation names the senders of SMS.
  'sms-sender': [],
};

/** Permission for one IAM action on one place. */
export interface Grant {
  readonly on: Place;
  readonly action: string;
  /** Why the action is granted although the scenario of the tests (`rich-scenario.ts`) never makes the call. */
  readonly because?: string;
}

export interface FunctionSpec {
  /** The name of the folder in `functions/handlers`. */
  readonly handler: string;
  readonly purpose: string;
  readonly timeoutSeconds: number;
  readonly memoryMegabytes: number;
  readonly grants: readonly Grant[];
  /** More environment variables, which do not come from `grants`. */
  readonly environment: readonly (
    | 'SEARCH_FUNCTIONS'
    | 'CONNECTOR_KINDS'
    | 'CONNECTOR'
    | 'SETTINGS'
    | 'PRIVATE_NETWORKS'
    | 'EXPORTS_ORIGIN'
    | 'PORTAL_URL'
  )[];
}

function allow(on: Place, ...actions: readonly string[]): readonly Grant[] {
  return actions.map((action) => ({ on, action }));
}

function allowFor(because: string, on: Place, ...actions: readonly string[]): readonly Grant[] {
  return actions.map((action) => ({ on, action, because }));
}

/** The grants that a function needs to read cases, decide on commands and commit events. */
const committing = allow('table', 'dynamodb:Query', 'dynamodb:PutItem', 'dynamodb:UpdateItem');

/** The grants of every function that decides on commands with the description of the organisation. */
const working = [
  ...committing,
  ...allow('configuration', 's3:GetObject'),
  ...allow('case-secret', 'secretsmanager:GetSecretValue'),
];
/** The grant of a function that reads limits, first cases of a topic or single summaries. */
const looking = allow('table', 'dynamodb:GetItem');
/** The grant of a function that stores texts of a case, besides those of `working`. */
const writing = allowFor(
  'removes a text again if the profile of its case was erased meanwhile',
  'table',
  'dynamodb:DeleteItem',
);
/**
 * The grants for the work after a commit: to start the workflow, to end its waits, to send letters and codes. Usually
 * `settle-case` does this work. If it has not, another function does it, with the grants of `settlingForOthers`.
 */
const settling = [
  ...working,
  ...looking,
  ...allow('table', 'dynamodb:DeleteItem'),
  ...allow('workflow', 'states:StartExecution', 'states:SendTaskSuccess'),
  ...allow('sender', 'ses:SendEmail'),
  ...allow('sms-sender', 'sms-voice:SendTextMessage'),
];
const settlingForOthers = [
  ...working,
  ...looking,
  ...allowFor('ends waits that settle-case did not end', 'table', 'dynamodb:DeleteItem'),
  ...allowFor('ends waits that settle-case did not end', 'workflow', 'states:SendTaskSuccess'),
  ...allowFor('starts the workflow that settle-case did not start', 'workflow', 'states:StartExecution'),
  ...allowFor('sends letters that settle-case did not send', 'sender', 'ses:SendEmail'),
  ...allowFor('sends codes that settle-case did not send', 'sms-sender', 'sms-voice:SendTextMessage'),
];
/**
 * The grants that a function needs to read lists of cases: a query of an index gives the ids of one page, and a batch
 * reads the summaries of these cases.
 */
const listing = [...allow('table-indexes', 'dynamodb:Query'), ...allow('table', 'dynamodb:BatchGetItem')];

const oneMinute = { timeoutSeconds: 60, memoryMegabytes: 512 };
const quick = { timeoutSeconds: 28, memoryMegabytes: 512 };

/**
 * The deployed functions by name. The entry `search-system` becomes one function for each system that has a connector,
 * such as `search-hubspot` (`searchFunctionName`).
 */
export const functions = {
  'subject-api': {
    handler: 'subject-api',
    purpose: 'the interface for data subjects',
    ...quick,
    grants: [
      ...working,
      ...looking,
      ...writing,
      ...allow('table', 'dynamodb:BatchGetItem'),
      ...allow('exports', 's3:GetObject'),
    ],
    environment: ['PORTAL_URL'],
  },
  portal: {
    handler: 'portal',
    purpose: 'the pages for data subjects',
    ...quick,
    grants: [
      ...working,
      ...looking,
      ...writing,
      ...allow('table', 'dynamodb:BatchGetItem'),
      ...allow('exports', 's3:GetObject'),
      ...allowFor(
        'calls the e-ID or the login that a person chooses',
        'sign-in-secrets',
        'secretsmanager:GetSecretValue',
      ),
    ],
    environment: ['EXPORTS_ORIGIN', 'CONNECTOR_KINDS', 'PORTAL_URL'],
  },
  'staff-api': {
    handler: 'staff-api',
    purpose: 'the interface for staff',
    ...quick,
    // The preview of an answer reads all records of the answer, and the response may take at most 30 seconds. So the
    // function needs a whole processor.
    memoryMegabytes: 1769,
    grants: [
      ...working,
      ...looking,
      ...writing,
      ...listing,
      // Reads the records and documents of the review, and stores what staff copied by hand.
      ...allow('findings', 's3:PutObject', 's3:GetObject', 's3:ListBucket'),
      ...allowFor('erases an answer that is taken back', 'exports', 's3:DeleteObject'),
      ...allow('anchors', 's3:PutObject', 's3:GetObject'),
      ...allowFor(
        'stores the scan of a letter, and returns scans and mails to staff',
        'mail',
        's3:PutObject',
        's3:GetObject',
      ),
    ],
    environment: ['PORTAL_URL'],
  },
  'render-document': {
    handler: 'render-document',
    purpose: 'shows documents of the review to staff, page by page or as files',
    timeoutSeconds: 28,
    // The library that draws pages may use 768 MB. With 1,769 MB a function has one whole processor.
    memoryMegabytes: 1769,
    grants: [
      ...allow('table', 'dynamodb:Query', 'dynamodb:PutItem'),
      ...allow('configuration', 's3:GetObject'),
      ...allow('case-secret', 'secretsmanager:GetSecretValue'),
      ...allow('findings', 's3:GetObject'),
      ...allowFor(
        'makes the sheet of the review again if nobody has stored it',
        'findings',
        's3:PutObject',
        's3:ListBucket',
      ),
      ...allowFor('stores copies of documents without some of their pages', 'findings', 's3:PutObject'),
      ...allowFor('aborts the upload of a large copy after an error', 'findings', 's3:AbortMultipartUpload'),
      ...allowFor('anchors the view of a document if the case has ended', 'anchors', 's3:PutObject', 's3:GetObject'),
    ],
    environment: ['PORTAL_URL'],
  },
  'receive-mail': {
    handler: 'receive-mail',
    purpose: 'intake by e-mail',
    timeoutSeconds: 60,
    // Parsing a large mail needs much memory.
    memoryMegabytes: 1024,
    grants: [
      ...working,
      ...looking,
      ...writing,
      ...allow('table-indexes', 'dynamodb:Query'),
      ...allowFor('reads the other cases of the sender', 'table', 'dynamodb:BatchGetItem'),
      ...allow('mail', 's3:GetObject'),
      ...allowFor('destroys infected mail, and mail that no person wrote', 'mail', 's3:DeleteObject'),
    ],
    environment: ['PORTAL_URL'],
  },
  'settle-case': {
    handler: 'settle-case',
    purpose: 'does what a case owes after a commit: sends letters, starts the workflow, ends waits',
    timeoutSeconds: 120,
    memoryMegabytes: 512,
    grants: [
      ...settling,
      ...allowFor('reads the other cases of a person to share a circumstance', 'table-indexes', 'dynamodb:Query'),
      ...allowFor('reads the other cases of a person to share a circumstance', 'table', 'dynamodb:BatchGetItem'),
      ...allowFor('erases packages that another function did not erase', 'exports', 's3:DeleteObject'),
    ],
    environment: ['PORTAL_URL'],
  },
  'case-step': {
    handler: 'case-step',
    purpose: 'the short steps of the workflow',
    // The screening decides again on all records of the case, and there can be a million.
    timeoutSeconds: 900,
    memoryMegabytes: 1769,
    grants: [
      ...working,
      ...allowFor('counts the codes to an address if the workflow issues one', 'table', 'dynamodb:GetItem'),
      ...allow('anchors', 's3:PutObject'),
      ...allowFor('reads the stored anchor if a step is repeated', 'anchors', 's3:GetObject'),
      ...allow('findings', 's3:GetObject'),
      ...allowFor(
        'counts the findings by the rules and facts at the time of the screening',
        'findings',
        's3:ListBucket',
      ),
      ...allow('orders', 's3:PutObject'),
    ],
    environment: ['SEARCH_FUNCTIONS', 'CONNECTOR_KINDS', 'PORTAL_URL'],
  },
  'await-condition': {
    handler: 'await-condition',
    purpose: 'waits for the conditions of the workflow',
    ...oneMinute,
    grants: settlingForOthers,
    environment: ['PORTAL_URL'],
  },
  'search-system': {
    handler: 'search-system',
    purpose: 'searches one system',
    timeoutSeconds: 900,
    memoryMegabytes: 1024,
    grants: [
      ...allow('system-orders', 's3:GetObject'),
      ...allow('system-findings', 's3:PutObject', 's3:ListBucket'),
      ...allowFor('reads stored pages when a search continues', 'system-findings', 's3:GetObject'),
      ...allowFor('aborts the upload of a large document after an error', 'system-findings', 's3:AbortMultipartUpload'),
      ...allow('system-secret', 'secretsmanager:GetSecretValue'),
    ],
    environment: ['CONNECTOR', 'SETTINGS', 'PRIVATE_NETWORKS'],
  },
  'assemble-export': {
    handler: 'assemble-export',
    purpose: 'makes the review sheet and the package of a round',
    timeoutSeconds: 900,
    // With this memory the function has a whole processor. `npm run bench -- review` compares what a sheet with a
    // million records takes.
    memoryMegabytes: 1769,
    grants: [
      ...committing,
      ...allow('configuration', 's3:GetObject'),
      ...allow('findings', 's3:GetObject', 's3:ListBucket'),
      ...allowFor('makes the review sheet, unless staff have opened the review before', 'findings', 's3:PutObject'),
      ...allow('exports', 's3:PutObject'),
      ...allowFor('aborts an upload after an error', 'exports', 's3:AbortMultipartUpload'),
      ...allowFor('erases a package that the case did not accept', 'exports', 's3:DeleteObject'),
    ],
    environment: [],
  },
  reconcile: {
    handler: 'reconcile',
    purpose: 'repeats the work that the logs require',
    timeoutSeconds: 300,
    memoryMegabytes: 512,
    grants: [
      ...settlingForOthers,
      ...allow('table-indexes', 'dynamodb:Query'),
      ...allow('workflow-executions', 'states:DescribeExecution'),
      ...allowFor('stops executions of an earlier version', 'workflow-executions', 'states:StopExecution'),
      ...allowFor('erases an answer that was taken back and is not erased yet', 'exports', 's3:DeleteObject'),
    ],
    environment: ['PORTAL_URL'],
  },
  'watch-deadlines': {
    handler: 'watch-deadlines',
    purpose: 'warns of legal dates',
    timeoutSeconds: 300,
    memoryMegabytes: 512,
    grants: [
      ...committing,
      ...allowFor('reads the requests that are attached to a case', 'table', 'dynamodb:GetItem'),
      ...allow('configuration', 's3:GetObject'),
      ...allow('case-secret', 'secretsmanager:GetSecretValue'),
      ...listing,
      ...allow('anchors', 's3:PutObject'),
      ...allowFor('reads the stored anchor if an earlier run has stored it already', 'anchors', 's3:GetObject'),
    ],
    environment: ['PORTAL_URL'],
  },
  'purge-expired': {
    handler: 'purge-expired',
    purpose: 'erases findings, exports and profiles',
    timeoutSeconds: 300,
    memoryMegabytes: 512,
    grants: [
      ...working,
      ...allowFor('reads the requests that are attached to a case', 'table', 'dynamodb:GetItem'),
      ...listing,
      ...allow('table', 'dynamodb:DeleteItem'),
      ...allow('findings', 's3:ListBucket', 's3:DeleteObject'),
      ...allow('exports', 's3:ListBucket', 's3:DeleteObject'),
      ...allow('mail', 's3:DeleteObject'),
    ],
    environment: ['PORTAL_URL'],
  },
} as const satisfies Readonly<Record<string, FunctionSpec>>;
export type FunctionName = keyof typeof functions;

/** The name of the function that searches a system, for example `search-hubspot`. */
export function searchFunctionName(system: string): string {
  return `search-${system}`;
}

/** One route of the HTTP API. `jwt`: a request needs the access token of a member of staff. */
export interface RouteSpec {
  readonly method: 'GET' | 'POST' | 'HEAD' | 'ANY';
  readonly path: string;
  readonly function: FunctionName;
  readonly auth: 'none' | 'jwt';
}

/** The routes of the portal and of the API. `deployedRoutes` adds HEAD requests and unknown paths. */
export const routes: readonly RouteSpec[] = [
  { method: 'GET', path: '/', function: 'portal', auth: 'none' },
  { method: 'POST', path: '/', function: 'portal', auth: 'none' },
  { method: 'GET', path: '/information', function: 'portal', auth: 'none' },
  { method: 'GET', path: '/cases/{reference}', function: 'portal', auth: 'none' },
  { method: 'POST', path: '/cases/{reference}/verification', function: 'portal', auth: 'none' },
  { method: 'POST', path: '/cases/{reference}/download', function: 'portal', auth: 'none' },
  { method: 'POST', path: '/cases/{reference}/contact', function: 'portal', auth: 'none' },
  { method: 'POST', path: '/cases/{reference}/wishes', function: 'portal', auth: 'none' },
  { method: 'GET', path: '/cases/{reference}/sign-in/{method}', function: 'portal', auth: 'none' },
  { method: 'GET', path: '/sign-in/callback', function: 'portal', auth: 'none' },
  { method: 'GET', path: '/v1/openapi.json', function: 'subject-api', auth: 'none' },
  { method: 'POST', path: '/v1/requests', function: 'subject-api', auth: 'none' },
  { method: 'GET', path: '/v1/requests/{reference}', function: 'subject-api', auth: 'none' },
  { method: 'POST', path: '/v1/requests/{reference}/verification', function: 'subject-api', auth: 'none' },
  { method: 'POST', path: '/v1/requests/{reference}/download', function: 'subject-api', auth: 'none' },
  { method: 'POST', path: '/v1/requests/{reference}/contact', function: 'subject-api', auth: 'none' },
  { method: 'POST', path: '/v1/requests/{reference}/wishes', function: 'subject-api', auth: 'none' },
  { method: 'GET', path: '/v1/cases', function: 'staff-api', auth: 'jwt' },
  { method: 'POST', path: '/v1/cases', function: 'staff-api', auth: 'jwt' },
  { method: 'GET', path: '/v1/cases/{id}', function: 'staff-api', auth: 'jwt' },
  { method: 'GET', path: '/v1/cases/{id}/audit', function: 'staff-api', auth: 'jwt' },
  { method: 'GET', path: '/v1/cases/{id}/audit/views', function: 'staff-api', auth: 'jwt' },
  { method: 'GET', path: '/v1/cases/{id}/systems/{system}/result', function: 'staff-api', auth: 'jwt' },
  { method: 'GET', path: '/v1/cases/{id}/systems/{system}/views', function: 'staff-api', auth: 'jwt' },
  { method: 'POST', path: '/v1/cases/{id}/systems/{system}/files', function: 'staff-api', auth: 'jwt' },
  { method: 'GET', path: '/v1/cases/{id}/systems/{system}/entries', function: 'staff-api', auth: 'jwt' },
  { method: 'POST', path: '/v1/cases/{id}/systems/{system}/entries', function: 'staff-api', auth: 'jwt' },
  {
    method: 'POST',
    path: '/v1/cases/{id}/systems/{system}/entries/{entry}/take-back',
    function: 'staff-api',
    auth: 'jwt',
  },
  { method: 'POST', path: '/v1/cases/{id}/reveal', function: 'staff-api', auth: 'jwt' },
  { method: 'POST', path: '/v1/cases/{id}/identifiers', function: 'staff-api', auth: 'jwt' },
  { method: 'GET', path: '/v1/cases/{id}/letters/{letter}', function: 'staff-api', auth: 'jwt' },
  { method: 'GET', path: '/v1/cases/{id}/scan', function: 'staff-api', auth: 'jwt' },
  { method: 'GET', path: '/v1/cases/{id}/mails', function: 'staff-api', auth: 'jwt' },
  { method: 'GET', path: '/v1/cases/{id}/mails/{mail}', function: 'staff-api', auth: 'jwt' },
  { method: 'GET', path: '/v1/cases/{id}/mails/{mail}/parts/{part}', function: 'staff-api', auth: 'jwt' },
  { method: 'GET', path: '/v1/cases/{id}/review', function: 'staff-api', auth: 'jwt' },
  { method: 'POST', path: '/v1/cases/{id}/review', function: 'staff-api', auth: 'jwt' },
  { method: 'POST', path: '/v1/cases/{id}/review/search', function: 'staff-api', auth: 'jwt' },
  { method: 'POST', path: '/v1/cases/{id}/review/touched', function: 'staff-api', auth: 'jwt' },
  { method: 'GET', path: '/v1/cases/{id}/review/items/{item}', function: 'staff-api', auth: 'jwt' },
  { method: 'GET', path: '/v1/cases/{id}/review/documents/{document}', function: 'render-document', auth: 'jwt' },
  { method: 'POST', path: '/v1/cases/{id}/review/documents/{document}/cut', function: 'render-document', auth: 'jwt' },
  { method: 'GET', path: '/v1/cases/{id}/review/preview', function: 'staff-api', auth: 'jwt' },
  { method: 'GET', path: '/v1/cases/{id}/review/preview/page', function: 'staff-api', auth: 'jwt' },
  { method: 'GET', path: '/v1/organisation', function: 'staff-api', auth: 'jwt' },
  { method: 'POST', path: '/v1/cases/{id}/commands', function: 'staff-api', auth: 'jwt' },
];

/**
 * All deployed routes. Their order has no meaning: API Gateway uses the most specific route. Every GET route also has a
 * HEAD route. All other paths go to a function that responds with an error page or a problem document.
 */
export const deployedRoutes: readonly RouteSpec[] = [
  ...routes,
  ...routes.filter(({ method }) => method === 'GET').map((route) => ({ ...route, method: 'HEAD' }) as const),
  { method: 'ANY', path: '/', function: 'portal', auth: 'none' },
  { method: 'ANY', path: '/{proxy+}', function: 'portal', auth: 'none' },
  { method: 'ANY', path: '/v1/{proxy+}', function: 'subject-api', auth: 'none' },
];

export const schedules: readonly { readonly function: FunctionName; readonly everySeconds: number }[] = [
  { function: 'reconcile', everySeconds: 60 },
  { function: 'watch-deadlines', everySeconds: 3600 },
  { function: 'purge-expired', everySeconds: 86_400 },
];

/**
 * The function that the stream of the case table calls for each new commit and each newly attached request, with up to
 * `batchSize` of them in one call. If the call fails, it is made up to `attempts` times in all. After that `reconcile`
 * does what is still to be done in the case, such as sending a letter.
 */
export const addedCommits = {
  function: 'settle-case',
  sortKeyPrefixes: [commitPrefix, attachedPrefix],
  batchSize: 10,
  attempts: 3,
} as const satisfies {
  readonly function: FunctionName;
  readonly [setting: string]: string | number | readonly string[];
};

/** The function that is told when an execution of the workflow has ended, and the statuses of ended executions. */
export const endedExecutions = {
  function: 'reconcile',
  statuses: ['SUCCEEDED', 'FAILED', 'TIMED_OUT', 'ABORTED'],
} as const satisfies { readonly function: FunctionName; readonly statuses: readonly string[] };

/** The global secondary indexes of the case table, with their key attributes, which are strings. */
export { byDue, byPerson } from '#store/indexes.ts';

/** The definition of the workflow, and the function whose ARN replaces each placeholder in the definition. */
export const workflowSpec = {
  name: 'utdrag-access-request',
  definition: 'workflows/access-request.asl.json',
  substitutions: {
    CaseStep: 'case-step',
    AwaitCondition: 'await-condition',
    AssembleExport: 'assemble-export',
  },
} as const satisfies {
  readonly name: string;
  readonly definition: string;
  readonly substitutions: Readonly<Record<string, FunctionName>>;
};

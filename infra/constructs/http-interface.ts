import { RemovalPolicy } from 'aws-cdk-lib';
import { AccessLogFormat } from 'aws-cdk-lib/aws-apigateway';
import {
  CfnStage,
  HttpApi,
  HttpMethod,
  HttpNoneAuthorizer,
  HttpStage,
  type HttpRoute,
  LogGroupLogDestination,
  type IHttpRouteAuthorizer,
} from 'aws-cdk-lib/aws-apigatewayv2';
import { HttpJwtAuthorizer } from 'aws-cdk-lib/aws-apigatewayv2-authorizers';
import { HttpLambdaIntegration } from 'aws-cdk-lib/aws-apigatewayv2-integrations';
import { LogGroup, RetentionDays } from 'aws-cdk-lib/aws-logs';
import { Construct } from 'constructs';
import { deployedRoutes, type FunctionName, type RouteSpec } from '#infra/system.ts';
import { acknowledge } from './acknowledge.ts';
import type { DeployedFunctions } from './deployed-functions.ts';

export interface StaffSignIn {
  /** The issuer of the access tokens with which staff call the API. */
  readonly issuer: string;
  readonly audience: string;
}

// The fields of a line in the access log. To keep personal data out, there is no IP address, no path with a case
// number, no query and no header.
const logged = {
  requestId: '$context.requestId',
  time: '$context.requestTime',
  routeKey: '$context.routeKey',
  status: '$context.status',
  responseLength: '$context.responseLength',
  latency: '$context.responseLatency',
  integrationStatus: '$context.integrationStatus',
  error: '$context.error.responseType',
};

/** The limit for all public routes together: requests per second, and the number of requests in a burst. */
const publicThrottle = { rateLimit: 50, burstLimit: 100 };
/** The limit for each single route for staff: requests per second, and the number of requests in a burst. */
const staffThrottle = { rateLimit: 50, burstLimit: 100 };

/** The HTTP API of API Gateway, with the portal, the API for data subjects and the API for staff. */
export class HttpInterface extends Construct {
  readonly api: HttpApi;
  readonly #signIn: StaffSignIn;

  constructor(scope: Construct, id: string, signIn: StaffSignIn) {
    super(scope, id);
    this.#signIn = signIn;
    this.api = new HttpApi(this, 'Api', {
      apiName: 'utdrag',
      description: 'Utdrag: portal, API for data subjects, API for staff',
      createDefaultStage: false,
    });
  }

  #stage(staffRoutes: readonly HttpRoute[]): void {
    const stage = new HttpStage(this, 'Stage', {
      httpApi: this.api,
      stageName: '$default',
      autoDeploy: true,
      // All callers of public routes share this limit, so it must be far above ordinary use.
      throttle: publicThrottle,
      accessLogSettings: {
        destination: new LogGroupLogDestination(
          new LogGroup(this, 'AccessLog', {
            retention: RetentionDays.THREE_MONTHS,
            removalPolicy: RemovalPolicy.DESTROY,
          }),
        ),
        format: AccessLogFormat.custom(JSON.stringify(logged)),
      },
    });
    const resource = stage.node.defaultChild;
    if (!(resource instanceof CfnStage)) throw new Error('the stage has an unexpected resource');
    const { rateLimit, burstLimit } = staffThrottle;
    // Each route for staff gets a limit of its own and does not count towards the limit above. So a flood of requests
    // to the portal does not slow down the staff.
    resource.routeSettings = Object.fromEntries(
      deployedRoutes
        .filter(({ auth }) => auth === 'jwt')
        .map(({ method, path }) => [
          `${method} ${path}`,
          { ThrottlingRateLimit: rateLimit, ThrottlingBurstLimit: burstLimit },
        ]),
    );
    // CloudFormation refuses settings for a route that does not exist. So the stage, which has the settings, is created
    // after the routes.
    for (const route of staffRoutes) stage.node.addDependency(route);
  }

  /** Adds every route of `infra/system.ts`, with the function that handles it. */
  connect(functions: DeployedFunctions): void {
    const authorizers: Readonly<Record<RouteSpec['auth'], IHttpRouteAuthorizer>> = {
      none: new HttpNoneAuthorizer(),
      jwt: new HttpJwtAuthorizer('Staff', this.#signIn.issuer, { jwtAudience: [this.#signIn.audience] }),
    };
    const integrations = new Map<FunctionName, HttpLambdaIntegration>();
    const staffRoutes: HttpRoute[] = [];
    for (const route of deployedRoutes) {
      const integration =
        integrations.get(route.function) ??
        new HttpLambdaIntegration(route.function, functions.named(route.function).lambda);
      integrations.set(route.function, integration);
      const made = this.api.addRoutes({
        path: route.path,
        methods: [methods[route.method]],
        integration,
        authorizer: authorizers[route.auth],
      });
      if (route.auth === 'none')
        for (const one of made)
          acknowledge(
            one,
            'APIG4',
            'Data subjects have no account: they prove their identity with a code, which the function checks.',
          );
      else staffRoutes.push(...made);
    }
    this.#stage(staffRoutes);
  }
}

const methods: Readonly<Record<RouteSpec['method'], HttpMethod>> = {
  GET: HttpMethod.GET,
  POST: HttpMethod.POST,
  HEAD: HttpMethod.HEAD,
  ANY: HttpMethod.ANY,
};

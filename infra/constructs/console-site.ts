import { existsSync } from 'node:fs';
import path from 'node:path';
import { Annotations, Aws, CfnOutput, CfnParameter, Duration, RemovalPolicy } from 'aws-cdk-lib';
import {
  AllowedMethods,
  CachePolicy,
  Distribution,
  Function as EdgeFunction,
  FunctionCode,
  FunctionEventType,
  HeadersFrameOption,
  HeadersReferrerPolicy,
  OriginRequestPolicy,
  ResponseHeadersPolicy,
  ViewerProtocolPolicy,
  type BehaviorOptions,
} from 'aws-cdk-lib/aws-cloudfront';
import { HttpOrigin, S3BucketOrigin } from 'aws-cdk-lib/aws-cloudfront-origins';
import { BucketEncryption, type IBucket } from 'aws-cdk-lib/aws-s3';
import { Source } from 'aws-cdk-lib/aws-s3-deployment';
import { Construct } from 'constructs';
import { routes } from '#infra/system.ts';
import { acknowledge } from './acknowledge.ts';
import { closedBucket } from './closed-bucket.ts';
import { DeployedFiles } from './deployed-files.ts';
import type { HttpInterface, StaffSignIn } from './http-interface.ts';
import { root } from './root.ts';

/** The path of the console, the same on one machine and in the cloud. */
const prefix = 'console';

// The CloudFront function that handles each request for a file. `/` and `/console` redirect to `/console/`. A path
// below `/console/` without a file extension, such as `/console/cases`, gets `index.html` of the console. A path with a
// file extension gets that file. Every other path gets 404.
const place = `function handler(event) {
  var request = event.request;
  if (request.uri === '/' || request.uri === '/${prefix}')
    return { statusCode: 302, statusDescription: 'Found', headers: { location: { value: '/${prefix}/' } } };
  if (request.uri.indexOf('/${prefix}/') !== 0) return { statusCode: 404, statusDescription: 'Not Found' };
  if (request.uri.split('/').pop().indexOf('.') === -1) request.uri = '/${prefix}/index.html';
  return request;
}
`;

/**
 * The path patterns that CloudFront forwards to the HTTP API: the path of each route for staff, with `*` in place of
 * its first variable and all that follows. For example, `/v1/cases/{id}/audit` becomes `/v1/cases/*`.
 */
function staffPaths(): readonly string[] {
  const paths = routes.filter(({ auth }) => auth === 'jwt').map((route) => route.path.replace(/\{.*$/, '*'));
  return [...new Set(paths)];
}

/**
 * The bucket with the built console, and the CloudFront distribution in front of it. CloudFront serves the HTTP API for
 * staff under the same domain.
 */
export class ConsoleSite extends Construct {
  constructor(scope: Construct, id: string, props: { readonly http: HttpInterface; readonly signIn: StaffSignIn }) {
    super(scope, id);
    const bucket = closedBucket(this, 'Bucket', {
      encryption: BucketEncryption.S3_MANAGED,
      removalPolicy: RemovalPolicy.DESTROY,
    });
    acknowledge(bucket, 'S1', 'The bucket contains published files only, and only the distribution reads them.');
    const headers = this.#headers();
    const files: BehaviorOptions = {
      origin: S3BucketOrigin.withOriginAccessControl(bucket),
      viewerProtocolPolicy: ViewerProtocolPolicy.REDIRECT_TO_HTTPS,
      cachePolicy: CachePolicy.CACHING_OPTIMIZED,
      responseHeadersPolicy: headers,
      functionAssociations: [
        {
          eventType: FunctionEventType.VIEWER_REQUEST,
          function: new EdgeFunction(this, 'Place', { code: FunctionCode.fromInline(place) }),
        },
      ],
    };
    const staff: BehaviorOptions = {
      origin: new HttpOrigin(`${props.http.api.apiId}.execute-api.${Aws.REGION}.amazonaws.com`),
      viewerProtocolPolicy: ViewerProtocolPolicy.HTTPS_ONLY,
      allowedMethods: AllowedMethods.ALLOW_ALL,
      cachePolicy: CachePolicy.CACHING_DISABLED,
      originRequestPolicy: OriginRequestPolicy.ALL_VIEWER_EXCEPT_HOST_HEADER,
      responseHeadersPolicy: headers,
    };
    const distribution = new Distribution(this, 'Distribution', {
      comment: 'Utdrag: console',
      defaultBehavior: files,
      additionalBehaviors: Object.fromEntries(staffPaths().map((path) => [path, staff])),
    });
    explainDistribution(distribution);
    this.#deploy(bucket, distribution, props.signIn);
    new CfnOutput(this, 'Address', {
      value: `https://${distribution.distributionDomainName}/${prefix}/`,
      description: 'The URL of the console, which is also a redirect URL of the OpenID client',
    });
  }

  #headers(): ResponseHeadersPolicy {
    const signIn = new CfnParameter(this, 'SignInOrigins', {
      description: 'Origins of the OpenID provider that browsers talk to, e.g. https://login.example.org',
      allowedPattern: String.raw`https://[^\s/;,]+( https://[^\s/;,]+)*`,
    });
    signIn.overrideLogicalId('SignInOrigins');
    return new ResponseHeadersPolicy(this, 'Headers', {
      securityHeadersBehavior: {
        contentSecurityPolicy: {
          contentSecurityPolicy: [
            "default-src 'self'",
            // The components of the console use style attributes for sizes and colours, so the content security policy
            // allows inline styles.
            "style-src 'self' 'unsafe-inline'",
            "img-src 'self' data:",
            `connect-src 'self' ${signIn.valueAsString}`,
            `form-action 'self' ${signIn.valueAsString}`,
            "frame-ancestors 'none'",
            "base-uri 'none'",
          ].join('; '),
          override: true,
        },
        contentTypeOptions: { override: true },
        frameOptions: { frameOption: HeadersFrameOption.DENY, override: true },
        referrerPolicy: { referrerPolicy: HeadersReferrerPolicy.NO_REFERRER, override: true },
        strictTransportSecurity: { accessControlMaxAge: Duration.days(365), override: true },
      },
    });
  }

  /**
   * The content of `config.json`, which tells the console the OpenID provider of staff. `api` is empty, because the
   * console and the API have the same origin.
   */
  #configuration({
    issuer,
    audience,
  }: StaffSignIn): Readonly<Record<'issuer' | 'audience' | 'clientId' | 'api', string>> {
    const client = new CfnParameter(this, 'ConsoleClient', {
      description: 'Id of the console as a public client of the OpenID provider',
      allowedPattern: String.raw`\S+`,
    });
    client.overrideLogicalId('ConsoleClient');
    return { issuer, audience, clientId: client.valueAsString, api: '' };
  }

  #deploy(bucket: IBucket, distribution: Distribution, signIn: StaffSignIn): void {
    const built = path.join(root, 'functions/web/console/dist');
    if (!existsSync(path.join(built, 'index.html'))) {
      Annotations.of(this).addInfo('The console was not built, so this stack is deployed without its files.');
      return;
    }
    new DeployedFiles(this, 'Files', {
      destinationBucket: bucket,
      destinationKeyPrefix: prefix,
      sources: [Source.asset(built), Source.jsonData('config.json', this.#configuration(signIn))],
      distribution,
      distributionPaths: [`/${prefix}/*`],
    });
  }
}

function explainDistribution(distribution: Distribution): void {
  acknowledge(distribution, 'CFR1', 'Staff may work from any country; their roles decide what they may do.');
  acknowledge(
    distribution,
    'CFR2',
    'The distribution serves published files and an API that checks a token on each call, so a web application firewall is not needed.',
  );
  acknowledge(
    distribution,
    'CFR3',
    'A log of the distribution would contain the IP addresses of staff; the API logs its calls without IP addresses.',
  );
  acknowledge(
    distribution,
    'CFR4',
    'The default certificate of CloudFront fixes the TLS policy; with a domain of the operator the policy can be set.',
  );
}

import type { APIGatewayProxyEventV2 } from 'aws-lambda';
import type { Casework } from '#casework/commit/casework.ts';
import type { SignInMeans } from '#casework/identity/oidc-proof.ts';
import type { ConnectorKinds } from '#connectors/sdk/kinds-of.ts';
import type { Language } from '#domain/language.ts';
import type { Exports } from '#store/exports.ts';
import type { PageFrame } from '#web/portal/view.ts';
import { pageLanguage } from './language.ts';

/** The path to which the e-ID or the login redirects the browser after a sign-in. */
export const callbackPath = '/sign-in/callback';

/** One HTTP request to the portal, its time, and what is needed to respond to it. */
export interface Visit {
  readonly event: APIGatewayProxyEventV2;
  readonly work: Casework;
  /** ISO 8601. */
  readonly now: string;
  /** The hash of the description of the organisation that is in force. */
  readonly organisationHash: string;
  /** The packages of answers, for downloads. */
  readonly exports: Exports;
  /** The origin of the download URLs. */
  readonly exportsOrigin: string;
  /** The kinds of identifier of each connector. */
  readonly connectorKinds: Readonly<Record<string, ConnectorKinds>>;
  readonly signIn: SignInMeans;
}

export function frameOf({ work, event }: Visit, path: string, language: Language = pageLanguage(event)): PageFrame {
  return { language, organisation: work.organisation.name, path };
}

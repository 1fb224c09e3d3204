import { fortnox } from './fortnox/connector.ts';
import { hubspot } from './hubspot/connector.ts';
import { mailchimp } from './mailchimp/connector.ts';
import { scrive } from './scrive/connector.ts';
import type { AnyConnector } from './sdk/connector.ts';

/** Every connector of the product. A connector that is not listed cannot be deployed. */
export const connectors: readonly AnyConnector[] = [hubspot, scrive, fortnox, mailchimp];

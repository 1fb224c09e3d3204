import { mailboxOfAddress } from './mailbox.ts';
import { domainOf, emailAddress, isWithin } from './sender.ts';

/**
 * Our own addresses: domains, in lower case and as A-labels (`xn--…`), and single addresses at public mail services.
 */
export type Ours = readonly string[];

/**
 * Whether an address (normalised) is ours. An address is ours if it is at one of our domains or a subdomain. An address
 * is also ours if it belongs to the same mailbox as one of our addresses.
 */
export function isOurs(address: string, ours: Ours): boolean {
  if (isWithin(domainOf(address), ours)) return true;
  const box = mailboxOfAddress(address);
  return ours.some((one) => one.includes('@') && mailboxOfAddress(one) === box);
}

/**
 * Our own domains and addresses, derived from these e-mail and web addresses. The registered domain of each counts as
 * ours. A colleague at `nordvik.example` is therefore recognised if the known address is at `gdpr.nordvik.example`. At
 * services where anybody may have an address or a site, only the exact address or host counts.
 */
export function oursBy(addresses: readonly string[], sites: readonly string[]): Ours {
  const boxes = addresses.flatMap((one) => emailAddress(one) ?? []);
  const hosts = sites.map((site) => new URL(site).hostname.replace(/\.$/, '').toLowerCase());
  const domains = [...boxes.map(domainOf), ...hosts].filter((one) => !isPublicService(one));
  const registered = domains.map(registeredDomain).filter((one) => one !== undefined);
  return [...new Set([...boxes.filter((one) => isPublicService(domainOf(one))), ...domains, ...registered])];
}

/**
 * The domain that somebody registered, by the suffixes in this file: `nordvik.example` for `gdpr.nordvik.example`.
 * `undefined`: the domain is only a suffix (`co.uk`), or belongs to a service that gives domains to anybody.
 */
export function registeredDomain(domain: string): string | undefined {
  if (hosting.some((one) => isWithin(domain, [one]))) return undefined;
  const labels = domain.split('.');
  const [second = '', last = ''] = labels.slice(-2);
  const isSuffix = (last.length === 2 && suffixes.has(second)) || swedish.has(`${second}.${last}`);
  const registered = labels.slice(isSuffix ? -3 : -2);
  return registered.length < (isSuffix ? 3 : 2) || isPublicService(registered.join('.'))
    ? undefined
    : registered.join('.');
}

function isPublicService(domain: string): boolean {
  return publicServices.has(domain) || publicNames.test(domain);
}

/** Second labels under which countries register domains: `co.uk`, `com.au`. */
const suffixes = new Set('co com org net ac gov edu ne or go gob gouv nom mil sch ltd plc me info web'.split(' '));
const swedish = new Set(
  'org.se pp.se tm.se parti.se press.se ac.se bd.se brand.se fh.se fhv.se komforb.se kommunalforbund.se'.split(' '),
);

/** Services that have the same name in many countries. */
const publicNames =
  /^(?:gmail|googlemail|outlook|hotmail|live|msn|yahoo|ymail|rocketmail|aol|icloud|gmx|yandex|zoho|mail|proton|protonmail|tutanota|tuta|fastmail|hushmail|inbox|rambler)\.(?:[a-z]{2,4}|com?\.[a-z]{2})$/;
const publicServices = new Set(
  `me.com mac.com pm.me proton.me hey.com mail.com email.com usa.com telia.com bredband.net bredband2.com comhem.se tele2.se
  spray.se passagen.se swipnet.se glocalnet.net home.se ownit.se bahnhof.se brevet.nu algonet.se telenor.se bostream.nu
  gmx.at gmx.ch web.de t-online.de freenet.de arcor.de posteo.de posteo.net mailbox.org online.de vodafone.de online.no
  broadpark.no getmail.no lyse.net altibox.no mail.dk jubii.dk ofir.dk stofanet.dk youmail.dk get2net.dk post.tele.dk
  luukku.com kolumbus.fi elisanet.fi saunalahti.fi welho.com pp.inet.fi suomi24.fi netti.fi orange.fr wanadoo.fr free.fr
  laposte.net sfr.fr libero.it virgilio.it tiscali.it wp.pl o2.pl onet.pl interia.pl op.pl seznam.cz centrum.cz mail.ru
  bk.ru list.ru qq.com 163.com 126.com naver.com comcast.net verizon.net att.net btinternet.com sky.com ziggo.nl kpnmail.nl
  telenet.be skynet.be bluewin.ch duck.com simplelogin.com mozmail.com privaterelay.appleid.com`.split(/\s+/),
);
/** Services at whose domains anybody may have a site or a subdomain. */
const hosting = [
  'github.io',
  'gitlab.io',
  'wordpress.com',
  'wixsite.com',
  'webflow.io',
  'myshopify.com',
  'squarespace.com',
  'weebly.com',
  'blogspot.com',
  'google.com',
  'facebook.com',
  'instagram.com',
  'linkedin.com',
  'azurewebsites.net',
  'onmicrosoft.com',
  'sharepoint.com',
  'herokuapp.com',
  'netlify.app',
  'vercel.app',
  'pages.dev',
  'web.app',
  'firebaseapp.com',
  'amazonaws.com',
  'cloudfront.net',
  'zendesk.com',
  'freshdesk.com',
  'hubspot.com',
];

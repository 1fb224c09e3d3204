import { createHash } from 'node:crypto';
import { setTimeout } from 'node:timers/promises';
import * as z from 'zod';
import type { Json, JsonObject } from '#domain/json.ts';
import {
  startFakeServer,
  type FakeAnswer,
  type FakeRequest,
  type Planted,
  type PlantedRecord,
  type StartFake,
  type TestPerson,
} from '../sdk/fake.ts';
import { nearMissesOf, type NearMiss } from '../sdk/near-misses.ts';

const apiKey = '3f1cfake0mailchimp0key0of0nobody-us19';
const authorization = `Basic ${Buffer.from(`utdrag:${apiKey}`).toString('base64')}`;
const mostConnections = 10;

const audiences = [
  { id: '1a2b3c4d01', name: 'Nyhetsbrevet', date_created: '2019-03-01T08:00:00+00:00' },
  { id: '1a2b3c4d02', name: 'Kunder', date_created: '2021-05-12T08:00:00+00:00' },
  { id: '1a2b3c4d03', name: 'Seminarier', date_created: '2023-09-30T08:00:00+00:00' },
] as const;
type AudienceId = (typeof audiences)[number]['id'];

interface Note extends Readonly<Record<string, Json>> {
  readonly id: number;
}
interface Tag extends Readonly<Record<string, Json>> {
  readonly id: number;
  readonly name: string;
}

interface Member {
  readonly audience: AudienceId;
  readonly hash: string;
  readonly info: Readonly<Record<string, Json>>;
  readonly activity: readonly JsonObject[];
  readonly notes: readonly Note[];
  readonly tags: readonly Tag[];
}

/**
 * A stand-in for the parts of Mailchimp's Marketing API 3.0 that the connector uses. The stand-in checks Basic
 * authorisation, divides lists into pages by `count` and `offset`, and sends errors as `application/problem+json`.
 *
 * The path of a member has the MD5 of the address in lower case, or the address itself. While ten requests are open,
 * each further request gets status 429 without a body.
 */
export const startFake: StartFake = async ({ pageSize = 1000, port } = {}) => {
  const members = new Map<string, Member>();
  // In Mailchimp a member's record has at most fifty tags. With a small `pageSize` the stand-in puts fewer into the
  // record, so that tests reach the call for all tags.
  const mostTags = Math.min(50, pageSize);
  let connections = 0;

  const limited = (answer: (request: FakeRequest) => FakeAnswer) => async (request: FakeRequest) => {
    if (connections >= mostConnections) return { status: 429 };
    connections += 1;
    // Each request takes two milliseconds, so that requests can overlap.
    await setTimeout(2);
    connections -= 1;
    if (request.headers['authorization'] !== authorization)
      return problem(401, 'API Key Invalid', 'Your API key may be invalid, or you attempted the wrong datacenter.');
    return answer(request);
  };
  const ofMember = (read: (member: Member, request: FakeRequest) => Json) =>
    limited((request) => {
      const { audience = '', hash = '' } = request.params;
      const member = members.get(`${audience} ${hash}`) ?? members.get(`${audience} ${subscriberHash(hash)}`);
      return member === undefined
        ? problem(404, 'Resource Not Found', 'The requested resource could not be found.')
        : { status: 200, json: read(member, request) };
    });
  const part = <T>(all: readonly T[], { query, sameCursor }: FakeRequest): readonly T[] => {
    const offset = sameCursor ? 0 : Number(query.get('offset') ?? 0);
    return all.slice(offset, offset + Math.min(Number(query.get('count') ?? 10), pageSize));
  };

  const base = '/3.0/lists';
  const server = await startFakeServer(
    [
      {
        method: 'GET',
        path: base,
        answer: limited((request) => ({
          status: 200,
          json: {
            lists: part(audiences, request).map((audience) => ({ ...audience })),
            total_items: audiences.length,
          },
        })),
      },
      {
        method: 'GET',
        path: `${base}/{audience}/members/{hash}`,
        answer: ofMember(({ info, tags }) => ({
          ...info,
          tags_count: tags.length,
          tags: tags.slice(0, mostTags).map(({ id, name }) => ({ id, name })),
        })),
      },
      {
        method: 'GET',
        path: `${base}/{audience}/members/{hash}/tags`,
        answer: ofMember(({ tags }, request) => ({ tags: part(tags, request), total_items: tags.length })),
      },
      {
        method: 'GET',
        path: `${base}/{audience}/members/{hash}/activity-feed`,
        answer: ofMember(({ activity, hash, audience }, request) => ({
          activity: part(activity, request),
          email_id: hash,
          list_id: audience,
        })),
      },
      {
        method: 'GET',
        path: `${base}/{audience}/members/{hash}/notes`,
        answer: ofMember(({ notes, hash, audience }, request) => ({
          notes: part(notes, request),
          email_id: hash,
          list_id: audience,
          total_items: notes.length,
        })),
      },
    ],
    port,
  );

  const add = (member: Member): Member => {
    members.set(`${member.audience} ${member.hash}`, member);
    return member;
  };
  /** Adds a member who resembles the planted person, unless the audience already has a member with this address. */
  const addDecoy = (member: Member): void => {
    if (!members.has(`${member.audience} ${member.hash}`)) add(member);
  };

  return {
    settings: { dataCentre: 'us19', baseUrl: `${server.url}/3.0` },
    secret: { apiKey },
    plant(person): Planted {
      const address = person.emails[1] ?? person.emails[0] ?? '';
      for (const decoy of nearMissesOf({ ...person, emails: [address] }, ''))
        for (const { id } of audiences) addDecoy(decoyMember(id, decoy));
      const own = [add(subscribed('1a2b3c4d01', address, person)), add(archived('1a2b3c4d03', address, person))];
      return {
        records: own.flatMap((held): readonly PlantedRecord[] => {
          const { audience, hash, activity, notes } = held;
          return [
            { resource: 'member', id: `${audience}-${hash}`, data: memberData(held, mostTags) },
            ...activity.map((data, index) => ({ resource: 'activity', id: `${audience}-${hash}-${index}`, data })),
            ...notes.map(({ id, note: text, created_at: at, created_by: by, updated_at: changed }) => ({
              resource: 'note',
              id: `${audience}-${hash}-${id}`,
              data: { note: text ?? '', created_at: at ?? '', created_by: by ?? '', updated_at: changed ?? '' },
            })),
          ];
        }),
        documents: [],
      };
    },
    fail: (fault) => server.fail(fault),
    heal: () => server.heal(),
    requests: () => server.requests(),
    // API keys do not expire, so this does nothing.
    expireTokens: () => undefined,
    close: async () => await server.close(),
  };
};

/**
 * The fields that a connector must return for a member: without empty values, the ids of the member and the audience,
 * and links.
 */
function memberData({ audience, info, tags }: Member, mostTags: number): JsonObject {
  const { id: _id, list_id: _list, _links, merge_fields: form, ...rest } = info;
  const name = audiences.find(({ id }) => id === audience)?.name ?? '';
  const filled = Object.entries({ ...z.record(z.string(), z.string()).parse(form), ...rest }).filter(
    ([, value]) => value !== '',
  );
  // If the member's record has only some of the tags, the connector reads all tags with another call, which also
  // returns `date_added`.
  const given = tags.length > mostTags ? tags : tags.map((tag) => ({ id: tag.id, name: tag.name }));
  return { ...Object.fromEntries(filled), tags: given, audience: name };
}

function subscribed(audience: AudienceId, address: string, person: TestPerson): Member {
  const hash = subscriberHash(address);
  return {
    ...member(audience, address, person, 'subscribed'),
    activity: [
      event('click', '2026-09-03T06:41:10+00:00', { link_clicked: 'https://www.example.com/host' }),
      event('open', '2026-09-03T06:40:02+00:00', {}),
      event('sent', '2026-09-03T06:00:00+00:00', {}),
      event('open', '2026-06-11T17:20:45+00:00', {}),
      {
        activity_type: 'signup',
        created_at_timestamp: '2024-02-01T10:15:00+00:00',
        signup_category: 'Mailchimp Hosted Form',
      },
    ],
    notes: [
      note(11, audience, hash, 'Vill helst bli kontaktad på förmiddagar.'),
      note(12, audience, hash, 'Frågade om seminariet i oktober.'),
    ],
  };
}

function archived(audience: AudienceId, address: string, person: TestPerson): Member {
  return {
    ...member(audience, address, person, 'archived'),
    activity: [event('unsub', '2025-01-20T12:00:00+00:00', { unsubscribe_reason: 'No longer interested' })],
    notes: [],
  };
}

function decoyMember(audience: AudienceId, { email, ...decoy }: NearMiss): Member {
  return {
    ...member(audience, email, { ...decoy, emails: [email] }, 'subscribed'),
    activity: [event('open', '2026-09-03T07:00:00+00:00', {})],
    notes: [note(99, audience, subscriberHash(email), 'Gäller en annan person.')],
  };
}

function member(
  audience: AudienceId,
  address: string,
  { givenName, familyName, phone }: TestPerson,
  status: 'subscribed' | 'archived',
): Omit<Member, 'activity' | 'notes'> {
  const hash = subscriberHash(address);
  return {
    audience,
    hash,
    tags: ['Stamkund', 'Kaffe', 'Seminarium 2025'].map((name, index) => ({
      id: 71 + index,
      name,
      date_added: `2025-0${index + 1}-14T10:00:00+00:00`,
    })),
    info: {
      id: hash,
      email_address: address,
      unique_email_id: hash.slice(0, 10),
      contact_id: hash.slice(0, 24),
      full_name: `${givenName} ${familyName}`,
      web_id: Number.parseInt(hash.slice(0, 7), 16),
      email_type: 'html',
      status,
      unsubscribe_reason: status === 'archived' ? 'N/A (Unsubscribed by admin)' : '',
      consents_to_one_to_one_messaging: true,
      merge_fields: {
        FNAME: givenName,
        LNAME: familyName,
        PHONE: phone === undefined ? '' : phone.replace(/^\+46(\d\d)(\d{3})(\d\d)(\d\d)$/, '0$1-$2 $3 $4'),
        KUNDTYP: 'Privat',
      },
      interests: { '9143cf3bd1': true, '3a2a927344': false },
      marketing_permissions: [{ marketing_permission_id: 'e1', text: 'E-post', enabled: true }],
      stats: { avg_open_rate: 0.5, avg_click_rate: 0.25 },
      ip_signup: '192.0.2.44',
      timestamp_signup: '2024-02-01T10:15:00+00:00',
      ip_opt: '192.0.2.44',
      timestamp_opt: '2024-02-01T10:17:30+00:00',
      member_rating: 4,
      last_changed: '2026-09-03T06:41:10+00:00',
      language: 'sv',
      vip: false,
      email_client: 'Thunderbird',
      location: {
        latitude: 59.3,
        longitude: 18.1,
        gmtoff: 1,
        dstoff: 2,
        country_code: 'SE',
        timezone: 'Europe/Stockholm',
      },
      source: 'Hosted Signup Form',
      list_id: audience,
      _links: [],
    },
  };
}

function event(type: string, at: string, more: JsonObject): JsonObject {
  return {
    activity_type: type,
    created_at_timestamp: at,
    campaign_id: `c${at.slice(0, 10)}`,
    campaign_title: `Nyhetsbrev ${at.slice(0, 7)}`,
    ...more,
  };
}

function note(id: number, audience: AudienceId, hash: string, text: string): Note {
  return {
    id,
    created_at: '2026-04-02T09:00:00+00:00',
    created_by: 'Kim Handläggare',
    updated_at: '2026-04-02T09:05:00+00:00',
    note: text,
    list_id: audience,
    email_id: hash,
    contact_id: hash.slice(0, 24),
    _links: [],
  };
}

function problem(status: number, title: string, detail: string): FakeAnswer {
  return {
    status,
    mediaType: 'application/problem+json',
    json: { type: 'https://mailchimp.com/developer/marketing/docs/errors/', title, status, detail, instance: 'fake' },
  };
}

function subscriberHash(address: string): string {
  return createHash('md5').update(address.toLowerCase()).digest('hex');
}

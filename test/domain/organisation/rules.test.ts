import { describe, expect, it } from 'vitest';
import { changed, organisation, textOf, type Change, type Name } from './described.ts';
import { parseOrganisation } from '#domain/organisation/load.ts';

/** The mistakes of a changed description: their places and messages. */
function problems(name: Name, change: Change): readonly { path: string; message: string }[] {
  const parsed = changed(name, change);
  return parsed.ok ? [] : parsed.problems;
}

describe('The made-up organisations', () => {
  it.each(['koncern', 'vard', 'webbhotell'] as const)('%s is correct', (name) => {
    expect(parseOrganisation(textOf(name))).toMatchObject({ ok: true });
  });
});

describe('A public body', () => {
  it.each<[string, string, Change]>([
    ['the organisation', 'publicBody', (one) => (one.publicBody = true)],
    ['a controller', 'controllers[0].publicBody', (one) => (one.controllers[0].publicBody = true)],
    [
      'a controller that says it in words',
      'controllers[0].publicBody',
      (one) => (one.controllers[0].publicBody = 'ja'),
    ],
  ])('is refused as %s, with a reason', (_, path, change) => {
    const [problem, ...others] = problems('koncern', change);
    expect(others).toEqual([]);
    expect(problem?.path).toBe(path);
    expect(problem?.message).toMatch(/stöds inte ännu/);
    expect(problem?.message).toMatch(/not supported yet/);
    expect(problem?.message).toMatch(/tryckfrihetsförordningen/);
  });

  it('is what a private company may say that it is not', () => {
    expect(organisation('koncern', (one) => (one.controllers[0].publicBody = false)).controllers[0]?.publicBody).toBe(
      false,
    );
  });
});

describe('A mistake in a description is reported with its place and what was expected', () => {
  it.each<[string, Name, Change, string, RegExp]>([
    [
      'a system of an unknown controller',
      'koncern',
      (one) => (one.systems[0].controllers = ['lom']),
      'systems[0].controllers[0]',
      /no controller with this id/,
    ],
    [
      'a system of an unknown area',
      'koncern',
      (one) => (one.systems[0].areas = ['konsult', 'lom']),
      'systems[0].areas[1]',
      /no business area/,
    ],
    ['a system of nobody', 'koncern', (one) => (one.systems[0].controllers = []), 'systems[0].controllers', /./],
    [
      'an activity of an unknown controller',
      'koncern',
      (one) => (one.activities[2].controllers = ['lom']),
      'activities[2].controllers[0]',
      /no controller/,
    ],
    [
      'an activity of an unknown area',
      'koncern',
      (one) => (one.activities[2].areas = ['lom']),
      'activities[2].areas[0]',
      /no business area/,
    ],
    [
      'two areas of one id',
      'koncern',
      (one) => (one.controllers[1].areas = one.controllers[0].areas.slice(0, 1)),
      'controllers[1].areas[0].id',
      /used twice/,
    ],
    [
      'a joint controller that is unknown',
      'koncern',
      (one) => (one.jointControllers[0].controllers[1] = 'lom'),
      'jointControllers[0].controllers[1]',
      /no controller/,
    ],
    [
      'joint control of one',
      'koncern',
      (one) => (one.jointControllers[0].controllers = ['havsorn']),
      'jointControllers[0].controllers',
      /./,
    ],
    [
      'joint control of an unknown activity',
      'koncern',
      (one) => (one.jointControllers[0].activities = ['lom']),
      'jointControllers[0].activities[0]',
      /no activity/,
    ],
    [
      'an answerer from outside',
      'koncern',
      (one) => (one.jointControllers[0].answers = 'grissla'),
      'jointControllers[0].answers',
      /one of the controllers/,
    ],
    [
      'two answerers for one activity',
      'koncern',
      (one) => one.jointControllers.push({ ...one.jointControllers[0], answers: 'tarna' }),
      'jointControllers[1].answers',
      /havsorn and tarna name different controllers to answer for the activity rekrytering/,
    ],
    [
      'a shared system that holds more than is shared',
      'koncern',
      (one) => (one.activities[0].systems = ['kundregister', 'tarna-portal', 'grissla-drift', 'rekrytering-tarna']),
      'systems[2].id',
      /also serves kunder/,
    ],
    [
      'a controller with nothing to search',
      'koncern',
      (one) => {
        one.systems[4].controllers = ['tarna'];
      },
      'controllers[2].id',
      /this controller has no system/,
    ],
    [
      'a system no activity of its controller tells about',
      'koncern',
      (one) => (one.activities[0].controllers = ['havsorn', 'tarna']),
      'systems[4].id',
      /no activity of the controller grissla names this system/,
    ],
    [
      'a stranger as owner',
      'koncern',
      (one) => (one.controllers[0].owner = 'staff-9'),
      'controllers[0].owner',
      /nobody with this id/,
    ],
    [
      'an owner who is the deputy',
      'koncern',
      (one) => (one.controllers[0].deputy = 'staff-1001'),
      'controllers[0].deputy',
      /cannot also be the deputy/,
    ],
    [
      'an owner by name',
      'koncern',
      (one) => (one.controllers[0].owner = 'erik@havsorn.example'),
      'controllers[0].owner',
      /opaque id/,
    ],
    ['somebody twice', 'koncern', (one) => (one.people[1].id = 'staff-1001'), 'people[1].id', /used twice/],
    [
      'a deputy for oneself',
      'koncern',
      (one) => (one.people[0].deputy = 'staff-1001'),
      'people[0].deputy',
      /own deputy/,
    ],
    [
      'a manager who is nobody',
      'koncern',
      (one) => (one.people[0].manager = 'staff-9'),
      'people[0].manager',
      /nobody with this id/,
    ],
    [
      'a handler who is nobody',
      'koncern',
      (one) => (one.systems[5].handlers = ['staff-9']),
      'systems[5].handlers[0]',
      /nobody with this id/,
    ],
    [
      'erasure that nothing stops',
      'koncern',
      (one) => (one.systems[1].deletion.freeze = 'not-needed'),
      'systems[1].deletion.freeze',
      /automatic or manual/,
    ],
    [
      'a machine that stops a binder',
      'koncern',
      (one) => (one.systems[1].deletion.freeze = 'automatic'),
      'systems[1].deletion.freeze',
      /manual or not-needed/,
    ],
    [
      'a task without words',
      'koncern',
      (one) => delete one.systems[1].deletion.instructions,
      'systems[1].deletion.instructions',
      /instructions for the member of staff/,
    ],
    [
      'a record of something that is no consent',
      'koncern',
      (one) => (one.activities[0].legalBases[0].record = 'kundregister'),
      'activities[0].legalBases[0].record',
      /only for consent/,
    ],
    [
      'a record nowhere',
      'koncern',
      (one) => (one.activities[1].legalBases[1].record = 'lom'),
      'activities[1].legalBases[1].record',
      /no system/,
    ],
    [
      'a party to no contract',
      'koncern',
      (one) => (one.activities[1].legalBases[0].contractWith = 'employer'),
      'activities[1].legalBases[0].contractWith',
      /only for a contract/,
    ],
    [
      'a sub-processor of nobody',
      'webbhotell',
      (one) => (one.activities[0].recipients[1].through = 'Okänd AB'),
      'activities[0].recipients[1].through',
      /name of a processor/,
    ],
    [
      'a sub-processor of itself',
      'webbhotell',
      (one) => (one.activities[0].recipients[1].through = 'Exempel Datahall GmbH'),
      'activities[0].recipients[1].through',
      /name of a processor/,
    ],
    [
      'a sub-processor of somebody who is no processor',
      'webbhotell',
      (one) => (one.activities[0].recipients[0].role = 'controller'),
      'activities[0].recipients[1].through',
      /name of a processor/,
    ],
    [
      'a mailbox twice',
      'vard',
      (one) => one.controllers[0].mailboxes.push('INFO@vardlinjen.example'),
      'controllers[0].mailboxes[1]',
      /twice/,
    ],
    [
      'no way to prove anything',
      'vard',
      (one) => (one.controllers[0].identity = { emailCode: false }),
      'controllers[0].identity',
      /at least one method/,
    ],
    ...['NORDVIKFRITID', '4711', 'Nordvik AB', '+46701740610', 'phone-nordvik-4711', 'pool-xyz-123456'].map(
      (sender): [string, Name, Change, string, RegExp] => [
        `an SMS from ${sender}`,
        'vard',
        (one) => (one.controllers[0].identity.smsCode = { sender, countries: ['SE'] }),
        'controllers[0].identity.smsCode.sender',
        /sender id/,
      ],
    ),
    [
      'an SMS to a country that is none',
      'vard',
      (one) => (one.controllers[0].identity.smsCode = { sender: 'VARD', countries: ['Sverige'] }),
      'controllers[0].identity.smsCode.countries[0]',
      /ISO 3166/,
    ],
    [
      'a login over plain http',
      'vard',
      (one) => (one.controllers[0].identity.login.issuer = 'http://login.vardlinjen.example'),
      'controllers[0].identity.login.issuer',
      /https/,
    ],
    [
      'a login that tells nothing',
      'vard',
      (one) => (one.controllers[0].identity.login.claims = {}),
      'controllers[0].identity.login.claims',
      /name the claim/,
    ],
    [
      'a secret in the place of its name',
      'vard',
      (one) => (one.controllers[0].identity.login.secret = 'not a name!'),
      'controllers[0].identity.login.secret',
      /name of a secret/,
    ],
    [
      'no authority',
      'vard',
      (one) => (one.controllers[0].jurisdiction = 'EU-default'),
      'controllers[0].supervisoryAuthority',
      /name, website and email/,
    ],
    [
      'two versions on one day',
      'vard',
      (one) => (one.notices[1].validFrom = '2023-01-10'),
      'notices[1].validFrom',
      /same day/,
    ],
    [
      'a notice of an unknown controller',
      'vard',
      (one) => (one.notices[1].controllers = ['lom']),
      'notices[1].controllers[0]',
      /no controller/,
    ],
    [
      'a day that does not exist',
      'vard',
      (one) => (one.notices[1].validFrom = '2023-02-30'),
      'notices[1].validFrom',
      /./,
    ],
    [
      'a contact twice',
      'vard',
      (one) => (one.forwardingContacts[1].id = 'norge'),
      'forwardingContacts[1].id',
      /used twice/,
    ],
    [
      'work for others of an unknown controller',
      'vard',
      (one) => (one.processorRoles[0].controllers = ['lom']),
      'processorRoles[0].controllers[0]',
      /no controller/,
    ],
    [
      'consent by use, with no consent on record',
      'webbhotell',
      (one) => (one.activities[1].legalBases = [{ type: 'consent' }]),
      'activities[1].legalBases[0].record',
      /use of a service is not consent/,
    ],
    [
      'a format that is none',
      'vard',
      (one) => (one.controllers[0].numbers = { customerNumber: { pattern: '' } }),
      'controllers[0].numbers.customerNumber.pattern',
      /./,
    ],
    [
      'handlers for a machine',
      'koncern',
      (one) =>
        Object.assign(one.systems[0], {
          kind: 'connector',
          connector: 'x',
          secret: 'x',
          settings: {},
          handlers: ['staff-1003'],
          instructions: undefined,
        }),
      'systems[0]',
      /handlers/,
    ],
  ])('%s', (_, name, change, path, message) => {
    const found = problems(name, change);
    expect(found.map((problem) => problem.path)).toContain(path);
    expect(found.find((problem) => problem.path === path)?.message).toMatch(message);
  });

  it('and never with a value that could be about a person', () => {
    const canary = 'kanariefagel.testsson@example.org';
    const texts = [
      ...problems('koncern', (one) =>
        Object.assign(one.controllers[0], { owner: canary, marking: '', email: `${canary} x` }),
      ),
      ...problems('koncern', (one) => (one.people[0].id = canary)),
      ...problems('vard', (one) => one.controllers[0].mailboxes.push(canary, canary)),
    ].map(({ path, message }) => `${path} ${message}`);
    expect(texts.length).toBeGreaterThan(3);
    expect(texts.filter((text) => text.includes('kanariefagel'))).toEqual([]);
  });
});

describe('What looks like a mistake and is correct', () => {
  it.each<[string, Change]>([
    ['an owner where nobody lists the staff', (one) => delete one.people],
    ['two arrangements with one answerer', (one) => one.jointControllers.push({ ...one.jointControllers[0] })],
    [
      'two arrangements of different companies',
      (one) => {
        const extra = { ...one.controllers[2], id: 'lom', email: 'dataskydd@lom.example' };
        one.controllers.push(extra);
        one.systems[4].controllers = ['grissla', 'lom'];
        delete one.jointControllers[0].activities;
        one.jointControllers.push({ controllers: ['grissla', 'lom'], answers: 'lom' });
      },
    ],
    [
      'a system that both joint controllers have, and use for something else as well',
      (one) => {
        one.systems[0].controllers = ['havsorn', 'tarna'];
        one.activities[1].systems.push('kundregister');
      },
    ],
    [
      'one mailbox for the whole group',
      (one) =>
        one.controllers.forEach((each: object) => Object.assign(each, { mailboxes: ['gemensam@havsorn.example'] })),
    ],
    ['an area that is served by systems of all areas only', (one) => delete one.systems[0].areas],
    ['a system that does not erase', (one) => (one.systems[1].deletion = { scheduled: false, freeze: 'not-needed' })],
    [
      'a code by letter and nothing else',
      (one) => (one.controllers[0].identity = { emailCode: false, letterCode: true }),
    ],
    ...['NORDVIK', 'Butik-1_a', 'phone-0123456789abcdef0', 'pool-0123456789abcdef0123456789abcdef'].map(
      (sender): [string, Change] => [
        `a code by SMS from ${sender} and nothing else`,
        (one) => (one.controllers[0].identity = { emailCode: false, smsCode: { sender, countries: ['SE', 'NO'] } }),
      ],
    ),
    ['consent on record, and a policy that takes use for consent', (one) => (one.promises.consentByUse = true)],
  ])('%s', (_, change) => {
    expect(problems('koncern', change)).toEqual([]);
  });

  it('a connector that stops the erasure itself', () => {
    const connected = (one: Parameters<Change>[0]): unknown =>
      (one.systems[0] = {
        id: 'kundpanel',
        kind: 'connector',
        title: one.systems[0].title,
        connector: 'hubspot',
        secret: 'utdrag/kundpanel',
        settings: {},
        deletion: { scheduled: true, freeze: 'automatic' },
      });
    expect(problems('webbhotell', connected)).toEqual([]);
  });
});

describe('An organisation number', () => {
  it('may be printed with any dash, or without [001-03]', () => {
    for (const dash of ['\u2013', '\u2010', '-', ''])
      expect(
        organisation('vard', (one) => (one.controllers[0].organisationNumber = `455012${dash}3113`)).controllers[0]
          ?.organisationNumber,
      ).toBe(`455012${dash}3113`);
    expect(problems('vard', (one) => (one.controllers[0].organisationNumber = '455012\u20133114'))).toEqual([
      { path: 'controllers[0].organisationNumber', message: 'this is not an organisation number: check its digits' },
    ]);
  });
});

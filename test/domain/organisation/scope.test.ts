import { describe, expect, it } from 'vitest';
import { escalationAddress, intakeAddresses, postalAddressOf } from '#domain/organisation/controller.ts';
import { noticesAt } from '#domain/organisation/notices.ts';
import { activitiesOf, answererOf, areasOf, controllersAt, systemsOf } from '#domain/organisation/scope.ts';
import { changed, organisation } from './described.ts';

const group = organisation('koncern');
const searched = (of: typeof group, controller: string) => systemsOf(of, controller).map(({ id }) => id);

describe('A request to one company of a group', () => {
  it('is searched in its own systems and not in those of the other companies: a group is no joint control [000-01]', () => {
    expect(group.controllers.map(({ id }) => id)).toEqual(['havsorn', 'tarna', 'grissla']);
    expect(searched(group, 'grissla')).toEqual(['grissla-drift']);
    expect(searched(group, 'havsorn')).not.toContain('tarna-portal');
    expect(searched(group, 'tarna')).not.toContain('kundregister');
  });

  it('is searched at its Art. 26 partner for what they decide together, whoever has the data [000-52]', () => {
    expect(searched(group, 'havsorn')).toEqual([
      'kundregister',
      'rekrytering-havsorn',
      'rekrytering-tarna',
      'visselblasning',
    ]);
    expect(searched(group, 'tarna')).toEqual(['rekrytering-havsorn', 'rekrytering-tarna', 'tarna-portal']);
    expect(answererOf(group, 'tarna', 'rekrytering')).toBe('havsorn');
    expect(answererOf(group, 'tarna', 'kunder')).toBe('tarna');
    expect(answererOf(group, 'grissla', 'rekrytering')).toBe('grissla');
  });

  it('is searched in all systems of the partners if the arrangement names no activity', () => {
    const whole = organisation('koncern', (one) => delete one.jointControllers[0].activities);
    expect(searched(whole, 'tarna')).toEqual(
      expect.arrayContaining(['kundregister', 'visselblasning', 'tarna-portal', 'rekrytering-havsorn']),
    );
    expect(searched(whole, 'tarna')).not.toContain('grissla-drift');
    expect(searched(whole, 'grissla')).toEqual(['grissla-drift']);
  });

  it('is searched everywhere if nothing says whose a system is', () => {
    const plain = organisation('koncern', (one) => {
      delete one.jointControllers;
      for (const system of one.systems) delete system.controllers;
    });
    for (const { id } of plain.controllers) expect(systemsOf(plain, id)).toEqual(plain.systems);
  });

  it('is answered with the activities of that company, each with the systems that were searched', () => {
    const told = (controller: string) => activitiesOf(group, controller).map(({ id, systems }) => [id, systems]);
    expect(told('grissla')).toEqual([['kunder', ['grissla-drift']]]);
    expect(told('tarna')).toEqual([
      ['kunder', ['tarna-portal']],
      ['rekrytering', ['rekrytering-havsorn', 'rekrytering-tarna']],
    ]);
    expect(told('havsorn').map(([id]) => id)).toEqual(['kunder', 'rekrytering', 'traffar', 'larm']);
  });

  it('is not answered with activities of a third company only, although the system is common to all', () => {
    const common = organisation('koncern', (one) => {
      delete one.jointControllers[0].activities;
      delete one.systems[0].controllers;
      one.activities[2].controllers = ['grissla'];
    });
    expect(activitiesOf(common, 'tarna').map(({ id }) => id)).not.toContain('traffar');
    expect(activitiesOf(common, 'grissla').map(({ id }) => id)).toContain('traffar');
  });

  it('has an activity for every searched system, whichever company is asked', () => {
    for (const of of [group, organisation('vard'), organisation('webbhotell')])
      for (const { id } of of.controllers) {
        const told = activitiesOf(of, id).flatMap(({ systems }) => systems);
        expect([...new Set(told)].sort()).toEqual(searched(of, id).sort());
      }
  });
});

describe('Business areas', () => {
  it('are all searched: each has its systems, and a system without an area belongs to all of them [004-32]', () => {
    expect(areasOf(group, 'havsorn')).toEqual([
      { area: 'konsult', systems: ['kundregister', 'visselblasning'] },
      { area: 'rekrytering', systems: ['rekrytering-havsorn', 'rekrytering-tarna', 'visselblasning'] },
    ]);
    expect(areasOf(group, 'grissla')).toEqual([]);
  });

  it('without a system are refused, because they would never be searched', () => {
    const parsed = changed('koncern', (one) => {
      one.controllers[0].areas.push({ id: 'utbildning', name: { sv: 'Utbildning', en: 'Training' } });
      one.systems[5].areas = ['konsult'];
    });
    expect(parsed).toMatchObject({
      ok: false,
      problems: [
        {
          path: 'controllers[0].areas[2].id',
          message: 'no system serves this area: the area would never be searched',
        },
      ],
    });
  });
});

describe('Addresses of a controller', () => {
  const care = organisation('vard');
  const [controller] = care.controllers;

  it('are its sender address and its mailboxes on any domain; the data protection officer has another [002-02]', () => {
    expect(intakeAddresses(controller!)).toEqual(['info@vardlinjen.example', 'gdpr@linjegruppen.example']);
    expect(controller!.dataProtectionOfficer?.email).toBe('dso@linjegruppen.example');
    expect(controllersAt(care, 'GDPR@linjegruppen.example').map(({ id }) => id)).toEqual(['vardlinjen']);
    expect(controllersAt(care, 'dso@linjegruppen.example')).toEqual([]);
    expect(controllersAt(care, 'not an address')).toEqual([]);
  });

  it('that a group shares belong to several controllers, so that somebody must decide', () => {
    const shared = organisation('koncern', (one) => {
      for (const each of one.controllers) each.mailboxes = ['gemensam@havsorn.example'];
    });
    expect(controllersAt(shared, 'gemensam@havsorn.example').map(({ id }) => id)).toEqual([
      'havsorn',
      'tarna',
      'grissla',
    ]);
  });

  it('by post are the seat, unless there is another postal address [000-71]', () => {
    const [havsorn, tarna] = group.controllers;
    expect(havsorn!.address).toEqual(['Klippgatan 4', '111 11 Stockholm']);
    expect(postalAddressOf(havsorn!)).toEqual(['Havsörn Group AB', 'Box 100', '111 11 Stockholm']);
    expect(havsorn!.marking).toBe('Dataskydd');
    expect(postalAddressOf(tarna!)).toEqual(tarna!.address);
  });

  it('for alarms are those of the data protection officer, unless another is named [000-72] [002-01]', () => {
    expect(escalationAddress(group.controllers[0]!)).toBe('dso@havsorn.example');
    expect(escalationAddress({ ...group.controllers[0]!, escalation: 'jour@havsorn.example' })).toBe(
      'jour@havsorn.example',
    );
    expect(escalationAddress(group.controllers[1]!)).toBeUndefined();
  });
});

describe('Privacy notices', () => {
  const care = organisation('vard');
  const versions = (date: string) => noticesAt(care, 'vardlinjen', date).map(({ id, version }) => `${id} ${version}`);

  it('are found by the version that applied on a day', () => {
    expect(versions('2024-05-15')).toEqual(['kunder 2023-01-10', 'sokande 1']);
    expect(versions('2024-05-16')).toEqual(['kunder 2024-05-16', 'sokande 1']);
    expect(versions('2022-08-31')).toEqual([]);
    const [policy] = noticesAt(organisation('webbhotell'), 'webbhotellet', '2018-05-25');
    expect(policy?.version).toBe('2018-05-25');
    expect(noticesAt(organisation('webbhotell'), 'webbhotellet', '2018-05-24')).toEqual([]);
  });

  it('are several if one audience is informed separately, such as applicants', () => {
    const [customers, applicants] = noticesAt(care, 'vardlinjen', '2026-11-22');
    expect(customers?.audience).toBeUndefined();
    expect(applicants?.audience).toEqual({ sv: 'Den som söker arbete', en: 'Applicants' });
  });

  it('of one company of a group are not those of another', () => {
    const own = organisation('koncern', (one) => {
      one.notices.push({ id: 'tarna', version: '1', validFrom: '2020-01-01', controllers: ['tarna'] });
    });
    const ids = (controller: string) => noticesAt(own, controller, '2026-01-01').map(({ id }) => id);
    expect(ids('tarna')).toEqual(['allman', 'tarna']);
    expect(ids('grissla')).toEqual(['allman']);
  });
});

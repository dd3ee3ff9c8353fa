import { mockCredentials } from '@backstage/backend-test-utils';
import { Entity } from '@backstage/catalog-model';
import { ReportedIncident } from '@plimsoll/backstage-plugin-reliability-common';
import { Knex } from 'knex';
import {
  emptyDatabase,
  openTestDatabase,
  testDatabases,
} from '../__testUtils__/databases';
import {
  FakeIncidents,
  openIncidentPortal,
  reported,
  resolvedAt,
  serviceOf,
} from '../__testUtils__/fakeIncidents';
import { levelOf } from '../__testUtils__/fakeOncall';
import { DAY, Harness, HOUR, MINUTE, NOW } from '../__testUtils__/harness';

jest.setTimeout(60_000);

const databases = testDatabases();
const PAY = 'component:default/pay';
const CART = 'component:default/cart';
const subject = { account: 'main', kind: 'service', id: 'P1' };

describe.each(databases.eachSupportedId())(
  'services of incidents on %s',
  id => {
    let knex: Knex;
    let main: FakeIncidents;
    let harness: Harness;

    beforeAll(async () => {
      knex = await openTestDatabase(databases, id);
    });

    beforeEach(async () => {
      await emptyDatabase(knex);
      main = new FakeIncidents();
    });

    const open = async (
      entities: readonly Entity[],
      ...incidents: ReportedIncident[]
    ) => {
      main.put(...incidents);
      harness = await openIncidentPortal({ knex, providers: [main], entities });
      await harness.services.incidentSync.syncDue('main');
    };
    const catalog = async (...entities: Entity[]) => {
      harness.catalog.put(...entities);
      await harness.services.sync.sweep();
    };
    const concerned = async (external = 'I1') =>
      (await harness.stores.incidents.load(knex, [`main:${external}`]))
        .get(`main:${external}`)!
        .services.map(({ entityRef, origin }) => `${entityRef} ${origin}`);
    const row = () => knex('reliability_incidents').first();
    const map = (...refs: string[]) =>
      knex.transaction(async tx => {
        await harness.stores.incidentMappings.set(tx, {
          ...subject,
          entityRefs: refs,
          setBy: 'user:default/ada',
          setAt: harness.clock.now,
        });
        await harness.services.incidentRemapper.remap(tx, subject);
      });

    it('that get an annotation get their history with it', async () => {
      await open([serviceOf('pay', null)], reported('I1'));
      expect(await concerned()).toEqual([]);
      await catalog(serviceOf('pay'));
      expect(await concerned()).toEqual([`${PAY} annotation`]);
      expect(Boolean((await row()).unmapped)).toBe(false);
      expect(await levelOf(harness)).toBe('bronze');
    });

    it('that lose it, lose the history; it stays unmapped', async () => {
      await open([serviceOf('pay')], reported('I1'));
      await catalog(serviceOf('pay', 'main:service:P9'));
      expect(await concerned()).toEqual([]);
      expect(Boolean((await row()).unmapped)).toBe(true);
      expect(await levelOf(harness)).toBe('silver');
    });

    it.each<[string, string | null, Partial<ReportedIncident>]>([
      ['an annotation', 'main:service:P1', {}],
      ['their provider', null, { subjects: [], entityRefs: [PAY] }],
    ])(
      'that %s says leave the catalog and come back',
      async (_, annotation, parts) => {
        await open(
          [serviceOf('pay', annotation), serviceOf('cart', null)],
          reported('I1', parts),
        );
        expect(await concerned()).toHaveLength(1);
        harness.catalog.drop(PAY);
        for (let sweep = 0; sweep < 3; sweep += 1) {
          await harness.services.sync.sweep();
        }
        expect(await concerned()).toEqual([]);
        expect(Boolean((await row()).unmapped)).toBe(true);
        harness.clock.advance(DAY);
        await catalog(serviceOf('pay', annotation));
        expect(await concerned()).toHaveLength(1);
        expect(Boolean((await row()).unmapped)).toBe(false);
      },
    );

    it('are those that a person mapped, and others when they say so', async () => {
      await open(
        [serviceOf('pay', null), serviceOf('cart', null)],
        reported('I1'),
        reported('I2', { subjects: [{ kind: 'service', id: 'P2' }] }),
      );
      await map(PAY);
      expect(await concerned()).toEqual([`${PAY} mapping`]);
      expect(await levelOf(harness)).toBe('bronze');
      await map(CART);
      expect(await concerned()).toEqual([`${CART} mapping`]);
      expect(await levelOf(harness)).toBe('silver');
      await map();
      expect(await concerned()).toEqual([]);
      expect(await concerned('I2')).toEqual([]);
    });

    it('that are mapped leave and come back', async () => {
      await open([serviceOf('pay', null), serviceOf('cart')], reported('I1'));
      await map(PAY);
      harness.catalog.drop(PAY);
      for (let sweep = 0; sweep < 3; sweep += 1) {
        await harness.services.sync.sweep();
      }
      expect(await concerned()).toEqual([`${CART} annotation`]);
      await catalog(serviceOf('pay', null));
      expect(await concerned()).toEqual([
        `${CART} annotation`,
        `${PAY} mapping`,
      ]);
    });

    it('that a writer did not see are found at the second look', async () => {
      await open([serviceOf('pay')]);
      await harness.services.incidentTasks.remap();
      const { incidentLinks } = harness.stores;
      // As in a transaction that began before the service was linked and ended after its incidents were looked at.
      const blind = jest
        .spyOn(incidentLinks, 'servicesOf')
        .mockResolvedValueOnce(new Map());
      main.put(reported('I1'));
      harness.clock.advance(2 * MINUTE);
      await catalog(serviceOf('pay', 'main:service:P1,main:service:P2'));
      await harness.services.incidentSync.syncDue('main');
      blind.mockRestore();
      expect(await concerned()).toEqual([]);
      await harness.services.incidentTasks.remap();
      expect(await concerned()).toEqual([]);
      harness.clock.advance(MINUTE);
      await harness.services.incidentTasks.remap();
      expect(await concerned()).toEqual([`${PAY} annotation`]);
      const marked = await harness.stores.incidentMarks.marked(
        knex,
        NOW + DAY,
        10,
      );
      expect(marked).toEqual([]);
    });

    it('say by when a postmortem is due, also when their tier changes', async () => {
      await open(
        [serviceOf('pay', 'main:service:P1', 'tier-3')],
        reported('I1', resolvedAt(NOW - HOUR, { severity: 'sev2' })),
      );
      expect(Boolean((await row()).postmortem_required)).toBe(false);
      await catalog(serviceOf('pay'));
      expect(Boolean((await row()).postmortem_required)).toBe(true);
    });

    it('say so too when a person sets their tier', async () => {
      await open(
        [serviceOf('pay', 'main:service:P1', 'tier-3')],
        reported('I1', resolvedAt(NOW - HOUR, { severity: 'sev2' })),
      );
      await harness.services.tiers.override(
        PAY,
        { tier: 'tier-0', reason: 'because' },
        mockCredentials.user(),
      );
      await harness.services.incidentTasks.remap();
      expect(Boolean((await row()).postmortem_required)).toBe(true);
    });

    it('are written again after a change of the rules, once', async () => {
      await open([serviceOf('pay')], reported('I1', { severity: 'blocker' }));
      await harness.services.incidentTasks.remap();
      expect((await row()).severity_level).toBeNull();
      const later = await harness.restart({
        incidents: {
          accounts: [{ name: 'main', type: 'fake' }],
          severities: { Blocker: 1 },
        },
      });
      await later.services.incidentTasks.remap();
      expect((await row()).severity_level).toBe(1);
      const again = jest.spyOn(later.services.incidentRemapper, 'rewriteAll');
      await later.services.incidentTasks.remap();
      expect(again).not.toHaveBeenCalled();
    });

    it('keep their owner, and get another', async () => {
      await open([serviceOf('pay')], reported('I1'));
      const owner = async () =>
        (await knex('reliability_incident_services').first()).owner;
      expect(await owner()).toBe('group:default/team-pay');
      const pay = serviceOf('pay');
      await catalog({ ...pay, spec: { ...pay.spec, owner: 'team-other' } });
      expect(await owner()).toBe('group:default/team-other');
    });
  },
);

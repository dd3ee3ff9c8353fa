import { Knex } from 'knex';
import {
  emptyDatabase,
  openTestDatabase,
  testDatabases,
} from '../../../__testUtils__/databases';
import { refOf } from '../../../__testUtils__/entities';
import { Harness, HOUR } from '../../../__testUtils__/harness';
import { openRankedPortal } from '../../../__testUtils__/portal';
import { riskCalls, riskId } from '../../../__testUtils__/risks';

jest.setTimeout(120_000);

const databases = testDatabases();

describe.each(databases.eachSupportedId())(
  'risks that people write on %s',
  id => {
    let knex: Knex;
    let harness: Harness;
    let risks: ReturnType<typeof riskCalls>;

    beforeAll(async () => {
      knex = await openTestDatabase(databases, id);
      await emptyDatabase(knex);
      harness = await openRankedPortal(knex);
      risks = riskCalls(harness);
    });

    beforeEach(async () => {
      await knex('reliability_risks').delete();
      await knex('reliability_risk_services').delete();
      harness.policy.readable = 'all';
      harness.policy.denied.clear();
    });

    const check = {
      scorecard: 'ladder',
      check: 'tested',
      entityRef: refOf('good'),
    };

    it('are written once, however often they are sent', async () => {
      const first = await risks.create({ services: [refOf('best')] });
      harness.clock.advance(HOUR);
      expect(await risks.create({ services: [refOf('best')] })).toEqual(first);
      expect(await knex('reliability_risks')).toHaveLength(1);
      expect(first).toMatchObject({
        version: 1,
        createdBy: 'user:default/ada',
        score: 6,
        state: 'open',
      });
    });

    it('are refused under the id of another', async () => {
      await risks.create();
      await expect(risks.create({ title: 'Another' })).rejects.toThrow(
        'id: there is another risk with this id',
      );
      await expect(risks.create({}, 'bob')).rejects.toThrow(/another risk/);
    });

    it('take a check over once', async () => {
      const taken = await risks.create({ check });
      expect(taken).toMatchObject({
        check: { id: 'tested', title: 'Check tested', failing: true },
        services: [{ entityRef: refOf('good') }],
      });
      await expect(risks.create({ id: riskId(2), check })).rejects.toThrow(
        /^check: group:default\/red took it over at 20/,
      );
    });

    it.each([
      [
        'of a service that is none',
        { services: [refOf('never')] },
        /services\[0\]: .*never is not a service/,
      ],
      [
        'of a reference that is none',
        { services: ['good'] },
        /services\[0\]: expected a reference/,
      ],
      [
        'of services and a scope',
        { services: [refOf('best')], scope: { system: 'system:default/x' } },
        /^scope: expected either/,
      ],
      [
        'for yesterday',
        { reviewBy: '2026-11-19' },
        /^reviewBy: expected a day/,
      ],
      [
        'for ever',
        { reviewBy: '2099-01-01' },
        /^reviewBy: expected a day from/,
      ],
      [
        'of a check that is none',
        { check: { ...check, check: 'never' } },
        /^check\.check: there is no check "never"/,
      ],
      [
        'of a scorecard that is none',
        { check: { ...check, scorecard: 'never' } },
        /no scorecard "never"/,
      ],
    ])('are refused %s', async (_, changed, message) => {
      await expect(risks.create(changed)).rejects.toThrow(message);
      expect(await knex('reliability_risks')).toEqual([]);
    });

    it('are refused of a service that the catalog hides', async () => {
      harness.policy.readable = [refOf('best')];
      await expect(
        risks.create({ services: [refOf('good')] }, 'eve'),
      ).rejects.toThrow(/the catalog does not show it to you/);
    });

    it('change with the version that was read', async () => {
      await risks.create({ services: [refOf('best')] });
      const changed = await risks.change(
        riskId(1),
        { version: 1, state: 'accepted', services: [refOf('even')] },
        'bob',
      );
      expect(changed).toMatchObject({
        version: 2,
        state: 'accepted',
        title: 'One person knows the ledger',
        services: [{ entityRef: refOf('even') }],
        changedBy: 'user:default/bob',
      });
    });

    it('answer the same change again, and refuse another to an old version', async () => {
      await risks.create();
      const patch = { version: 1, likelihood: 5 };
      const once = await risks.change(riskId(1), patch, 'bob');
      expect(await risks.change(riskId(1), patch, 'bob')).toEqual(once);
      await expect(
        risks.change(riskId(1), { version: 1, likelihood: 4 }),
      ).rejects.toThrow(/^version: user:default\/bob changed the risk at 20/);
    });

    it('keep services that the writer does not see', async () => {
      await risks.create({ services: [refOf('best'), refOf('good')] });
      harness.policy.readable = [refOf('best'), refOf('even')];
      const patch = { version: 1, services: [refOf('even')] };
      const seen = await risks.change(riskId(1), patch, 'ken');
      expect(seen.services).toMatchObject([{ entityRef: refOf('even') }]);
      expect(
        await knex('reliability_risk_services')
          .orderBy('entity_ref')
          .pluck('entity_ref'),
      ).toEqual([refOf('even'), refOf('good')]);
    });

    it.each([
      ['one that is not there', riskId(9)],
      ['one whose services the catalog hides', riskId(1)],
    ])('are not found: %s', async (_, risk) => {
      await risks.create({ services: [refOf('good')] });
      harness.policy.readable = [refOf('best')];
      await expect(
        risks.change(risk, { version: 1, title: 'x' }, 'mallory'),
      ).rejects.toThrow(/There is no risk/);
    });

    it('need the permission', async () => {
      harness.policy.denied.add('reliability.risk.edit');
      const lacking = /lack the permission reliability\.risk\.edit/;
      await expect(risks.create()).rejects.toThrow(lacking);
      await expect(risks.change(riskId(1), { version: 1 })).rejects.toThrow(
        lacking,
      );
    });
  },
);

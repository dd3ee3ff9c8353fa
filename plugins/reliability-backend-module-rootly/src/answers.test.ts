import { toNamed } from './answers';

const named = (attributes: object) => toNamed({ id: 7, attributes });

describe('a service, team, schedule or policy', () => {
  it('without anything but an id', () => {
    expect(named({})).toEqual({
      id: '7',
      services: [],
      teams: [],
      owners: [],
    });
  });

  it.each([
    ['a policy', { escalation_policy_id: 3 }, { policy: '3' }],
    ['no policy', { escalation_policy_id: null }, { policy: undefined }],
    [
      'what it pages for',
      { service_ids: ['s', 1], group_ids: ['t'] },
      { services: ['s', '1'], teams: ['t'], owners: ['t'] },
    ],
    [
      'an owner for whom it does not page',
      { owner_group_ids: ['o'] },
      { teams: [], owners: ['o'] },
    ],
    [
      'both: the owner is who owns it',
      { owner_group_ids: ['o'], group_ids: ['t'] },
      { teams: ['t'], owners: ['o'] },
    ],
    [
      'fields of the wrong type',
      { name: 5, slug: [], service_ids: 'x', group_ids: [null] },
      { name: undefined, slug: undefined, services: [], teams: [] },
    ],
  ])('with %s', (_, attributes, wanted) => {
    expect(named(attributes)).toMatchObject(wanted);
  });

  it.each([[null], [{ attributes: {} }], [{ id: 'x' }], ['x']])(
    '%j is not understood',
    item => {
      expect(toNamed(item)).toBeUndefined();
    },
  );
});

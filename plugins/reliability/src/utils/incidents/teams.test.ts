import { followUp } from '../../testUtils';
import { teamLoads } from './teams';

const of = (...owners: (string | null)[]) => ({
  services: owners.map((owner, index) => ({
    entityRef: `component:default/s${index}`,
    title: 's',
    owner,
  })),
});

describe('follow-ups by team', () => {
  it('count for every team concerned, the most overdue first', () => {
    expect(
      teamLoads([
        followUp(of('group:default/a', 'group:default/a')),
        followUp({ ...of('group:default/b'), overdue: true }),
        followUp(of('group:default/a', 'group:default/b')),
        followUp({ ...of('group:default/c'), status: 'done' }),
        followUp(of(null)),
        followUp({ services: [] }),
      ]),
    ).toEqual([
      { team: 'group:default/b', open: 2, overdue: 1 },
      { team: 'group:default/a', open: 2, overdue: 0 },
      { team: null, open: 2, overdue: 0 },
    ]);
  });
});

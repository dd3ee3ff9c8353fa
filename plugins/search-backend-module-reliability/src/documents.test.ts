import {
  incidentOf,
  postmortemOf,
  rankedOf,
  serviceOf,
} from './__testUtils__/documents';
import {
  incidentDocuments,
  postmortemDocuments,
  serviceDocument,
} from './documents';

const placesOf = (documents: { location: string }[]) =>
  documents.map(({ location }) => location);

const services = ['pay', 'ship'].map(serviceOf);

describe('documents of the search', () => {
  it('lie at the page of the incident', () => {
    expect(placesOf(incidentDocuments(incidentOf('1'), '/r'))).toEqual([
      '/r/incidents/pager%3A1',
    ]);
  });

  it('lie at different places for different services, or engines take them for one', () => {
    const both = [
      ...incidentDocuments(incidentOf('1', { services }), '/r'),
      ...postmortemDocuments(postmortemOf('1', { services }), '/r'),
    ];
    expect(placesOf(both)).toEqual([
      '/r/incidents/pager%3A1?service=component%3Adefault%2Fpay',
      '/r/incidents/pager%3A1?service=component%3Adefault%2Fship',
      '/r/incidents/pager%3A1/postmortem?service=component%3Adefault%2Fpay',
      '/r/incidents/pager%3A1/postmortem?service=component%3Adefault%2Fship',
    ]);
  });

  it.each([
    ['**Two** nodes `a` and b', 'Two nodes a and b'],
    ['- one\n- two\n\n1. three', 'one two three'],
    [
      '| Time | What |\n| --- | --- |\n| 12:00 | Began |',
      'Time What 12:00 Began',
    ],
    ['See [the run](https://run.example/1).', 'See the run.'],
    ['Left by 0.4 % - and - less', 'Left by 0.4 % and less'],
    ['', 'About 1'],
  ])('tell a postmortem in plain words: %s', (markdown, text) => {
    const [document] = postmortemDocuments(
      postmortemOf('1', { excerpt: markdown }),
      '/r',
    );
    expect(document.text).toBe(text);
  });

  it('tell of a service its tier, level and score, and what needs attention', () => {
    const attention = [
      { kind: 'dropped' as const, text: 'Fell from Gold to Silver' },
    ];
    expect(
      serviceDocument(rankedOf('pay', { attention }), '/c/:kind/:name'),
    ).toEqual({
      kind: 'service',
      title: 'PAY: reliability',
      text: 'Business critical · Silver · score 70 % · coverage 100 % · pays · tills · Fell from Gold to Silver',
      location: '/c/component/pay',
      authorization: { resourceRef: 'component:default/pay' },
      entityRef: 'component:default/pay',
      tier: 'Business critical',
      level: 'Silver',
    });
  });

  it.each([
    ['component:default/pay', '/catalog/default/component/pay/reliability'],
    ['Component:Shop/Pay.v2', '/catalog/shop/component/pay.v2/reliability'],
    ['component:default/name', '/catalog/default/component/name/reliability'],
  ])('lead to the tab of %s', (entityRef, location) => {
    const { location: shown } = serviceDocument(
      rankedOf('pay', { entityRef }),
      '/catalog/:namespace/:kind/:name/reliability',
    );
    expect(shown).toBe(location);
  });
});

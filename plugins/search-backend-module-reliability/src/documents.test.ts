import { incidentOf, postmortemOf, serviceOf } from './__testUtils__/documents';
import { incidentDocuments, postmortemDocuments } from './documents';

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
});

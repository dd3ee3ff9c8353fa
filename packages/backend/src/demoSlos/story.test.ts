import { mockServices } from '@backstage/backend-test-utils';
import { readStory } from './story';

const NOW = Date.parse('2026-11-20T12:34:56Z');
const read = (demoSlos: object | undefined, type = 'pushed') =>
  readStory(
    mockServices.rootConfig({
      data: {
        ...(demoSlos && { demoSlos }),
        reliability: {
          slo: {
            sources: [
              { name: 'port-metrics', type: 'prometheus' },
              { name: 'metrics', type },
            ],
          },
        },
      },
    }),
    NOW,
  );

describe('readStory', () => {
  it('tells nothing where it is not configured', () => {
    expect(read(undefined)).toBeUndefined();
  });

  it('begins in the hour of the start, unless it is told otherwise', () => {
    expect(read({ files: 'slo' })).toEqual({
      files: 'slo',
      since: Date.parse('2026-11-20T12:00:00Z'),
      scraped: false,
    });
    const since = '2026-11-01T00:00:00Z';
    expect(read({ files: 'slo', since })?.since).toBe(Date.parse(since));
  });

  it('is scraped where the source of the files is a Prometheus', () => {
    expect(read({ files: 'slo' }, 'prometheus')?.scraped).toBe(true);
  });
});

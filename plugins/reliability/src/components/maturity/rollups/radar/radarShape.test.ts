import { knownScores, radarOutline, radarPath, radarPoint } from './radarShape';

const dimension = (score: number, coverage = 1000) => ({
  score,
  coverage,
  failing: 0,
  unknown: 0,
  services: 1,
});

it('begins at the top and follows the clock', () => {
  const [top, right] = [0, 1].map(axis => radarPoint(axis, 4, 10));
  expect([Math.round(top.x), Math.round(top.y)]).toEqual([0, -10]);
  expect([Math.round(right.x), Math.round(right.y)]).toEqual([10, 0]);
});

it('knows no score where nothing is known or nothing is there', () => {
  expect(
    knownScores(['a', 'b', 'c'], {
      dimensions: { a: dimension(0), b: dimension(0, 0) },
    }),
  ).toEqual([0, null, null]);
});

it('draws a whole shape, and fills it', () => {
  const scores = [1000, 500, 0];
  expect(radarPath(scores, 100).match(/M/g)).toHaveLength(3);
  expect(radarOutline(scores, 100)?.split(' ')).toHaveLength(3);
});

it('leaves a gap at what is not known, and fills nothing', () => {
  const scores = [1000, null, 500, 200];
  expect(radarPath(scores, 100).match(/M/g)).toHaveLength(2);
  expect(radarOutline(scores, 100)).toBeUndefined();
});

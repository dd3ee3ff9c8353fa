import { gateAnswer, gateGauge } from '../../../testUtils/gate';
import { waterOf, wholePercent } from './water';

describe('the water', () => {
  it.each([
    ['over the line where something holds', 'hold', 900, { kind: 'over' }],
    ['below it by the room', 'warn', 300, { kind: 'room', room: 300 }],
    ['at the line without room', 'warn', 0, { kind: 'room', room: 0 }],
    ['nowhere where nobody knows', 'allow', null, { kind: 'unknown' }],
  ] as const)('is %s', (_, decision, line, water) => {
    const answer = gateAnswer({ decision, gauge: gateGauge({ line }) });
    expect(waterOf(answer)).toEqual(water);
  });

  it.each([
    [0, 0],
    [1, 1],
    [4, 1],
    [645, 65],
    [999, 99],
    [1000, 100],
  ])('%s per mille are %s percent', (perMille, percent) => {
    expect(wholePercent(perMille)).toBe(percent);
  });
});

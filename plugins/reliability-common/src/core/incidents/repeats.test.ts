import { DAY, incidentOf, NOW, timesOf } from '../../testUtils';
import { EarlierIncident, repeatKey, repeatOf } from './repeats';

describe('the key of an incident', () => {
  it.each([
    ['is that of the provider', { dedupeKey: 'disk:db1' }, 'disk:db1'],
    ['comes before the cause', { dedupeKey: 'K', cause: 'disk' }, 'K'],
    ['is the cause as a tag', { cause: ' Full  Disk\n' }, 'full disk'],
    ['is none of a cause in prose', { cause: 'x'.repeat(101) }, undefined],
    ['is none of an empty cause', { cause: '  ' }, undefined],
    ['is none without either', {}, undefined],
  ])('%s', (_, given, key) => {
    expect(repeatKey(given)).toBe(key);
  });
});

const WITHIN = 30 * DAY;
const began = NOW - DAY;

const incident = incidentOf({
  dedupeKey: 'disk',
  stamps: timesOf({ declared: began }),
});

const before = (changed: Partial<EarlierIncident> = {}): EarlierIncident => ({
  id: 'pd:P0',
  key: 'disk',
  entityRefs: ['component:default/other', 'component:default/pay'],
  startedAt: NOW - 10 * DAY,
  resolvedAt: NOW - 9 * DAY,
  ...changed,
});

describe('an incident repeats', () => {
  it.each<[string, EarlierIncident[], string | undefined]>([
    ['the one before', [before()], 'pd:P0'],
    ['nothing where there was nothing', [], undefined],
    ['not itself', [before({ id: incident.id })], undefined],
    ['none of another key', [before({ key: 'memory' })], undefined],
    ['none without a key', [before({ key: null })], undefined],
    [
      'none of another service',
      [before({ entityRefs: ['component:default/other'] })],
      undefined,
    ],
    ['none that goes on', [before({ resolvedAt: null })], undefined],
    ['none that overlaps', [before({ resolvedAt: began + 1 })], undefined],
    ['none that began later', [before({ startedAt: began + 1 })], undefined],
    ['one resolved as it begins', [before({ resolvedAt: began })], 'pd:P0'],
    [
      'one resolved 30 days ago',
      [before({ startedAt: 0, resolvedAt: began - WITHIN })],
      'pd:P0',
    ],
    [
      'none resolved longer ago',
      [before({ startedAt: 0, resolvedAt: began - WITHIN - 1 })],
      undefined,
    ],
    [
      'the latest of several',
      [
        before({ id: 'old', startedAt: NOW - 20 * DAY }),
        before({ id: 'late', startedAt: NOW - 5 * DAY, resolvedAt: began }),
        before(),
      ],
      'late',
    ],
  ])('%s', (_, earlier, expected) => {
    expect(repeatOf(incident, earlier, WITHIN)).toBe(expected);
  });

  it.each([
    ['without a key', { stamps: timesOf({ declared: began }) }],
    ['without a beginning', { dedupeKey: 'disk', stamps: {} }],
  ])('nothing %s', (_, changed) => {
    expect(repeatOf(incidentOf(changed), [before()], WITHIN)).toBeUndefined();
  });
});

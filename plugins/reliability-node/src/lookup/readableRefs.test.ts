import { RotationRef } from '@plimsoll/backstage-plugin-reliability-common';
import { readableRefs } from './readableRefs';

const read = (...refs: Pick<RotationRef, 'kind' | 'id'>[]) =>
  readableRefs(
    refs.map(ref => ({ account: 'main', ...ref })),
    {
      account: 'main',
      product: 'Pager',
      kinds: ['schedule', 'team'],
      wrongId: ({ kind, id }) =>
        /^[a-z]+$/.test(id) ? undefined : `is no ${kind} of Pager`,
    },
  );

it('passes on what may be asked for, in its order', () => {
  const { good, refused } = read(
    { kind: 'team', id: 'a' },
    { kind: 'schedule', id: 'b' },
  );
  expect(good.map(({ id }) => id)).toEqual(['a', 'b']);
  expect(refused).toEqual([]);
});

it.each<[string, Pick<RotationRef, 'kind' | 'id'>, string]>([
  [
    'of a kind that it does not have',
    { kind: 'feed', id: 'a' },
    'Account "main": Pager has no "feed", only schedule, team.',
  ],
  [
    'that cannot be an id',
    { kind: 'team', id: '../users' },
    'Account "main": "../users" is no team of Pager.',
  ],
  [
    'that is long, of which little is shown',
    { kind: 'schedule', id: '9'.repeat(100) },
    `Account "main": "${'9'.repeat(40)}" is no schedule of Pager.`,
  ],
])('refuses one %s, and no other', (_, ref, message) => {
  const { good, refused } = read(ref, { kind: 'team', id: 'a' });
  expect(good.map(({ id }) => id)).toEqual(['a']);
  expect(refused).toMatchObject([
    { kind: 'failure', ref, error: { failure: 'refused', message } },
  ]);
});

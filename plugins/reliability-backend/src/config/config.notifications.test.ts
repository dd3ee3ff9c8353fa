import { JsonObject } from '@backstage/types';
import { complaintAbout } from '../__testUtils__/config';
import { configOf } from '../__testUtils__/harness';

it('digests go out at nine UTC, to the owners alone', () => {
  expect(configOf().notifications).toEqual({
    at: '09:00',
    timezone: 'UTC',
    reviewers: [],
  });
});

it('digests go out as configured', () => {
  const notifications = {
    at: '18:30',
    timezone: 'Europe/Berlin',
    reviewers: ['Group:default/SRE', 'user:default/ada'],
  };
  expect(configOf({ notifications }).notifications).toEqual({
    ...notifications,
    reviewers: ['group:default/sre', 'user:default/ada'],
  });
});

it.each<[string, JsonObject, RegExp]>([
  ['an hour that is none', { at: '24:00' }, /\.at: expected a time of the day/],
  ['half a time', { at: '9' }, /\.at: expected a time of the day/],
  [
    'a time zone that is none',
    { timezone: 'Mars/Olympus' },
    /\.timezone: expected a time zone such as/,
  ],
  [
    'a reviewer without a kind',
    { reviewers: ['sre'] },
    /\.reviewers\[0\]: expected a full entity reference/,
  ],
  [
    'a reviewer who is no person',
    { reviewers: ['component:default/pay'] },
    /\.reviewers\[0\]: expected a full entity reference/,
  ],
  ['an unknown key', { when: '09:00' }, /Unrecognized key: "when"/],
])('the start stops on %s', (_, notifications, message) => {
  expect(complaintAbout({ notifications })).toMatch(message);
});

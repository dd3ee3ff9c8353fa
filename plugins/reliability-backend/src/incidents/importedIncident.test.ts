import { DAY, HOUR, MINUTE, NOW } from '../__testUtils__/harness';
import { readImportedIncident } from './importedIncident';

const iso = (at: number) => new Date(at).toISOString();

const row = (changed: object = {}) => ({
  key: 'INC-1',
  title: 'It fell over',
  stamps: { declared: iso(NOW - DAY), resolved: iso(NOW - DAY + HOUR) },
  ...changed,
});

it('says what the row says, and nothing that it does not', () => {
  const read = readImportedIncident(
    row({
      severity: ' Major ',
      entityRefs: ['Component:Pay', 'component:pay', 'website:shop/front'],
      subjects: ['Card Gateway', 'Card Gateway'],
      postmortemUrl: 'https://wiki.example/1',
      customerImpact: true,
    }),
    NOW,
  );
  expect(read).toMatchObject({
    kind: 'incident',
    reported: {
      externalId: 'INC-1',
      reference: 'INC-1',
      status: 'resolved',
      severity: 'Major',
      updatedAt: NOW,
      stamps: {
        declared: { at: NOW - DAY, from: 'provider' },
        resolved: { at: NOW - DAY + HOUR },
      },
      entityRefs: ['component:default/pay', 'website:shop/front'],
      subjects: [{ kind: 'name', id: 'card gateway', label: 'Card Gateway' }],
      postmortems: [{ url: 'https://wiki.example/1', status: 'published' }],
      customerImpact: true,
    },
  });
});

it('does not make up when it was resolved', () => {
  const read = readImportedIncident(
    row({ stamps: { impactStart: iso(NOW - DAY) } }),
    NOW,
  );
  expect(read).toMatchObject({
    reported: { status: 'resolved', stamps: { impactStart: {} } },
  });
  expect(
    Object.keys(read.kind === 'incident' ? read.reported.stamps : {}),
  ).toEqual(['impactStart']);
});

it.each<[string, unknown, RegExp]>([
  ['a row that is none', 7, /expected object/],
  ['no key', row({ key: undefined }), /^key: /],
  ['a key with blanks', row({ key: 'a b' }), /^key: expected letters/],
  ['a title that is empty', row({ title: ' ' }), /^title: /],
  ['a status that is none', row({ status: 'over' }), /^status: /],
  [
    'a time without its zone',
    row({ stamps: { declared: '2026-11-20 10:00' } }),
    /^stamps.declared: expected a time with its zone/,
  ],
  [
    'no time at all',
    row({ stamps: {} }),
    /^stamps: expected at least one time/,
  ],
  [
    'times in the wrong order',
    row({ stamps: { declared: iso(NOW), resolved: iso(NOW - HOUR) } }),
    /^stamps.resolved: resolved is before declared/,
  ],
  [
    'a time in the future',
    row({ stamps: { declared: iso(NOW + 10 * MINUTE) } }),
    /^stamps.declared: declared is in the future/,
  ],
  [
    'a time before 1970',
    row({ stamps: { declared: '1969-12-31T00:00:00Z' } }),
    /^stamps.declared: is before 1970/,
  ],
  [
    'a reference that is none',
    row({ entityRefs: ['pay'] }),
    /^entityRefs\[0\]: expected a reference/,
  ],
  ['a link that is none', row({ url: 'ftp://x' }), /^url: /],
  ['a NUL', row({ subjects: ['a\0'] }), /^row: holds a NUL/],
  ['a field that is not known', row({ tags: [] }), /tags/],
])('refuses %s', (_, raw, reason) => {
  expect(readImportedIncident(raw, NOW)).toEqual({
    kind: 'rejected',
    reason: expect.stringMatching(reason),
  });
});

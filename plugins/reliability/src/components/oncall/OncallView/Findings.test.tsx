import { within } from '@testing-library/react';
import type {
  OncallFindingCode,
  OncallFindingItem,
} from '@plimsoll/backstage-plugin-reliability-common';
import {
  anna,
  chi,
  dora,
  hoursAfter,
  oncallFinding,
  serviceOncall,
} from '../../../testUtils';
import { part, renderOncall } from '../../../__testUtils__/renderOncall';

jest.setTimeout(60_000);

const items = async () =>
  within(await part('What is doubtful'))
    .getAllByRole('listitem')
    .map(item => item.textContent);

describe('what is doubtful', () => {
  it.each<[OncallFindingCode, Partial<OncallFindingItem>, string]>([
    [
      'gap',
      {
        evidence: {
          from: hoursAfter(192),
          to: hoursAfter(200),
          hours: 9,
          count: 2,
        },
      },
      'Nobody can be paged for 9 h of the next 14 days; the first time is Sat 28 Nov 09:00–17:00. The tier wants 24x7.',
    ],
    ['gap', {}, 'Nobody can be paged for some of the next 14 days'],
    [
      'nobody-now',
      { evidence: { until: hoursAfter(2) } },
      'That lasts until Fri 20 Nov 11:00.',
    ],
    ['nobody-now', {}, 'nobody is on it now at any level'],
    ['single-person', { people: [anna.key] }, 'Anna Berg carries all of it.'],
    ['single-person', {}, 'One person carries all of it.'],
    [
      'too-few',
      { evidence: { people: 3, wanted: 4 } },
      'Shared by 3 people; the tier wants at least 4 people.',
    ],
    [
      'too-few-levels',
      { evidence: { levels: 1, wanted: 2 } },
      '1 level; the tier wants at least 2 levels.',
    ],
    [
      'rotation-stale',
      {
        rotation: 'pagerduty:escalation:PAY1',
        evidence: { since: hoursAfter(-7) },
      },
      '“Payments” was last read Fri 20 Nov 02:00.',
    ],
    [
      'rotation-missing',
      { rotation: 'ical:feed:gone' },
      'ical:feed:gone is named in an annotation',
    ],
    [
      'owner-differs',
      { evidence: { inside: 1, known: 4, team: 'Ledger' } },
      '1 of the 4 people on call whom the catalog knows belong to payments, the owner of the service. Their team at the provider is Ledger.',
    ],
    [
      'person-outside-owner',
      { people: [anna.key, chi.key] },
      'Anna Berg and Chi Dang: not in payments',
    ],
    ['person-unknown', { people: [chi.key] }, 'Chi Dang: no user'],
    ['person-left', { people: [dora.key] }, 'Dora Eng: not in the catalog'],
    ['members-only', {}, 'nobody is planned'],
  ])(
    'is said of %s in words, with what to do',
    async (code, overrides, words) => {
      const { people } = serviceOncall();
      await renderOncall({
        people: [...people, dora],
        findings: [oncallFinding({ code, ...overrides })],
      });
      const [text] = await items();
      expect(text).toContain(words);
      expect(text).toMatch(/What to do: \S+/);
    },
  );

  it('says how serious it is, not by colour alone', async () => {
    await renderOncall();
    expect(await items()).toEqual([
      expect.stringMatching(/^Serious: Gap within 14 days/),
      expect.stringMatching(/^Doubtful: People not in the catalog/),
    ]);
  });

  it.each([
    ['covered', 'Nothing is doubtful: who is on call is known'],
    ['unknown', 'Nothing else is doubtful.'],
  ] as const)('may be nothing, while cover is %s', async (state, words) => {
    const { cover } = serviceOncall();
    await renderOncall({ findings: [], cover: { ...cover, state } });
    expect(await part('What is doubtful')).toHaveTextContent(words);
  });
});

import { NotAllowedError } from '@backstage/errors';
import { screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import type {
  ServiceOncallResponse,
  ServiceRotationItem,
} from '@plimsoll/backstage-plugin-reliability-common';
import {
  anna,
  ben,
  chi,
  hidden,
  levelNow,
  oncallFinding,
  serviceOncall,
  serviceRotation,
  serviceWithoutRotation,
} from '../../../testUtils';
import { part, renderOncall } from '../../../__testUtils__/renderOncall';

jest.setTimeout(60_000);

const { cover } = serviceOncall();
const nothingKnown = {
  ...cover,
  state: 'unknown' as const,
  levels: [],
  gaps: [],
  gapHours: null,
  requiredGapHours: null,
  handovers: [],
};
const levels = async () =>
  within(await part('On call now')).getByRole('list', {
    name: 'On call now, by level',
  });

describe('who is on call now', () => {
  it('is said for each level, until when, and who is next', async () => {
    await renderOncall();
    expect(
      [...(await levels()).children].map(item => item.textContent),
    ).toEqual([
      expect.stringMatching(
        /^Level 1AB?Anna Berg.*until Sun 22 Nov 10:00 \(in 2 days\)from Sun 22 Nov 10:00: Ben Cole$/,
      ),
      expect.stringMatching(/^Level 2.*Chi Dangnot in the catalog.*Anna Berg$/),
    ]);
  });

  it('leads to the user of the catalog, to a letter and to the provider', async () => {
    await renderOncall();
    const first = within(within(await levels()).getAllByRole('listitem')[0]);
    const hrefOf = (name: string) =>
      first.getByRole('link', { name }).getAttribute('href');
    expect(hrefOf('Anna Berg')).toBe('/catalog/default/user/anna.berg');
    expect(hrefOf('E-mail to Anna Berg')).toBe('mailto:anna.berg@example.com');
    expect(
      hrefOf('Profile of Anna Berg at the provider, Opens in a new window'),
    ).toBe('https://pd.example/users/anna.berg');
  });

  it('says what the tier wants and how many share it', async () => {
    await renderOncall();
    expect(await part('On call now')).toHaveTextContent(
      'Its tier, Mission critical, wants somebody on call around the clock (24x7), at least 4 people who share it, at least 2 levels. 3 people share it.',
    );
  });

  it.each<[string, Partial<ServiceOncallResponse>, RegExp]>([
    [
      'nobody is',
      {
        cover: { ...cover, state: 'uncovered', levels: [levelNow(1, [])] },
        findings: [oncallFinding({ code: 'nobody-now' })],
      },
      /Nobody on call.*Nobody can be paged now, at any level.*Level 1Nobody/,
    ],
    [
      'nobody is, and the tier wants nobody',
      {
        cover: { ...cover, state: 'uncovered', levels: [levelNow(1, [])] },
        findings: [],
      },
      /Nobody, as planned.*the tier does not want it at this time.*Level 1Nobody/,
    ],
    [
      'it is not known, with the last answer and its age',
      {
        cover: nothingKnown,
        rotations: [serviceRotation({ state: 'stale' })],
      },
      /It cannot be told who is on call now.*“Payments” could not be read for too long.*Anna Berg/,
    ],
    [
      'nothing was ever read',
      {
        cover: nothingKnown,
        rotations: [serviceRotation({ state: 'failing', fetchedAt: null })],
      },
      /no rotation was read yet\.“Payments” could not be read so far; why stands below\./,
    ],
    [
      'only members are known',
      {
        cover: nothingKnown,
        rotations: [
          serviceRotation({
            kind: 'group',
            provider: 'static',
            spans: [],
            levels: [
              { level: null, people: [anna, ben], until: null, next: null },
            ],
          }),
        ],
      },
      /Nobody is planned. These people belong to the owning team.*People to ask.*Anna Berg.*Ben Cole/,
    ],
    [
      'a rotation is gone at the provider',
      { rotations: [serviceRotation({ state: 'missing' })] },
      /“Payments” is not at PagerDuty any more/,
    ],
  ])('is honest where %s', async (_, answer, words) => {
    await renderOncall(answer);
    expect((await part('On call now')).textContent).toMatch(words);
  });

  it('shows members as people to ask and never as on call', async () => {
    await renderOncall({
      cover: nothingKnown,
      rotations: [serviceRotation({ kind: 'group', spans: [] })],
    });
    expect(
      within(await part('On call now')).queryByRole('list', {
        name: 'On call now, by level',
      }),
    ).not.toBeInTheDocument();
  });

  it('tells people apart whose names are hidden', async () => {
    const [one, two] = [hidden('a'), hidden('b')];
    await renderOncall({
      namesHidden: true,
      people: [one, two],
      cover: { ...cover, levels: [levelNow(1, [one], [two])] },
    });
    const now = await part('On call now');
    expect(now).toHaveTextContent('Names are hidden');
    expect(await levels()).toHaveTextContent(/Person 1.*Person 2/);
    expect(within(now).queryByRole('link')).not.toBeInTheDocument();
  });

  it('is asked for again', async () => {
    const getServiceOncall = jest.fn(async () => serviceOncall());
    await renderOncall({}, { api: { getServiceOncall } });
    const now = within(await part('On call now'));
    await userEvent.click(
      now.getByRole('button', { name: 'Ask the providers again' }),
    );
    expect(await screen.findByText(/were asked again/)).toBeInTheDocument();
    expect(getServiceOncall).toHaveBeenCalledTimes(2);
  });

  it('is not asked for again moments later', async () => {
    await renderOncall({ refreshedRecently: true });
    const now = within(await part('On call now'));
    expect(now.queryByRole('button')).not.toBeInTheDocument();
    expect(now.getByText(/Asked moments ago/)).toBeInTheDocument();
  });
});

describe('a service without a rotation', () => {
  it('is told how to name one', async () => {
    const getServiceOncall = async () => serviceWithoutRotation();
    await renderOncall({}, { api: { getServiceOncall } });
    const empty = await part('No rotation yet');
    expect(empty).toHaveTextContent(
      'plimsoll.dev/oncall: pagerduty:schedule:P1A2B3C',
    );
    expect(
      within(empty).getByRole('link', { name: 'Accounts' }),
    ).toHaveAttribute('href', '/reliability/oncall?show=accounts');
  });

  it('is told what is wrong with what it names', async () => {
    const problem = {
      annotation: 'plimsoll.dev/oncall',
      value: 'pager:schedule:P1',
      message: 'There is no account and no type "pager".',
    };
    const getServiceOncall = async () =>
      serviceWithoutRotation({ problems: [problem] });
    await renderOncall({}, { api: { getServiceOncall } });
    expect(await part('Problems in annotations')).toHaveTextContent(
      'plimsoll.dev/oncall: pager:schedule:P1There is no account',
    );
  });
});

describe('the rotations of a service', () => {
  it('say where they are, who named them, and what is wrong', async () => {
    const rotation = serviceRotation({
      error: 'The provider answered 503',
      state: 'failing',
      warnings: ['Two people share a slot'],
      from: 'owner',
    });
    await renderOncall({ rotations: [rotation] });
    const text = (await part('1 rotation')).textContent;
    for (const words of [
      'Last try failed',
      'escalation policy at PagerDuty, account pagerduty',
      'annotation of its owner pagerduty.com/service-id',
      'Level 1: 2 people by the plan; Level 2: 2 people with a shift',
      'The provider answered 503',
      'Two people share a slot',
    ]) {
      expect(text).toContain(words);
    }
  });

  it.each<[string, Partial<ServiceRotationItem>, string]>([
    ['are estimated', { certainty: 'estimated' }, 'Gaps are estimated: the'],
    [
      'cannot be told',
      { certainty: 'unknown' },
      'Gaps cannot be told: part of the answer',
    ],
    [
      'cannot be told of members',
      { certainty: 'unknown', kind: 'group' },
      'Gaps cannot be told: nobody planned a shift',
    ],
    [
      'cannot be told before the first answer',
      { certainty: 'unknown', fetchedAt: null, state: 'pending' },
      'Gaps cannot be told: nothing was read yet',
    ],
  ])('say that their gaps %s', async (_, overrides, words) => {
    await renderOncall({ rotations: [serviceRotation(overrides)] });
    expect(await part('1 rotation')).toHaveTextContent(words);
  });

  it('say nothing more of gaps that are exact', async () => {
    await renderOncall({ rotations: [serviceRotation()] });
    expect(await part('1 rotation')).not.toHaveTextContent('Gaps');
  });

  it('link only what is an address', async () => {
    // eslint-disable-next-line no-script-url -- what a hostile provider might answer
    const url = 'javascript:alert(1)';
    const rotation = serviceRotation({ url });
    await renderOncall({
      rotations: [rotation],
      cover: {
        ...cover,
        levels: [levelNow(1, [{ ...chi, url, email: 'a?bcc=b@c' }])],
      },
    });
    expect(
      within(await part('1 rotation')).queryByRole('link'),
    ).not.toBeInTheDocument();
    expect(within(await levels()).queryByRole('link')).not.toBeInTheDocument();
  });
});

it('the calendar says that its address needs a token', async () => {
  await renderOncall();
  const calendar = await part('As a calendar');
  expect(calendar).toHaveTextContent('needs a sign-in or a token');
  expect(calendar).toHaveTextContent(/\/oncall\.ics/);
});

it('a failure can be tried again', async () => {
  const getServiceOncall = jest
    .fn()
    .mockRejectedValueOnce(new Error('database is gone'))
    .mockResolvedValue(serviceOncall());
  await renderOncall({}, { api: { getServiceOncall } });
  expect(await screen.findByRole('alert')).toHaveTextContent(
    'database is gone',
  );
  await userEvent.click(screen.getByRole('button', { name: 'Try again' }));
  expect(await part('On call now')).toBeInTheDocument();
});

it('what is forbidden is said', async () => {
  const getServiceOncall = () => Promise.reject(new NotAllowedError('no'));
  await renderOncall({}, { api: { getServiceOncall } });
  expect(await screen.findByText('You may not see this')).toBeInTheDocument();
});

it('two accounts are compared only where there are two', async () => {
  const getOncallMirror = jest.fn();
  await renderOncall({ mirrors: ['pagerduty'] }, { api: { getOncallMirror } });
  await part('On call now');
  expect(getOncallMirror).not.toHaveBeenCalled();
});

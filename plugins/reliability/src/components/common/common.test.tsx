import { renderInTestApp } from '@backstage/test-utils';
import { screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import type { ReactElement } from 'react';
import { rankedService } from '../../testUtils';
import { AttentionReasons } from './AttentionReasons';
import { CauseChip } from './CauseChip';
import { DimensionBars } from './DimensionBars';
import { EnforcementChip } from './EnforcementChip';
import { LevelChip } from './LevelChip';
import { OutcomeMark } from './OutcomeMark';
import { SafeMarkdown } from './SafeMarkdown';
import { ScoreBar } from './ScoreBar';
import { TierChip } from './TierChip';
import { TimeAgo } from './TimeAgo';
import { Trend } from './Trend';

const trend = (scoreThen: number, delta: number) => (
  <Trend trend={{ since: '2026-10-21', scoreThen, delta }} />
);

describe('the small parts say in words what they show', () => {
  it.each<[ReactElement, string | RegExp]>([
    [
      <ScoreBar score={996} coverage={1000} />,
      'Score 99 of 100, coverage 100 %',
    ],
    [<ScoreBar score={642} coverage={857} />, '85 % known'],
    [<ScoreBar score={0} coverage={1000} />, 'Score 0 of 100, coverage 100 %'],
    [<ScoreBar score={0} coverage={0} />, 'Nothing known'],
    [<LevelChip level={{ name: 'Silver', index: 1 }} total={3} />, 'Silver'],
    [<LevelChip level={{ name: 'x', index: -1 }} total={3} />, 'No level'],
    [
      <TierChip tier={{ id: 'tier-0', name: 'Critical', rank: 0 }} />,
      'Critical',
    ],
    [<TierChip tier={{ id: 'untiered', name: '', rank: null }} />, 'Untiered'],
    [<OutcomeMark outcome="pass" />, 'Pass'],
    [<OutcomeMark outcome="fail" />, 'Fail'],
    [<OutcomeMark outcome="unknown" />, 'Unknown'],
    [<OutcomeMark outcome="not-applicable" />, 'Not applicable'],
    [<OutcomeMark outcome="exempt" />, 'Exempt'],
    [<CauseChip cause="service" />, 'Service changed'],
    [<CauseChip cause="rule" />, 'Rule changed'],
    [<CauseChip cause="data" />, 'Data changed'],
    [<CauseChip cause={null} />, 'First assessment'],
    [<EnforcementChip enforcement="planned" />, 'Planned'],
    [
      <EnforcementChip
        enforcement="scheduled"
        enforceFrom="2026-12-01T00:00:00Z"
      />,
      'Counts from 2026-12-01',
    ],
    [trend(780, 44), 'Up 4 points since Oct 21, 2026, from 78'],
    [trend(780, -121), 'Down 13 points since Oct 21, 2026, from 78'],
    [trend(789, 1), 'Up 1 point since Oct 21, 2026, from 78'],
    [trend(780, 9), 'No change since Oct 21, 2026'],
    [<Trend trend={null} />, 'No earlier score to compare with'],
    [<AttentionReasons reasons={[]} />, 'Nothing'],
  ])('%#', async (element, words) => {
    await renderInTestApp(element);
    expect(screen.getByText(words)).toBeInTheDocument();
  });
});

describe('LevelChip', () => {
  it.each([
    [1, 'level 2 of 3'],
    [-1, 'below the first level'],
  ])('tells the place of level %i', async (index, place) => {
    await renderInTestApp(<LevelChip level={{ name: 'a', index }} total={3} />);
    expect(screen.getByTitle(place)).toBeInTheDocument();
  });
});

describe('DimensionBars', () => {
  it('has a named bar for each dimension, also for those that do not apply', async () => {
    await renderInTestApp(
      <DimensionBars
        names={['ownership', 'response', 'capacity', 'silent']}
        dimensions={{
          ...rankedService().dimensions,
          silent: { score: 0, coverage: 0, failing: 0, unknown: 2 },
        }}
      />,
    );
    expect(
      screen.getAllByRole('img').map(bar => bar.getAttribute('aria-label')),
    ).toEqual([
      'ownership: 100 of 100',
      'response: 57 of 100, 85 % known',
      'capacity: nothing applies',
      'silent: nothing known',
    ]);
  });
});

describe('AttentionReasons', () => {
  it('shows the first reason and opens the others', async () => {
    await renderInTestApp(
      <AttentionReasons
        reasons={[
          { kind: 'dropped', text: 'Fell to Bronze' },
          { kind: 'stale-facts', text: '2 checks without fresh facts' },
          { kind: 'unknown-facts', text: '1 check without facts' },
        ]}
      />,
    );
    expect(screen.getByText('Fell to Bronze')).toBeInTheDocument();
    await userEvent.click(
      screen.getByRole('button', {
        name: '2 more: 2 checks without fresh facts; 1 check without facts',
      }),
    );
    expect(await screen.findByRole('tooltip')).toHaveTextContent(
      '1 check without facts',
    );
  });
});

describe('TimeAgo', () => {
  it('says how long ago, and exactly when in the tooltip', async () => {
    await renderInTestApp(
      <TimeAgo at={new Date(Date.now() - 3 * 60_000).toISOString()} />,
    );
    const time = screen.getByText('3 minutes ago');
    expect(time.title).toMatch(/\d{4}/);
  });

  it.each([-5_000, 5_000])(
    'does not count seconds, nor trust a clock that is %i ms ahead',
    async ahead => {
      const at = new Date(Date.now() + ahead).toISOString();
      await renderInTestApp(<TimeAgo at={at} />);
      expect(screen.getByText('just now')).toBeInTheDocument();
    },
  );
});

describe('SafeMarkdown', () => {
  const hostile = [
    'Use `curl`, see [docs](https://example.com)',
    '<img src=x onerror="alert(1)">',
    '<script>alert(2)</script>',
    '[bad](javascript:alert(3))',
  ].join(' ');
  it('draws markdown and drops what could run', async () => {
    const { container } = await renderInTestApp(
      <SafeMarkdown text={hostile} />,
    );
    expect(screen.getByText('curl').tagName).toBe('CODE');
    expect(screen.getByRole('link', { name: /docs/ })).toHaveAttribute(
      'target',
      '_blank',
    );
    expect(container.querySelector('script')).toBeNull();
    expect(container.querySelector('[onerror]')).toBeNull();
    expect(container.innerHTML).not.toMatch(/href="javascript:alert/);
  });
});

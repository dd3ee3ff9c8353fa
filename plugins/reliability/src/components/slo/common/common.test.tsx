import {
  SLO_STATUSES,
  type SloFlag,
} from '@plimsoll/backstage-plugin-reliability-common';
import { renderInTestApp } from '@backstage/test-utils';
import { screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { sloDiagnostic } from '../../../testUtils';
import {
  BudgetBar,
  BudgetLeft,
  BurnRate,
  Diagnostics,
  SloFlags,
  SloStatusMark,
} from '.';

jest.setTimeout(60_000);

const barOf = (container: HTMLElement) =>
  [...container.querySelectorAll<HTMLElement>('[style]')].map(
    ({ style }) => style.width || style.left || style.right,
  );

const toneOf = async (flags: SloFlag[]) => {
  const { container, unmount } = await renderInTestApp(
    <SloStatusMark status="healthy" flags={flags} />,
  );
  const { color } = getComputedStyle(container.querySelector('svg')!);
  unmount();
  return color;
};

it('every status has a word and an icon', async () => {
  const { container } = await renderInTestApp(
    <>
      {SLO_STATUSES.map(status => (
        <SloStatusMark key={status} status={status} />
      ))}
    </>,
  );
  expect(container.querySelectorAll('svg')).toHaveLength(SLO_STATUSES.length);
  expect(container).toHaveTextContent(
    'BreachedBurningAt riskHealthyErrorNo dataNo trafficPending',
  );
});

it.each<SloFlag>(['provisional', 'stale'])(
  'healthy is not green where it is %s',
  async flag => {
    expect(await toneOf([flag])).not.toBe(await toneOf([]));
    expect(await toneOf(['corrected'])).toBe(await toneOf([]));
  },
);

it.each([
  [0.62, ['62%']],
  [0, ['0%']],
  [1, ['100%']],
  // What was spent fills the bar; the cut is where the budget ended.
  [-2.5, ['0px', '28.571428571428573%']],
])('the bar of %d is drawn as %p', async (remaining, expected) => {
  const { container } = await renderInTestApp(
    <div data-testid="bar">
      <BudgetBar remaining={remaining} status="healthy" />
    </div>,
  );
  const bar = container.querySelector<HTMLElement>('[data-testid=bar]')!;
  expect(barOf(bar).filter(Boolean)).toEqual(expected);
});

it.each([
  [0.62, 1_607_040, '62 % left26 min, 47 sec left'],
  [-2.5, -6_480_000, '350 % spent1 hr, 48 min too much'],
  [null, null, 'Budget not known'],
])('a budget of %p reads %p', async (remaining, remainingMs, expected) => {
  const { container } = await renderInTestApp(
    <BudgetLeft
      remaining={remaining}
      remainingMs={remainingMs}
      status="healthy"
    />,
  );
  expect(container).toHaveTextContent(expected);
});

it('a burn rate that is not known is a dash with words', async () => {
  await renderInTestApp(<BurnRate rate={null} />);
  expect(screen.getByTitle(/is not known/)).toHaveTextContent('– burn, 6 h');
});

it('flags are words with an explanation', async () => {
  await renderInTestApp(<SloFlags flags={['provisional', 'low_traffic']} />);
  expect(screen.getByText('Provisional')).toHaveAttribute(
    'title',
    expect.stringMatching(/scores leave it out/),
  );
  expect(screen.getByText('Low traffic')).toBeInTheDocument();
});

it('the place of a diagnostic names the file, and can be gone to', async () => {
  const onPlace = jest.fn();
  const item = sloDiagnostic();
  await renderInTestApp(<Diagnostics items={[item]} onPlace={onPlace} />);
  await userEvent.click(
    screen.getByRole('button', { name: './slo.yaml:12:5' }),
  );
  expect(onPlace).toHaveBeenCalledWith(item);
});

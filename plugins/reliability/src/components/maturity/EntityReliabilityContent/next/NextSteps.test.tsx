import { screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import type { Report } from '@plimsoll/backstage-plugin-reliability-common';
import {
  checkReport,
  gold,
  noLevel,
  serviceReport,
  silver,
} from '../../../../testUtils';
import { renderAtEntity } from '../../../../__testUtils__/renderAtEntity';
import { NextSteps } from './NextSteps';

jest.setTimeout(60_000);

const next = (
  overrides: Partial<NonNullable<Report['nextLevel']>>,
  report: Partial<Report> = {},
) =>
  serviceReport({
    nextLevel: { ...serviceReport().nextLevel!, ...overrides },
    ...report,
  });
const asking = (minScore: number) =>
  serviceReport().levels.map(level => ({ ...level, minScore }));

const render = (report: Report) =>
  renderAtEntity(<NextSteps report={report} facts={[]} />);

describe('NextSteps', () => {
  it.each<[string, Report, string]>([
    [
      'the checks that lift',
      serviceReport(),
      'These 2 checks lift the service to Silver',
    ],
    [
      'the only check that lifts',
      next({ blocking: ['runbook'] }),
      'This check lifts the service to Silver',
    ],
    [
      'that they lift higher than the next level',
      next({ liftsTo: gold }),
      'These 2 checks lift the service past Silver, to Gold',
    ],
    [
      'that they do not suffice',
      next({ liftsTo: noLevel, missingScore: 61 }, { levels: asking(80) }),
      'These 2 checks stand between the service and Silver',
    ],
    [
      'how many points are missing',
      next({ blocking: [], missingScore: 61 }, { levels: asking(80) }),
      '7 more points for Silver',
    ],
    [
      'that nothing applies',
      next({ blocking: [], nothingApplies: true }),
      'Nothing that Silver asks for applies to this service',
    ],
    [
      'that it is the top',
      serviceReport({ level: gold, nextLevel: null }),
      'Top level. Keep it.',
    ],
  ])('says %s', async (_, report, title) => {
    await render(report);
    expect(
      screen.getByRole('heading', { level: 2, name: title }),
    ).toBeInTheDocument();
  });

  it('gives for each check what is needed to do it', async () => {
    await render(serviceReport());
    const [runbook, pageable] = screen.getAllByRole('listitem');
    expect(
      within(runbook).getByRole('heading', { name: 'Runbook is linked' }),
    ).toBeInTheDocument();
    expect(runbook).toHaveTextContent('Fail');
    expect(runbook).toHaveTextContent(/Now\s*0 links/);
    expect(runbook).toHaveTextContent(/Wants\s*entity.links.runbook > 0/);
    expect(runbook).toHaveTextContent('Add a link of type runbook');
    expect(runbook).toHaveTextContent('A responder who never saw this');
    expect(within(runbook).getByRole('link')).toHaveAttribute(
      'href',
      '/reliability/standards#check-reliability-runbook',
    );
    expect(pageable).toHaveTextContent('Unknown');
    expect(pageable).toHaveTextContent('is older than 2 days');
  });

  it('names the points that are missing after the checks', async () => {
    await render(next({ missingScore: 61 }, { levels: asking(80) }));
    expect(
      screen.getByText(/After that, 7 more points are missing: Silver asks/),
    ).toBeInTheDocument();
  });

  it('shows five, and the others when asked', async () => {
    const checks = Array.from({ length: 7 }, (_, index) =>
      checkReport({ id: `c${index}`, title: `C${index}`, outcome: 'fail' }),
    );
    await render(next({ blocking: checks.map(({ id }) => id) }, { checks }));
    expect(screen.getAllByRole('listitem')).toHaveLength(5);
    await userEvent.click(screen.getByRole('button', { name: 'Show 2 more' }));
    expect(screen.getAllByRole('listitem')).toHaveLength(7);
  });

  it('renders what people wrote as safe markdown', async () => {
    const fix =
      '<img src="x" onerror="alert(1)"> see [this](javascript:alert(1)) and `that`';
    const checks = [checkReport({ outcome: 'fail', fix })];
    const { container } = await render(
      next({ blocking: ['runbook'], liftsTo: silver }, { checks }),
    );
    expect(container.querySelector('[onerror]')).toBeNull();
    expect(container.querySelector('[href^="javascript"]')).toBeNull();
    expect(screen.getByText('that')).toBeInTheDocument();
  });

  it('tells what would end the top level', async () => {
    await render(serviceReport({ level: gold, nextLevel: null }));
    const items = screen.getAllByRole('listitem');
    expect(items[0]).toHaveTextContent(
      'The exemption for “Dashboard is linked” ends Jan 31, 2027.',
    );
    expect(items[1]).toHaveTextContent(
      '“Took part in a chaos day” counts from Mar 1, 2027 and does not pass yet.',
    );
  });
});

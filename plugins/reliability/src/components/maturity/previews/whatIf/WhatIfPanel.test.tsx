import { screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { renderAtEntity } from '../../../../__testUtils__/renderAtEntity';
import { serviceReport } from '../../../../testUtils';
import { LevelLadder } from '../../EntityReliabilityContent/ladder/LevelLadder';

jest.setTimeout(60_000);

async function open(report = serviceReport()) {
  await renderAtEntity(<LevelLadder report={report} facts={[]} />);
  await userEvent.click(screen.getByRole('button', { name: 'What if…' }));
  const panel = screen.getByRole('region', { name: 'What if these pass?' });
  return within(panel);
}

it('says level and score for what is ticked, and what is next', async () => {
  const panel = await open();
  expect(panel.getByRole('status')).toHaveTextContent(/^Now Bronze, \d+\./);
  await userEvent.click(
    panel.getByRole('checkbox', { name: /^Runbook is linked \(Silver/ }),
  );
  expect(panel.getByRole('status')).toHaveTextContent(
    /^Still Bronze, 602 checks then keep Silver away\. Now Bronze, 40\.$/,
  );
  await userEvent.click(
    panel.getByRole('button', { name: 'Least for Silver' }),
  );
  expect(panel.getByRole('status')).toHaveTextContent(
    /^If these pass: (Silver|Gold), \d+/,
  );
  await userEvent.click(panel.getByRole('button', { name: 'Untick all' }));
  expect(panel.getByRole('status')).toHaveTextContent(/^Now Bronze/);
});

it('offers what counts and is not met, and nothing else', async () => {
  const panel = await open();
  const { checks } = serviceReport();
  expect(panel.getAllByRole('checkbox')).toHaveLength(
    checks.filter(
      ({ outcome, enforcement }) =>
        ['fail', 'unknown'].includes(outcome) && enforcement === 'enforced',
    ).length,
  );
});

it('has nothing to tick where everything is met', async () => {
  const panel = await open(
    serviceReport({
      checks: serviceReport().checks.filter(
        ({ outcome }) => outcome === 'pass',
      ),
    }),
  );
  expect(panel.getByText(/Nothing fails or is unknown/)).toBeInTheDocument();
});

it('ticks the least for a level that asks for a score, and offers no level out of reach', async () => {
  const report = serviceReport();
  const panel = await open({
    ...report,
    levels: report.levels.map(level =>
      level.id === 'bronze' ? level : { ...level, minScore: 100 },
    ),
    checks: report.checks.map(check =>
      check.level === 'gold'
        ? { ...check, outcome: 'not-applicable' as const }
        : check,
    ),
  });
  expect(
    panel.queryByRole('button', { name: 'Least for Gold' }),
  ).not.toBeInTheDocument();
  await userEvent.click(
    panel.getByRole('button', { name: 'Least for Silver' }),
  );
  expect(panel.getByRole('status')).toHaveTextContent(
    /^If these pass: Silver, 100No check of Gold applies/,
  );
});

it('closes', async () => {
  const panel = await open();
  await userEvent.click(panel.getByRole('button', { name: 'Close' }));
  expect(
    screen.queryByRole('region', { name: 'What if these pass?' }),
  ).not.toBeInTheDocument();
});

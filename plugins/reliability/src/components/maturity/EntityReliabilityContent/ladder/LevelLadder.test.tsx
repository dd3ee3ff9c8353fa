import { screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import type { ServiceResponse } from '@plimsoll/backstage-plugin-reliability-common';
import { serviceReport } from '../../../../testUtils';
import { renderAtEntity } from '../../../../__testUtils__/renderAtEntity';
import { LevelLadder } from './LevelLadder';

jest.setTimeout(60_000);

const facts: ServiceResponse['facts'] = [
  {
    path: 'facts["pager/responders"]',
    state: 'stale',
    value: 4,
    at: '2026-11-12T09:00:00.000Z',
    expiresAt: '2026-11-19T09:00:00.000Z',
    source: 'pager',
  },
];

const render = (report = serviceReport()) =>
  renderAtEntity(<LevelLadder report={report} facts={facts} />);
const rung = (name: RegExp) => screen.getByRole('button', { name });

describe('LevelLadder', () => {
  it.each([
    [/^Bronze/, 'Attained', '2 of 2 met', 'false'],
    [/^Silver/, 'Next', '1 of 3 met', 'true'],
    [/^Gold/, 'Locked', '1 of 1 met', 'false'],
  ])('says the state of %s in words', async (name, state, met, open) => {
    await render();
    expect(rung(name)).toHaveTextContent(state);
    expect(rung(name)).toHaveTextContent(met);
    expect(rung(name)).toHaveAttribute('aria-expanded', open);
  });

  it('groups the checks of a level by dimension', async () => {
    await render();
    expect(
      screen.getAllByRole('heading', { level: 4 }).map(h => h.textContent),
    ).toEqual(['response', 'capacity', 'observability']);
  });

  it.each([
    ['pass', /Bronze/, /Pass.*A team in the catalog owns it/],
    ['fail', null, /Fail.*Runbook is linked.*Weight 3/],
    ['unknown', null, /Unknown.*Somebody can be paged/],
    ['exempt', null, /Exempt.*Dashboard is linked.*until Jan 31, 2027/],
    ['not applicable', /Gold/, /Not applicable.*Logs are linked/],
    ['scheduled', /Gold/, /Fail.*chaos day.*Counts from 2027-03-01/],
    ['planned', /Gold/, /Unknown.*Declares an objective.*Planned/],
  ])('shows a check that is %s', async (_, level, name) => {
    await render();
    if (level) await userEvent.click(rung(level));
    expect(screen.getByRole('button', { name })).toBeInTheDocument();
  });

  it('opens a check from the keyboard and shows what its outcome rests on', async () => {
    await render();
    const row = screen.getByRole('button', { name: /Runbook is linked/ });
    row.focus();
    await userEvent.keyboard('{Enter}');
    expect(row).toHaveAttribute('aria-expanded', 'true');
    const item = row.closest('li')!;
    expect(item).toHaveTextContent(
      /Actual\s*entity.links.runbook: 0 links \(seen .* from catalog\)/,
    );
    expect(item).toHaveTextContent(/Expected\s*entity.links.runbook > 0/);
    expect(item).toHaveTextContent('Why it matters');
    expect(item).toHaveTextContent('How to fix it');
    await userEvent.keyboard('{Enter}');
    expect(row).toHaveAttribute('aria-expanded', 'false');
  });

  it.each([
    [
      'a stale value with its age',
      /Somebody can be paged/,
      /4 people \(stale: last seen .* ago, valid for 7 days, from pager\)/,
    ],
    [
      'when a rule applies',
      /Somebody can be paged/,
      /Applies when\s*tier.rank <= 2/,
    ],
    [
      'a value that is not known',
      /Load test has run/,
      /load-test-passed"\]: no value/,
    ],
    [
      'who approved an exemption',
      /Dashboard is linked/,
      /Moves to the new observability stack.*Approved by .*ines.moreau.* until Jan 31, 2027/i,
    ],
  ])('explains %s', async (_, name, text) => {
    await render();
    const row = screen.getByRole('button', { name });
    await userEvent.click(row);
    expect(row.closest('li')).toHaveTextContent(text);
  });

  it('filters, and opens what the filter finds', async () => {
    await render();
    const unknown = screen.getByRole('button', { name: 'Unknown (3)' });
    await userEvent.click(unknown);
    expect(unknown).toHaveAttribute('aria-pressed', 'true');
    const group = rung(/^Gold/).closest('li')!;
    expect(
      within(group).getByRole('button', { name: /Declares an objective/ }),
    ).toBeInTheDocument();
    expect(
      screen.queryByRole('button', { name: /Runbook is linked/ }),
    ).not.toBeInTheDocument();
    await userEvent.click(rung(/^Bronze/));
    expect(rung(/^Bronze/).closest('li')).toHaveTextContent(
      '1 check, none of this kind',
    );
  });

  it('says that nothing is left to do', async () => {
    await render(
      serviceReport({
        checks: serviceReport().checks.filter(
          ({ outcome }) => outcome === 'pass',
        ),
      }),
    );
    await userEvent.click(screen.getByRole('button', { name: 'To do (0)' }));
    expect(screen.getByText('Nothing is left to do.')).toBeInTheDocument();
  });
});

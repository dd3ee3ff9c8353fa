import { within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { oncallMirror } from '../../../../testUtils';
import { part, renderOncall } from '../../../../__testUtils__/renderOncall';

jest.setTimeout(60_000);

const NAME = 'Two providers side by side';
const mirrors = ['opsgenie', 'pagerduty'];

describe('two accounts of a service', () => {
  it('are compared in a sentence and a list', async () => {
    await renderOncall({ mirrors });
    const section = await part(NAME);
    expect(
      await within(section).findByText(
        'Both say the same for 304 h of 336 h (90 %).',
      ),
    ).toBeInTheDocument();
    const rows = within(
      within(section).getByRole('table', { name: 'Where they differ' }),
    ).getAllByRole('row');
    expect(rows.slice(1).map(row => row.textContent)).toEqual([
      'Sun 22 Nov 10:00 – Mon 23 Nov 10:0024 hLevel 1Ben ColeAnna BergOther people',
      'Sat 28 Nov 09:00–17:008 hLevel 1Ben ColeNobodyOnly opsgenie',
    ]);
  });

  it.each([
    [
      { differences: [], sameHours: 336 },
      'Both say the same for 336 h of 336 h (100 %). They do not differ.',
    ],
    [{ sameHours: 335.9 }, '(99 %)'],
    [
      { comparedHours: 0, sameHours: 0, differences: [] },
      'Neither has a shift in this time.',
    ],
  ])('may say %j', async (overrides, words) => {
    const getOncallMirror = async () => oncallMirror(overrides);
    await renderOncall({ mirrors }, { api: { getOncallMirror } });
    const section = await part(NAME);
    expect(
      await within(section).findByText(words, { exact: false }),
    ).toBeInTheDocument();
  });

  it('are chosen where there are three', async () => {
    const getOncallMirror = jest.fn(async () => oncallMirror());
    await renderOncall(
      { mirrors: [...mirrors, 'grafana'] },
      { api: { getOncallMirror } },
    );
    const section = within(await part(NAME));
    await userEvent.selectOptions(
      section.getByRole('combobox', { name: 'Right' }),
      'grafana',
    );
    expect(getOncallMirror).toHaveBeenLastCalledWith(
      'component:default/checkout',
      { left: 'opsgenie', right: 'grafana' },
      expect.anything(),
    );
  });

  it('leave the rest of the page alone when they cannot be compared', async () => {
    const getOncallMirror = () => Promise.reject(new Error('too slow'));
    await renderOncall({ mirrors }, { api: { getOncallMirror } });
    const section = await part(NAME);
    expect(await within(section).findByRole('alert')).toHaveTextContent(
      'too slow',
    );
    expect(await part('On call now')).toHaveTextContent('Anna Berg');
  });
});

import { screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import {
  anna,
  hoursAfter,
  serviceOncall,
  serviceRotation,
} from '../../../../testUtils';
import { lanesOf } from '../../../../utils/oncall/timeline';
import { part, renderOncall } from '../../../../__testUtils__/renderOncall';
import { placeAfter } from './useBlockKeys';

jest.setTimeout(60_000);

const NAME = 'The next 14 days';
const { cover, window } = serviceOncall();

describe('the timeline', () => {
  it('says each block in words, gaps too', async () => {
    await renderOncall();
    const lane = within(await part(NAME)).getByRole('list', {
      name: 'Level 1',
    });
    expect(
      within(lane)
        .getAllByRole('button')
        .map(block => block.getAttribute('aria-label')),
    ).toEqual([
      'Anna Berg, Level 1, Fri 20 Nov 09:00 – Sun 22 Nov 10:00, 49 h or longer, by rotation, Payments primary',
      'Ben Cole, Level 1, Sun 22 Nov 10:00 – Sat 28 Nov 09:00, 143 h, by rotation, Payments primary',
      'Nobody, Level 1, Sat 28 Nov 09:00–17:00, 8 h',
      'Anna Berg, Level 1, Sat 28 Nov 17:00 – Fri 4 Dec 09:00, 136 h or longer, override, Payments primary',
    ]);
  });

  it('is one stop for Tab, and arrow keys move inside', async () => {
    await renderOncall();
    const blocks = within(await part(NAME)).getAllByRole('button', {
      name: /Level [12],/,
    });
    expect(blocks.filter(({ tabIndex }) => tabIndex === 0)).toEqual([
      blocks[0],
    ]);
    blocks[0].focus();
    await userEvent.keyboard('{ArrowRight}{ArrowRight}');
    expect(document.activeElement).toHaveAttribute(
      'aria-label',
      expect.stringMatching(/^Nobody, Level 1/),
    );
    await userEvent.keyboard('{ArrowDown}');
    expect(document.activeElement).toHaveAttribute(
      'aria-label',
      expect.stringMatching(/^Nobody, Level 2/),
    );
    expect(
      blocks
        .filter(({ tabIndex }) => tabIndex === 0)
        .map(({ ariaLabel }) => ariaLabel),
    ).toHaveLength(1);
  });

  it('can be read as a table', async () => {
    await renderOncall();
    const section = within(await part(NAME));
    await userEvent.click(section.getByRole('button', { name: 'Table' }));
    const rows = section.getAllByRole('row').slice(1);
    expect(rows).toHaveLength(8);
    expect(rows[0]).toHaveTextContent(
      'Fri 20 Nov 09:00 – Sun 22 Nov 10:00Anna BergLevel 149 h or longerby rotation, Payments primary',
    );
    expect(
      rows.filter(row => row.textContent?.includes('Nobody')),
    ).toHaveLength(2);
  });

  it('says that nothing is known', async () => {
    await renderOncall({
      rotations: [serviceRotation({ spans: [], gaps: [] })],
    });
    expect(await part(NAME)).toHaveTextContent(
      'No shift is known in this time.',
    );
  });
});

it.each([
  ['ArrowRight', { lane: 0, block: 0 }, { lane: 0, block: 1 }],
  ['ArrowRight', { lane: 0, block: 3 }, undefined],
  ['ArrowLeft', { lane: 0, block: 0 }, undefined],
  ['ArrowUp', { lane: 0, block: 0 }, undefined],
  ['ArrowDown', { lane: 0, block: 3 }, { lane: 1, block: 3 }],
  ['Home', { lane: 1, block: 2 }, { lane: 1, block: 0 }],
  ['End', { lane: 1, block: 0 }, { lane: 1, block: 3 }],
  ['a', { lane: 0, block: 0 }, undefined],
])('%s leads from %j to %j', (key, from, to) => {
  expect(placeAfter(key, from, lanesOf([serviceRotation()], window))).toEqual(
    to,
  );
});

describe('gaps', () => {
  const gap = (
    from: number,
    to: number,
    level: number | null,
    required: boolean,
  ) => ({
    from: hoursAfter(from),
    to: hoursAfter(to),
    level,
    required,
  });
  const lines = async () =>
    within(within(await part('Gaps')).getByRole('list'))
      .getAllByRole('listitem')
      .map(item => item.textContent);

  it('are listed with what the tier wants', async () => {
    await renderOncall({
      cover: {
        ...cover,
        gaps: [
          gap(192, 200, null, true),
          gap(220, 221, null, false),
          gap(230, 230.5, 2, false),
        ],
        gapHours: 9,
      },
    });
    expect(await lines()).toEqual([
      'Sat 28 Nov 09:00–17:00, 8 h; tier wants 24x7',
      'Sun 29 Nov 13:00–14:00, 1 h; allowed by the tier',
      'Sun 29 Nov 23:00–23:30, 30 min, on level 2 only',
    ]);
    expect(await part('Gaps')).toHaveTextContent(
      '9 h without anybody; 8 h of them in the time that the tier wants covered.',
    );
  });

  it.each([
    [
      'none',
      { gaps: [], gapHours: 0, requiredGapHours: 0 },
      'No gap: somebody can be paged all the time.',
    ],
    ['not known', { gaps: [], gapHours: null }, 'Gaps cannot be told'],
    ['no wish', { requiredGapHours: null }, '8 h without anybody.'],
  ])('are %s', async (_, overrides, words) => {
    await renderOncall({ cover: { ...cover, ...overrides } });
    expect(await part('Gaps')).toHaveTextContent(words);
  });

  it('are six until more are asked for', async () => {
    const gaps = Array.from({ length: 8 }, (_, day) =>
      gap(day * 24, day * 24 + 1, null, true),
    );
    await renderOncall({ cover: { ...cover, gaps, gapHours: 8 } });
    expect(await lines()).toHaveLength(6);
    await userEvent.click(screen.getByRole('button', { name: 'Show 2 more' }));
    expect(await lines()).toHaveLength(8);
  });
});

it('handovers say who gives to whom, and that nobody takes', async () => {
  await renderOncall({
    cover: {
      ...cover,
      handovers: [
        ...cover.handovers,
        { at: hoursAfter(192), level: null, out: [anna.key], in: [] },
      ],
    },
  });
  expect(
    within(await part('Next handovers'))
      .getAllByRole('listitem')
      .map(item => item.textContent),
  ).toEqual([
    'Sun 22 Nov 10:00 Anna Berg → Ben Cole Level 1',
    'Sun 22 Nov 11:00 Chi Dang → Anna Berg Level 2',
    'Sat 28 Nov 09:00 Anna Berg → Nobody ',
  ]);
});

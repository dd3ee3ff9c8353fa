import {
  assessChecklist,
  compileChecklist,
  defaultChecklistFor,
  defaultTiers,
} from '@plimsoll/backstage-plugin-reliability-common';
import { DAY, NOW } from '../__testUtils__/harness';
import { decodeDetail, encodeDetail } from './readinessCodec';
import { ReadinessDetail } from './readinessRow';

const compilation = compileChecklist(
  defaultChecklistFor(defaultTiers.map(({ id }) => id)),
  { tiers: defaultTiers },
);
if (compilation.kind !== 'ok') throw new Error('The checklist must compile');
const { checklist } = compilation;

/** Every third item has an answer, some of which ended, some end soon and some are doubted. */
function detail(age: number): ReadinessDetail {
  const answers = new Map(
    checklist.items
      .filter((_, index) => index % 3 === 0)
      .map(({ definition }, index) => [
        definition.id,
        {
          answer: {
            value: 'yes' as const,
            note: '',
            evidence: [],
            by: 'user:default/ada',
            at: NOW - age * index,
          },
          ...(index % 5 === 0 && {
            contest: { reason: 'Why', by: 'user:default/bob', at: NOW },
          }),
        },
      ]),
  );
  const found = assessChecklist(
    { facts: [], tierId: 'tier-0', answers },
    checklist,
    NOW,
  );
  const { items, counts, phases, changedAt } = found;
  return { items, counts, phases, changedAt, forecast: [] };
}

it.each([0, 7 * DAY, 40 * DAY])(
  'what is written is read back, with answers %d ms apart',
  age => {
    const written = detail(age);
    expect(decodeDetail(encodeDetail(written), checklist)).toEqual(written);
  },
);

it('takes a fraction of the room', () => {
  const written = detail(7 * DAY);
  expect(encodeDetail(written).length).toBeLessThan(
    JSON.stringify(written).length / 2,
  );
});

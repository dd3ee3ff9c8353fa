import { NOW, responders } from '../../../testUtils';
import { Changed, journey, noRunbook } from './__testUtils__/journey';
import { compareStates } from './compareStates';
import { PastStep } from './pastReport';

/** Steps that say beforehand which checks they tell of, with how many were read. */
function mentioning(steps: readonly PastStep[]) {
  const read: string[] = [];
  const lazy = steps.map(
    ({ flips, ...step }): PastStep => ({
      ...step,
      mentions: check => flips.some(flip => flip.check === check),
      get flips() {
        read.push(step.by!);
        return flips;
      },
    }),
  );
  return { lazy, read };
}

const worlds: Changed[] = [
  {},
  { entity: noRunbook },
  { entity: noRunbook, pushed: responders(0, NOW) },
  { entity: noRunbook },
];

it('only the steps that may tell of a check are read, and say the same', () => {
  const { days, steps } = journey(...worlds);
  const [before, after] = [days[0].report, days[days.length - 1].report];
  const { lazy, read } = mentioning(steps);
  expect(steps.length).toBeGreaterThan(1);
  const found = compareStates(before, after, lazy);
  expect(found).toEqual(compareStates(before, after, steps));
  expect(found.flips.map(({ by }) => by)).toEqual(['step 1']);
  expect(read).toEqual(['step 1']);
});

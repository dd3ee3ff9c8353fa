import { RotationRef } from '@plimsoll/backstage-plugin-reliability-common';
import { ProviderError, ProviderFailure } from '../http/ProviderError';
import { RotationReading } from '../oncallProvider';
import { readInGroups } from './readInGroups';

const refOf = (id: string): RotationRef => ({
  account: 'main',
  kind: 'schedule',
  id,
});

const reading = (id: string) =>
  ({ kind: 'reading', ref: refOf(id) } as RotationReading);

/** Reads five rotations in groups of two. @returns what was given, in order, and what was thrown */
async function run(failing: Record<string, ProviderFailure> = {}) {
  const groups: string[][] = [];
  const given: string[] = [];
  let thrown: unknown;
  const all = readInGroups<string>(['a', 'b', 'c', 'd', 'e'].map(refOf), {
    size: 2,
    begin: () => ({
      read: async ({ id }) => {
        if (failing[id]) throw new ProviderError(failing[id], id);
        return id;
      },
      finish: async drafts => {
        groups.push([...drafts]);
        return drafts.map(reading);
      },
    }),
  });
  try {
    for await (const each of all) given.push(`${each.kind} ${each.ref.id}`);
  } catch (error) {
    thrown = error;
  }
  return { groups, given, thrown };
}

describe('rotations that are read in groups', () => {
  it('are finished together, group by group', async () => {
    const { groups, given, thrown } = await run();
    expect(groups).toEqual([['a', 'b'], ['c', 'd'], ['e']]);
    expect(given).toEqual(['a', 'b', 'c', 'd', 'e'].map(id => `reading ${id}`));
    expect(thrown).toBeUndefined();
  });

  it('fail alone where only one is concerned', async () => {
    const { groups, given, thrown } = await run({
      c: 'not-found',
      e: 'forbidden',
    });
    expect(groups).toEqual([['a', 'b'], ['d']]);
    expect(given.filter(each => each.startsWith('failure'))).toEqual([
      'failure c',
      'failure e',
    ]);
    expect(thrown).toBeUndefined();
  });

  it('end with an error of the account, after what was read till then', async () => {
    const { given, thrown } = await run({ b: 'unauthorized' });
    expect(given).toEqual(['reading a']);
    expect(thrown).toMatchObject({ failure: 'unauthorized' });
  });
});

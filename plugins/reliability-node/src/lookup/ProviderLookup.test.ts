import { ProviderError } from '../http/ProviderError';
import { ProviderLookup } from './ProviderLookup';

const { signal } = new AbortController();

function start({ refused }: { refused?: ProviderError } = {}) {
  let now = 0;
  const asked: string[] = [];
  const known = ['a', 'b', 'c', 'd'];
  const lookup = new ProviderLookup<{ id: string }>({
    one: async id => {
      asked.push(id);
      if (refused) throw refused;
      if (!known.includes(id)) throw new ProviderError('not-found', 'gone');
      return { id };
    },
    async *all() {
      asked.push('list');
      if (refused) throw refused;
      yield known.slice(0, 2).map(id => ({ id }));
      asked.push('next page');
      yield known.slice(2).map(id => ({ id }));
    },
    few: 2,
    keepMs: 1000,
    now: () => now,
    notFound: id => new ProviderError('not-found', `no ${id}`),
  });
  return {
    asked,
    async find(...ids: string[]) {
      const found = await lookup.find(ids, signal);
      return [...found].map(([id, each]) =>
        each instanceof ProviderError ? `${id}: ${each.failure}` : id,
      );
    },
    advance: (ms: number) => {
      now += ms;
    },
  };
}

describe('a lookup', () => {
  it.each([
    ['few one by one', ['a', 'x'], ['a', 'x'], ['a', 'x: not-found']],
    [
      'many in the list',
      ['a', 'c', 'x'],
      ['list', 'next page'],
      ['a', 'c', 'x: not-found'],
    ],
    ['the same once', ['a', 'a'], ['a'], ['a']],
    ['nothing with no question', [], [], []],
  ])('finds %s', async (_, ids, asked, wanted) => {
    const started = start();
    expect(await started.find(...ids)).toEqual(wanted);
    expect(started.asked).toEqual(asked);
  });

  it('reads no further in the list than it must', async () => {
    const { find, asked } = start();
    await find('a', 'b');
    expect(await find('a', 'b', 'c', 'd')).toHaveLength(4);
    expect(asked).toEqual(['a', 'b', 'c', 'd']);
  });

  it('asks again when an answer is old, also for what was not there', async () => {
    const { find, asked, advance } = start();
    await find('a', 'x');
    advance(999);
    await find('a', 'x');
    expect(asked).toEqual(['a', 'x']);
    advance(1);
    await find('a', 'x');
    expect(asked).toEqual(['a', 'x', 'a', 'x']);
  });

  it('says of each why nothing was found', async () => {
    const { find } = start({ refused: new ProviderError('forbidden', 'no') });
    expect(await find('a')).toEqual(['a: forbidden']);
    expect(await find('b', 'c', 'd')).toEqual([
      'b: forbidden',
      'c: forbidden',
      'd: forbidden',
    ]);
  });

  it('gives an error of the account on', async () => {
    const { find } = start({ refused: new ProviderError('timeout', 'no') });
    await expect(find('a')).rejects.toMatchObject({ failure: 'timeout' });
  });
});

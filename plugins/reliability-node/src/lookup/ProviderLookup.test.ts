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

  it('keeps what two ask for at the same time apart, however short an answer is good', async () => {
    const answers = new Map<string, () => void>();
    const lookup = new ProviderLookup<{ id: string }>({
      one: id =>
        new Promise(resolve => {
          answers.set(id, () => resolve({ id }));
        }),
      few: 5,
      keepMs: 0,
      now: () => 0,
      notFound: id => new ProviderError('not-found', `no ${id}`),
    });
    const answer = async (id: string) => {
      answers.get(id)?.();
      await new Promise(setImmediate);
    };
    const first = lookup.find(['a', 'b'], signal);
    await answer('a');
    const second = lookup.find(['c'], signal);
    await answer('b');
    await answer('c');
    expect([...(await first).keys()]).toEqual(['a', 'b']);
    expect([...(await second).keys()]).toEqual(['c']);
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

  it('asks sooner again for what failed, where that is wanted', async () => {
    let now = 0;
    const asked: string[] = [];
    const lookup = new ProviderLookup<{ id: string }>({
      one: async id => {
        asked.push(id);
        if (id === 'x') throw new ProviderError('forbidden', 'no');
        return { id };
      },
      few: 5,
      keepMs: 1000,
      keepFailuresMs: 100,
      now: () => now,
      notFound: id => new ProviderError('not-found', `no ${id}`),
    });
    await lookup.find(['a', 'x'], signal);
    now = 100;
    const known = await lookup.known(['a', 'x'], signal);
    expect([...known.keys()]).toEqual(['a']);
    expect(asked).toEqual(['a', 'x', 'x']);
  });

  it('gives an error of the account on', async () => {
    const { find } = start({ refused: new ProviderError('timeout', 'no') });
    await expect(find('a')).rejects.toMatchObject({ failure: 'timeout' });
  });
});

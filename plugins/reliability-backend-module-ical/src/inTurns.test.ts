import { inTurns } from './inTurns';

const collect = async <T>(results: AsyncIterable<T>) => {
  const all: T[] = [];
  for await (const each of results) all.push(each);
  return all;
};

/** Work whose end the test decides. */
const held = () => {
  const ends = new Map<string, (error?: Error) => void>();
  const work = (item: string) =>
    new Promise<string>((resolve, reject) => {
      ends.set(item, error => (error ? reject(error) : resolve(item)));
    });
  return { ends, work };
};

const settled = () =>
  new Promise<void>(resolve => {
    setImmediate(resolve);
  });

it('yields what is ready first, and works on few at a time', async () => {
  const { ends, work } = held();
  const results = collect(inTurns(['a', 'b', 'c', 'd'], 2, work));
  await settled();
  expect([...ends.keys()]).toEqual(['a', 'b']);
  ends.get('b')!();
  await settled();
  expect([...ends.keys()]).toEqual(['a', 'b', 'c']);
  ends.get('c')!();
  await settled();
  ends.get('d')!();
  await settled();
  ends.get('a')!();
  expect(await results).toEqual(['b', 'c', 'd', 'a']);
});

it('throws the first error, and the failures of the others end nothing', async () => {
  const { ends, work } = held();
  const results = collect(inTurns(['a', 'b'], 2, work));
  await settled();
  ends.get('b')!(new Error('b failed'));
  await expect(results).rejects.toThrow('b failed');
  ends.get('a')!(new Error('a failed later'));
  await settled();
});

it('does nothing with nothing', async () => {
  expect(await collect(inTurns([], 2, async () => 1))).toEqual([]);
});

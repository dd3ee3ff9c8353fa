import { Limiter } from './Limiter';

/** Tasks that end when the test says so. */
function track(limiter: Limiter) {
  const running: string[] = [];
  const ends = new Map<string, () => void>();
  const start = (name: string, key: string) =>
    limiter.run(key, async () => {
      running.push(name);
      await new Promise<void>(done => ends.set(name, done));
      running.splice(running.indexOf(name), 1);
    });
  const end = async (name: string) => {
    ends.get(name)!();
    await new Promise(resolve => setImmediate(resolve));
  };
  return { running, start, end };
}

it('runs only so many at once, and of one key fewer', async () => {
  const { running, start, end } = track(new Limiter({ all: 3, perKey: 2 }));
  const all = [
    start('a1', 'a'),
    start('a2', 'a'),
    start('a3', 'a'),
    start('b1', 'b'),
    start('b2', 'b'),
  ];
  expect(running).toEqual(['a1', 'a2', 'b1']);
  await end('b1');
  expect(running).toEqual(['a1', 'a2', 'b2']);
  await end('a1');
  expect(running).toEqual(['a2', 'b2', 'a3']);
  await end('a2');
  await end('a3');
  await end('b2');
  await Promise.all(all);
  expect(running).toEqual([]);
});

it('a task that fails makes room too', async () => {
  const limiter = new Limiter({ all: 1, perKey: 1 });
  const failing = limiter.run('a', async () => {
    throw new Error('no');
  });
  const next = limiter.run('a', async () => 'done');
  await expect(failing).rejects.toThrow('no');
  await expect(next).resolves.toBe('done');
});

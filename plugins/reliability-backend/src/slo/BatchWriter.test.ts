import { BatchWriter } from './BatchWriter';

function recorder(fail: (batch: readonly number[]) => boolean = () => false) {
  const batches: number[][] = [];
  const writer = new BatchWriter<number>({
    size: 2,
    patience: 20,
    write: async batch => {
      if (fail(batch)) throw new Error(`no ${batch.join()}`);
      batches.push([...batch]);
    },
  });
  return { batches, writer };
}

it('writes full batches, and the rest at the end', async () => {
  const { batches, writer } = recorder();
  [1, 2, 3, 4, 5].forEach(item => writer.add(item));
  expect(await writer.finish()).toBe(5);
  expect(batches).toEqual([[1, 2], [3, 4], [5]]);
});

it('lets no item wait long for others', async () => {
  const { batches, writer } = recorder();
  writer.add(1);
  await new Promise(resolve => setTimeout(resolve, 100));
  expect(batches).toEqual([[1]]);
  expect(await writer.finish()).toBe(1);
});

it('a batch that fails stops no other, and is said at the end', async () => {
  const { batches, writer } = recorder(batch => batch.includes(1));
  [1, 2, 3, 4].forEach(item => writer.add(item));
  await expect(writer.finish()).rejects.toThrow('no 1,2');
  expect(batches).toEqual([[3, 4]]);
});

/**
 * Works on items, a few at the same time, and yields each result as soon as it is there.
 *
 * @throws the first error of the work; what is still being worked on is then left to itself
 */
export async function* inTurns<T, R>(
  items: readonly T[],
  atOnce: number,
  work: (item: T) => Promise<R>,
): AsyncGenerator<R> {
  const running = new Map<number, Promise<{ index: number; result: R }>>();
  let next = 0;
  while (next < items.length || running.size > 0) {
    while (next < items.length && running.size < atOnce) {
      const index = next;
      next += 1;
      const task = work(items[index]).then(result => ({ index, result }));
      // Whoever stops listening leaves tasks behind, and their failures must not end the process.
      task.catch(() => {});
      running.set(index, task);
    }
    const { index, result } = await Promise.race(running.values());
    running.delete(index);
    yield result;
  }
}

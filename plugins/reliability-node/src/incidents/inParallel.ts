/**
 * Does something for each item, a few at the same time. After a failure nothing new is begun, and what was begun is
 * waited for: nothing goes on behind the back of whoever asked.
 *
 * @returns in the order of the items
 * @public
 */
export async function inParallel<T, R>(
  items: readonly T[],
  width: number,
  run: (item: T) => Promise<R>,
): Promise<R[]> {
  const results: R[] = [];
  const failures: unknown[] = [];
  let next = 0;
  const worker = async () => {
    while (next < items.length && failures.length === 0) {
      const index = next;
      next += 1;
      try {
        results[index] = await run(items[index]);
      } catch (error) {
        failures.push(error);
      }
    }
  };
  await Promise.all(
    Array.from({ length: Math.min(width, items.length) }, worker),
  );
  if (failures.length > 0) throw failures[0];
  return results;
}

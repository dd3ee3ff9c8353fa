import { TestClock } from '../__testUtils__/harness';
import { Remembered } from './Remembered';

const create = () => {
  const clock = new TestClock();
  const asked: string[] = [];
  const memory = new Remembered<string>({ ttlMs: 1000, now: () => clock.now });
  const get = (key: string, fail = false) =>
    memory.get(key, async () => {
      asked.push(key);
      await new Promise(resolve => setTimeout(resolve));
      if (fail) throw new Error('broken');
      return `${key} ${asked.length}`;
    });
  return { clock, asked, memory, get };
};

it('an answer is used again until its time is over', async () => {
  const { clock, asked, get } = create();
  expect(await get('a')).toBe('a 1');
  clock.advance(999);
  expect(await get('a')).toBe('a 1');
  clock.advance(1);
  expect(await get('a')).toBe('a 2');
  expect(asked).toEqual(['a', 'a']);
});

it('those who ask at once share one question', async () => {
  const { asked, get } = create();
  expect(await Promise.all([get('a'), get('a'), get('b')])).toEqual([
    'a 2',
    'a 2',
    'b 2',
  ]);
  expect(asked).toEqual(['a', 'b']);
});

it('a question that failed is asked again', async () => {
  const { get } = create();
  await expect(get('a', true)).rejects.toThrow('broken');
  expect(await get('a')).toBe('a 2');
});

it('a late failure does not forget a newer answer', async () => {
  const { clock, asked, get } = create();
  const late = get('a', true);
  clock.advance(1000);
  const newer = get('a');
  await expect(late).rejects.toThrow('broken');
  await newer;
  await get('a');
  expect(asked).toEqual(['a', 'a']);
});

it('everything is forgotten on request', async () => {
  const { asked, memory, get } = create();
  await get('a');
  memory.clear();
  await get('a');
  expect(asked).toEqual(['a', 'a']);
});

it('no more than a thousand answers are kept, the oldest goes', async () => {
  const { asked, get } = create();
  for (let i = 0; i <= 1000; i++) await get(`${i}`);
  await get('1');
  expect(asked).toHaveLength(1001);
  await get('0');
  expect(asked).toHaveLength(1002);
});

it('fewer are kept where they are big', async () => {
  let asked = 0;
  const memory = new Remembered<number>({
    ttlMs: 1000,
    now: () => 0,
    maxKeys: 1,
  });
  const get = (key: string) => memory.get(key, async () => (asked += 1));
  await get('a');
  await get('b');
  await get('b');
  expect(asked).toBe(2);
  await get('a');
  expect(asked).toBe(3);
});

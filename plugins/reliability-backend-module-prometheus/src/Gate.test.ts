import {
  SliSourceError,
  SliSourceFailure,
} from '@plimsoll/backstage-plugin-reliability-node';
import { faultOf, never } from './__testUtils__/client';
import { Gate } from './Gate';

function world(limits: { concurrency?: number; queriesPerMinute?: number }) {
  const time = { now: 1_000_000 };
  const waits: number[] = [];
  const gate = new Gate({
    name: 'main',
    concurrency: limits.concurrency ?? 4,
    queriesPerMinute: limits.queriesPerMinute,
    now: () => time.now,
    wait: async ms => {
      waits.push(ms);
    },
  });
  let asked = 0;
  const answer = async () => {
    asked += 1;
    return 'answer';
  };
  const fail = (failure: SliSourceFailure) => async () => {
    asked += 1;
    throw new SliSourceError(failure, `it is ${failure}`);
  };
  const run = (ask: () => Promise<string>) => gate.run(never(), ask);
  const failTimes = async (times: number, failure: SliSourceFailure) => {
    for (let n = 0; n < times; n++) await faultOf(run(fail(failure)));
  };
  return {
    time,
    waits,
    gate,
    run,
    answer,
    fail,
    failTimes,
    asked: () => asked,
  };
}

const REST_MS = 30_000;

describe('a source that keeps failing is left alone', () => {
  const ALONE =
    /"main" is left alone until 1970-01-01T00:17:10.000Z: it failed 5 times in a row, last: it is/;

  it.each<[string, SliSourceFailure, number, RegExp, number]>([
    ['four failures are not enough', 'unreachable', 4, /^answer$/, 5],
    ['five are', 'unreachable', 5, ALONE, 5],
    ['so are five time-outs', 'timeout', 5, ALONE, 5],
    ['queries that it refuses are an answer', 'bad-query', 9, /^answer$/, 10],
  ])('%s', async (_, failure, times, outcome, questions) => {
    const { run, answer, failTimes, asked } = world({});
    await failTimes(times, failure);
    expect(await run(answer).catch(error => error.message)).toMatch(outcome);
    expect(asked()).toBe(questions);
  });

  it('an answer in between starts the count anew', async () => {
    const { run, answer, failTimes } = world({});
    await failTimes(4, 'unreachable');
    await run(answer);
    await failTimes(4, 'unreachable');
    expect(await run(answer)).toBe('answer');
  });

  it('after a rest one question goes ahead, and the others wait for its answer', async () => {
    const { time, run, answer, failTimes } = world({});
    await failTimes(5, 'timeout');
    time.now += REST_MS;
    let reply: (text: string) => void = () => {};
    const probe = run(
      () =>
        new Promise<string>(resolve => {
          reply = resolve;
        }),
    );
    await new Promise(setImmediate);
    expect((await faultOf(run(answer))).message).toMatch(/first question/);
    reply('well again');
    expect(await probe).toBe('well again');
    expect(await run(answer)).toBe('answer');
  });

  it('a probe that fails means another rest', async () => {
    const { time, run, answer, failTimes, asked } = world({});
    await failTimes(5, 'unreachable');
    time.now += REST_MS;
    await failTimes(1, 'unreachable');
    await faultOf(run(answer));
    expect(asked()).toBe(6);
    time.now += REST_MS;
    expect(await run(answer)).toBe('answer');
  });

  it('as long as it asks for, but not for ever', async () => {
    const { time, gate, run, answer } = world({});
    gate.leaveAlone(3_600_000, 'it asked to wait');
    expect((await faultOf(run(answer))).message).toMatch(/it asked to wait/);
    time.now += 300_000;
    expect(await run(answer)).toBe('answer');
  });
});

describe('questions in a minute', () => {
  it('those beyond the budget wait for the next minute', async () => {
    const { time, waits, run, answer } = world({ queriesPerMinute: 2 });
    await run(answer);
    time.now += 10_000;
    await run(answer);
    await run(answer);
    expect(waits).toEqual([50_000]);
    await run(answer);
    expect(waits).toEqual([50_000, 60_000]);
  });

  it('who would wait longer is told so', async () => {
    const { run, answer } = world({ queriesPerMinute: 2 });
    for (let n = 0; n < 4; n++) await run(answer);
    expect(await faultOf(run(answer))).toEqual({
      failure: 'over-budget',
      message: expect.stringMatching(/2 times a minute.*queriesPerMinute/),
    });
  });
});

it('who is stopped while waiting for a turn leaves the queue', async () => {
  const { gate, answer } = world({ concurrency: 1 });
  let finish: (text: string) => void = () => {};
  const first = gate.run(
    never(),
    () =>
      new Promise<string>(resolve => {
        finish = resolve;
      }),
  );
  const stopped = new AbortController();
  const second = gate.run(stopped.signal, answer);
  const third = gate.run(never(), answer);
  await new Promise(setImmediate);
  stopped.abort(new Error('stopped'));
  await expect(second).rejects.toThrow('stopped');
  finish('done');
  expect(await Promise.all([first, third])).toEqual(['done', 'answer']);
});

import { bringCorrections, correctionsOf } from './corrections';
import { streams } from './streams';
import { DAY, MINUTE, minutesOf } from './traffic';

const SINCE = Date.parse('2026-11-20T12:00:00Z');

describe('the corrections of the demo company', () => {
  it.each(correctionsOf(SINCE))('$sloId covers an incident', correction => {
    const [, , service, slo] = correction.sloId.split('~');
    const stream = streams.find(
      each => each.service === service && each.slo === slo,
    )!;
    const minute = minutesOf(stream, SINCE);
    const [from, to] = [correction.request.from, correction.request.to].map(
      text => Date.parse(text),
    );
    const hit = [];
    for (let at = SINCE - 30 * DAY; at < SINCE; at += MINUTE) {
      const { bad, total } = minute(at)!;
      if (bad / total > 0.05) hit.push(at);
    }
    expect(hit.length).toBeGreaterThan(0);
    expect(hit.filter(at => at < from || at >= to)).toEqual([]);
  });

  it('are made by people, and again while somebody is unknown', async () => {
    const send = jest.fn().mockRejectedValueOnce(new Error('404'));
    const asPerson = jest.fn(async () => ({ get: jest.fn(), send }));
    const corrections = correctionsOf(SINCE);
    const left = await bringCorrections(corrections, { asPerson });
    expect(left).toEqual(corrections);
    send.mockResolvedValue({});
    expect(await bringCorrections(left, { asPerson })).toEqual([]);
    expect(asPerson).toHaveBeenCalledWith('casper.holt');
    expect(send).toHaveBeenLastCalledWith(
      'POST',
      '/slos/component~default~freight-booking~availability/corrections',
      corrections[0].request,
    );
  });
});

import { samplesOf } from './samples';
import { streams } from './streams';
import { DAY, HOUR, MINUTE, Stream } from './traffic';

const SINCE = Date.parse('2026-11-20T12:00:00Z');
const find = (service: string) =>
  streams.find(each => each.service === service)!;
const lengths = (stream: Stream) =>
  samplesOf(
    stream,
    SINCE,
  )(SINCE + HOUR).map(
    ({ start, end }) => (Date.parse(end) - Date.parse(start)) / MINUTE,
  );

describe('samplesOf', () => {
  it('joins up without a gap, in hours at first and five minutes in the end', () => {
    const samples = samplesOf(find('booking-api'), SINCE)(SINCE + HOUR);
    samples
      .slice(1)
      .forEach(({ start }, index) => expect(start).toBe(samples[index].end));
    expect(Date.parse(samples[0].start)).toBe(SINCE - 35 * DAY);
    expect(Date.parse(samples[samples.length - 1].end)).toBe(SINCE + HOUR);
    expect(lengths(find('booking-api')).slice(0, 2)).toEqual([60, 60]);
    expect(lengths(find('booking-api')).slice(-2)).toEqual([5, 5]);
  });

  it('tells hours with an incident in five minutes, however old', () => {
    // Twelve days before, from nine on, for twenty minutes.
    const day = Math.floor(SINCE / DAY) * DAY - 12 * DAY;
    const starts = samplesOf(
      find('booking-api'),
      SINCE,
    )(SINCE)
      .map(({ start }) => Date.parse(start))
      .filter(at => at >= day + 8 * HOUR && at < day + 11 * HOUR)
      .map(at => (at - day) / MINUTE);
    expect(starts).toEqual([
      480,
      ...Array.from({ length: 12 }, (_, index) => 540 + 5 * index),
      600,
    ]);
  });

  it.each([
    ['in slices of five minutes', 'check-in', 5],
    ['by the hour, as its job pushes', 'customs-declarations', 60],
  ])('counts %s', (_, service, minutes) => {
    expect(new Set(lengths(find(service)))).toEqual(new Set([minutes]));
  });

  it('gives each sample once', () => {
    const take = samplesOf(find('booking-api'), SINCE);
    take(SINCE);
    expect(take(SINCE + 4 * MINUTE)).toEqual([]);
    expect(take(SINCE + 11 * MINUTE)).toHaveLength(2);
  });

  it('counts whole events, of which no more are bad than there are', () => {
    const samples = samplesOf(find('onboard-retail'), SINCE)(SINCE);
    const wrong = samples.filter(
      ({ bad, total }) =>
        !Number.isInteger(bad) || !Number.isInteger(total) || bad > total,
    );
    expect(wrong).toEqual([]);
    expect(samples.some(({ bad }) => bad > 0)).toBe(true);
  });
});

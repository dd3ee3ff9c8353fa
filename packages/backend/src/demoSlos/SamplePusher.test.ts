import { mockServices } from '@backstage/backend-test-utils';
import {
  PushSamplesRequest,
  PushSamplesResponse,
} from '@plimsoll/backstage-plugin-reliability-common';
import { SamplePusher } from './SamplePusher';
import { streams } from './streams';
import { HOUR } from './traffic';

const SINCE = Date.parse('2026-11-20T12:00:00Z');
const hourly = streams.filter(({ pushed }) => pushed);

describe('SamplePusher', () => {
  const logger = mockServices.logger.mock();
  const push = jest.fn<Promise<PushSamplesResponse>, [PushSamplesRequest]>();
  const verdicts = (reason?: string): PushSamplesResponse => ({
    stored: 0,
    unchanged: 0,
    rejected: 0,
    results: [{ index: 0, status: reason ? 'rejected' : 'stored', reason }],
  });
  const sizes = () => push.mock.calls.map(([{ samples }]) => samples.length);

  afterEach(() => jest.resetAllMocks());

  it('pushes the past, and then what is new', async () => {
    push.mockResolvedValue(verdicts());
    const pusher = new SamplePusher(hourly, { since: SINCE, push, logger });
    await pusher.turn(SINCE);
    await pusher.turn(SINCE + 2 * HOUR);
    await pusher.turn(SINCE + 2 * HOUR);
    expect(sizes()).toEqual([1, 35 * 24 - 1, 2]);
    expect(push.mock.calls[0][0].source).toBe('archive-job');
    expect(logger.info).toHaveBeenCalledTimes(1);
  });

  it('asks with one sample, and pushes again what was not taken', async () => {
    push.mockResolvedValueOnce(verdicts('slo: pay has no SLO'));
    push.mockResolvedValue(verdicts());
    const pusher = new SamplePusher(hourly, { since: SINCE, push, logger });
    await pusher.turn(SINCE);
    expect(logger.info).not.toHaveBeenCalled();
    await pusher.turn(SINCE + HOUR);
    expect(sizes()).toEqual([1, 1, 35 * 24]);
  });

  it('lets samples be that an earlier story has counted', async () => {
    push.mockResolvedValue(verdicts('start: overlaps the sample of yesterday'));
    const pusher = new SamplePusher(hourly, { since: SINCE, push, logger });
    await pusher.turn(SINCE);
    await pusher.turn(SINCE);
    expect(sizes()).toEqual([1, 35 * 24 - 1]);
  });
});

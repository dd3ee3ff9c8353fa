import { mockServices } from '@backstage/backend-test-utils';
import {
  PushFactsRequest,
  PushFactsResponse,
} from '@plimsoll/backstage-plugin-reliability-common';
import { pushDemoFacts } from './pushDemoFacts';

const fact = (name: string) => ({
  entityRef: `component:default/${name}`,
  key: 'tests-pass-rate',
  value: 99,
});
const request = { source: 'ci', facts: [fact('pay'), fact('ship')] };

const reply = (results: PushFactsResponse['results']): PushFactsResponse => ({
  stored: 0,
  unchanged: 0,
  rejected: 0,
  results,
});

describe('pushDemoFacts', () => {
  const logger = mockServices.logger.mock();
  const push = jest.fn<Promise<PushFactsResponse>, [PushFactsRequest]>();
  const options = {
    facts: { push },
    logger,
    signal: new AbortController().signal,
    attempts: 2,
    pauseMs: 0,
  };
  const sent = () => push.mock.calls.map(([pushed]) => pushed);

  afterEach(() => jest.resetAllMocks());

  it('sends again what was turned down, and only that', async () => {
    push
      .mockResolvedValueOnce(
        reply([
          { index: 0, status: 'stored' },
          { index: 1, status: 'rejected', reason: 'unknown service' },
        ]),
      )
      .mockResolvedValueOnce(reply([{ index: 0, status: 'stored' }]));

    await pushDemoFacts([request], options);

    expect(sent()).toEqual([request, { source: 'ci', facts: [fact('ship')] }]);
    expect(logger.info).toHaveBeenCalledWith('Pushed the demo facts');
  });

  it('tells what is left when it gives up', async () => {
    push.mockRejectedValue(new Error('connection refused'));

    await pushDemoFacts([request], options);

    expect(sent()).toEqual([request, request]);
    expect(logger.warn).toHaveBeenCalledWith(
      '2 demo facts were not taken: Error: connection refused',
    );
  });
});

import { mockServices, startTestBackend } from '@backstage/backend-test-utils';
import { Bringer, createBringer } from './createBringer';

jest.setTimeout(60_000);

describe('createBringer', () => {
  const bring = jest.fn<
    ReturnType<Bringer['bring']>,
    Parameters<Bringer['bring']>
  >();
  const scheduler = mockServices.scheduler.mock();
  const plugin = createBringer({
    name: 'tales',
    key: 'demoTales.file',
    delay: 4,
    bring,
  });

  const start = async (data: object) => {
    const backend = await startTestBackend({
      features: [
        plugin,
        scheduler.factory,
        mockServices.rootConfig.factory({ data }),
      ],
    });
    await backend.stop();
  };

  beforeEach(() => jest.clearAllMocks());

  it('brings what the file tells, some seconds after the start', async () => {
    await start({ demoTales: { file: 'examples/tales.yaml' } });
    const [[task]] = scheduler.scheduleTask.mock.calls;
    expect(task).toMatchObject({
      id: 'bring-demo-tales',
      initialDelay: { seconds: 4 },
    });
    const { signal } = new AbortController();
    await task.fn(signal);
    expect(bring).toHaveBeenCalledWith(
      expect.stringMatching(/examples.tales\.yaml$/),
      expect.objectContaining({ signal, startedAt: expect.any(Number) }),
    );
  });

  it('does nothing where no file is named', async () => {
    await start({});
    expect(scheduler.scheduleTask).not.toHaveBeenCalled();
  });
});

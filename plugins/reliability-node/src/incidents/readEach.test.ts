import { readEach } from './readEach';

describe('readEach', () => {
  const wanted = /^I\d$/;

  it('tells what was found, in order, and what is not there', async () => {
    const read = jest.fn(async (id: string) =>
      id === 'I2' ? undefined : id.toLowerCase(),
    );
    expect(
      await readEach(['I3', 'I2', '../x', 'I1'], { wanted, width: 2, read }),
    ).toEqual({ found: ['i3', 'i1'], gone: ['I2', '../x'] });
    expect(read.mock.calls.flat()).toEqual(['I3', 'I2', 'I1']);
  });

  it('begins nothing new after a failure', async () => {
    const read = jest.fn(async () => Promise.reject(new Error('down')));
    await expect(readEach(['I1', 'I2'], { wanted, read })).rejects.toThrow(
      'down',
    );
    expect(read).toHaveBeenCalledTimes(1);
  });
});

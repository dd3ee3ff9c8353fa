import { AccountSchema } from '../account';
import { readAnswer, understood, unlessNotFound } from './answers';
import { ProviderError } from './ProviderError';

const numbers: AccountSchema<number> = {
  safeParse: value =>
    typeof value === 'number'
      ? { success: true, data: value }
      : { success: false, error: { issues: [] } },
};

describe('an answer', () => {
  const origin = { account: 'main', vendor: 'Rotaboard' };
  const failure = (read: () => unknown) => {
    try {
      return read();
    } catch (error) {
      return error;
    }
  };

  it('is what the schema makes of it', () => {
    expect(readAnswer(7, numbers, origin)).toBe(7);
  });

  it('of another shape points at the address, and is not repeated', () => {
    expect(failure(() => readAnswer('s3cret', numbers, origin))).toMatchObject({
      failure: 'bad-answer',
      message:
        'Account "main" answers, but not as Rotaboard does. Check its baseUrl in the configuration.',
    });
  });

  it('names the key that holds the address', () => {
    const read = () =>
      readAnswer('?', numbers, { ...origin, addressKey: 'url' });
    expect(read).toThrow('Check its url in the configuration.');
  });
});

it('items of a list that cannot be understood are left out', () => {
  expect(understood([1, 'two', null, 3], numbers)).toEqual([1, 3]);
});

describe('an answer about one thing', () => {
  const failing = (failure: ProviderError['failure']) =>
    Promise.reject(new ProviderError(failure, failure));

  it('is given on', async () => {
    await expect(unlessNotFound(Promise.resolve(7))).resolves.toBe(7);
  });

  it('is none where the account does not have it', async () => {
    await expect(unlessNotFound(failing('not-found'))).resolves.toBeUndefined();
  });

  it('fails in any other case', async () => {
    await expect(unlessNotFound(failing('forbidden'))).rejects.toThrow();
    await expect(unlessNotFound(Promise.reject(Error('x')))).rejects.toThrow();
  });
});

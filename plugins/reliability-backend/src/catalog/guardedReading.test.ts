import { mockServices } from '@backstage/backend-test-utils';
import { guardedReading } from './guardedReading';

describe('guardedReading', () => {
  const logger = mockServices.logger.mock();
  const guarded = guardedReading(logger);

  it('gives on what a module reads', () => {
    const read = guarded('good', ({ team }) => [team]);
    expect(read({ team: 'a' })).toEqual(['a']);
    expect(logger.error).not.toHaveBeenCalled();
  });

  it('names nothing where a module breaks, and says so once for each account', () => {
    const broken = () => {
      throw new Error('null has no length');
    };
    for (const account of ['one', 'one', 'other']) {
      expect(guarded(account, broken)({})).toEqual([]);
    }
    expect(logger.error.mock.calls.map(([text]) => text)).toEqual([
      'The account "one" cannot read annotations',
      'The account "other" cannot read annotations',
    ]);
  });
});

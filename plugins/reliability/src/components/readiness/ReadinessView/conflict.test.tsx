import { ConflictError } from '@backstage/errors';
import { waitFor, within } from '@testing-library/react';
import { click, renderItems, sent } from '../../../__testUtils__/renderItems';
import { readinessBackend } from '../../../__testUtils__/readinessBackend';

jest.setTimeout(60_000);

describe('where somebody else was faster', () => {
  async function conflict() {
    const backend = readinessBackend();
    backend.putAnswer.mockImplementationOnce(async ({ item }) => {
      const note = 'Works since Monday.';
      backend.store(
        item,
        { answer: 'yes', note, version: 3 },
        'user:default/kim',
      );
      throw new ConflictError('changed');
    });
    const { row, putAnswer } = await renderItems(backend);
    const item = row(/A rollback was tried/);
    await click(item, 'No');
    await within(item).findByText('Somebody else was faster');
    return { item, putAnswer };
  }

  it('shows both answers', async () => {
    const { item } = await conflict();
    expect(item).toHaveTextContent(/TheirsYes, by .*kim.*Works since Monday\./);
    expect(item).toHaveTextContent(/MineNo.*Planned for December\./);
  });

  it('keeps theirs', async () => {
    const { item, putAnswer } = await conflict();
    await click(item, 'Keep theirs');
    expect(item).not.toHaveTextContent('Somebody else was faster');
    expect(item).toHaveTextContent('Met');
    expect(putAnswer).toHaveBeenCalledTimes(1);
  });

  it('puts mine', async () => {
    const { item, putAnswer } = await conflict();
    await click(item, 'Put mine');
    await waitFor(() => expect(item).toHaveTextContent('Saved'));
    expect(sent(putAnswer)).toMatchObject({ answer: 'no', version: 4 });
  });
});

import { ConflictError } from '@backstage/errors';
import { screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import {
  INCIDENT,
  renderPostmortem,
  saveButton,
  textOf,
  write,
} from '../../../__testUtils__/renderPostmortem';
import { postmortemResponse } from '../../../testUtils';
import { keptDraft } from '../../../utils/incidents/postmortemDraft';

jest.setTimeout(60_000);

const ben = 'user:default/ben.cole';

afterEach(() => window.localStorage.clear());

describe('two who write at once', () => {
  const theirs = postmortemResponse({
    version: 3,
    updatedBy: ben,
    sections: postmortemResponse().sections.map(section =>
      ['causes', 'went-well'].includes(section.id)
        ? { ...section, text: 'A long query' }
        : section,
    ),
  });

  async function collide() {
    const putPostmortem = jest
      .fn()
      .mockRejectedValueOnce(new ConflictError('version 3'))
      .mockResolvedValue(theirs);
    const getPostmortem = jest
      .fn()
      .mockResolvedValueOnce(postmortemResponse())
      .mockResolvedValue(theirs);
    await renderPostmortem(postmortemResponse(), {
      putPostmortem,
      getPostmortem,
    });
    await write('Causes', 'A full pool');
    await userEvent.click(saveButton());
    const panel = await screen.findByRole('group', {
      name: 'What to take for “Causes”',
    });
    return { putPostmortem, panel };
  }

  it('see both texts, and nothing is lost', async () => {
    const { panel } = await collide();
    expect(panel).toHaveTextContent(/TheirsA long queryYoursA full pool/);
    expect(screen.getAllByRole('group', { name: /What to take/ })).toHaveLength(
      1,
    );
    expect(saveButton()).toBeDisabled();
    expect(keptDraft(INCIDENT)?.texts.causes).toBe('A full pool');
  });

  it.each([
    ['Yours', 'A full pool'],
    ['Both, theirs first', 'A long query\n\nA full pool'],
  ])('go on with %s over the newer version', async (choice, expected) => {
    const { putPostmortem, panel } = await collide();
    await userEvent.click(within(panel).getByLabelText(choice));
    await userEvent.click(
      screen.getByRole('button', { name: 'Go on with these' }),
    );
    expect(await textOf('Causes')).toHaveValue(expected);
    // What only they changed needs no choice.
    expect(await textOf('What went well')).toHaveValue('A long query');
    await userEvent.click(saveButton());
    expect(putPostmortem).toHaveBeenLastCalledWith(
      INCIDENT,
      expect.objectContaining({ version: 3 }),
    );
  });

  it('can drop theirs', async () => {
    await collide();
    await userEvent.click(screen.getByRole('button', { name: 'Drop yours' }));
    expect(await textOf('Causes')).toHaveValue('A long query');
    expect(keptDraft(INCIDENT)).toBeUndefined();
  });
});

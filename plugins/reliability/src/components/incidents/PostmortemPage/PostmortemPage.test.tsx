import { NotAllowedError } from '@backstage/errors';
import type { PostmortemResponse } from '@plimsoll/backstage-plugin-reliability-common';
import { fireEvent, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import {
  INCIDENT,
  renderPostmortem,
  saveButton,
  textOf,
  write,
} from '../../../__testUtils__/renderPostmortem';
import {
  followUpsResponse,
  postmortemResponse,
  writtenPostmortem,
} from '../../../testUtils';
import { keptDraft } from '../../../utils/incidents/postmortemDraft';

jest.setTimeout(60_000);

const SCRIPT = 'data:text/html,<p>x</p>';
const ben = 'user:default/ben.cole';

afterEach(() => window.localStorage.clear());

describe('writing a postmortem', () => {
  it('shows each section with its hint and its preview', async () => {
    await renderPostmortem(postmortemResponse());
    expect(await textOf('Impact')).toHaveAccessibleDescription(
      'Who could not do what, for how long, and how many.',
    );
    const preview = screen.getByRole('region', { name: 'Preview of “Impact”' });
    expect(within(preview).getByRole('table')).toHaveTextContent('Norway');
  });

  it('keeps what is not saved in the browser, and finds it again', async () => {
    const first = await renderPostmortem(postmortemResponse());
    await write('Causes', 'A full pool');
    expect(screen.getByText(/This browser keeps it/)).toBeInTheDocument();
    first.unmount();
    await renderPostmortem(postmortemResponse());
    expect(await textOf('Causes')).toHaveValue('A full pool');
    expect(screen.getByText(/had kept what was not saved/)).toBeInTheDocument();
  });

  it('saves all sections over the version that was read, and forgets the draft', async () => {
    const putPostmortem = jest.fn(async () =>
      postmortemResponse({
        version: 3,
        sections: postmortemResponse().sections.map(section =>
          section.id === 'causes'
            ? { ...section, text: 'A full pool' }
            : section,
        ),
      }),
    );
    await renderPostmortem(postmortemResponse(), { putPostmortem });
    await write('Causes', 'A full pool');
    expect(keptDraft(INCIDENT)?.texts.causes).toBe('A full pool');
    await userEvent.click(saveButton());
    expect(putPostmortem).toHaveBeenCalledWith(
      INCIDENT,
      expect.objectContaining({
        version: 2,
        sections: expect.arrayContaining([
          { id: 'causes', text: 'A full pool' },
          { id: 'went-well', text: '' },
        ]),
      }),
    );
    expect(await screen.findByText('version 3')).toBeInTheDocument();
    expect(saveButton()).toBeDisabled();
    expect(keptDraft(INCIDENT)).toBeUndefined();
  });

  it('offers what the incident tells, and adds it to what is written', async () => {
    await renderPostmortem(postmortemResponse());
    await write('Timeline', 'Before that, all was well.');
    await userEvent.click(
      screen.getByRole('button', { name: 'Put it in: “Timeline”' }),
    );
    expect((await textOf('Timeline')).value).toMatch(
      /^Before that, all was well\.\n\n- \*\*2026-11-18 09:02 UTC/,
    );
    expect(
      screen.queryByRole('button', { name: 'Put it in: “Timeline”' }),
    ).not.toBeInTheDocument();
  });

  it('begins with all that the incident tells', async () => {
    const begun = postmortemResponse({ exists: false, version: 0 });
    await renderPostmortem(begun);
    await userEvent.click(
      await screen.findByRole('button', { name: /Put in all/ }),
    );
    expect((await textOf('Timeline')).value).toContain('Declared');
    expect(saveButton()).toBeEnabled();
  });

  it('hints at words that may blame somebody, and asks again about new ones', async () => {
    const hint = { quote: 'Ben forgot it', message: 'Ask what made it so.' };
    const checkPostmortemWording = jest.fn(async () => ({
      hints: [{ section: 'causes', ...hint }],
    }));
    await renderPostmortem(postmortemResponse(), { checkPostmortemWording });
    await write('Causes', 'Ben forgot it.');
    expect(
      await screen.findByText('Ask what made it so.', {}, { timeout: 5000 }),
    ).toBeInTheDocument();
    expect(checkPostmortemWording).toHaveBeenCalledTimes(1);
  });

  it.each([
    [new NotAllowedError('no'), 'You may not write this postmortem.'],
    [new Error('disk full'), 'It was not saved: disk full'],
  ])('says why it was not saved: %s', async (error, words) => {
    await renderPostmortem(postmortemResponse(), {
      putPostmortem: () => Promise.reject(error),
    });
    await write('Causes', 'A full pool');
    await userEvent.click(saveButton());
    expect(await screen.findByText(words)).toBeInTheDocument();
    expect(await textOf('Causes')).toHaveValue('A full pool');
  });
});

describe('the steps', () => {
  it.each<[string, PostmortemResponse, string, string]>([
    [
      'needs its sections',
      postmortemResponse(),
      'Send to review',
      'These sections are needed and empty: Timeline, Causes.',
    ],
    [
      'is published by somebody else',
      writtenPostmortem({ status: 'in-review', state: 'in-review' }),
      'Publish',
      'You wrote it, so somebody else has to publish it.',
    ],
    [
      'is for those who may edit',
      writtenPostmortem({ canEdit: false }),
      'Send to review',
      'You may not edit this incident.',
    ],
  ])('%s', async (_, postmortem, button, reason) => {
    await renderPostmortem(postmortem);
    const step = await screen.findByRole('button', { name: button });
    await waitFor(() => expect(step).toHaveAccessibleDescription(reason));
    expect(step).toBeDisabled();
  });

  it('publish, and show it as it is read', async () => {
    const setPostmortemStatus = jest.fn(async () =>
      writtenPostmortem({
        status: 'published',
        state: 'published',
        version: 3,
      }),
    );
    await renderPostmortem(
      writtenPostmortem({ status: 'in-review', state: 'in-review' }),
      { setPostmortemStatus },
      ben,
    );
    await userEvent.click(
      await screen.findByRole('button', { name: 'Publish' }),
    );
    expect(setPostmortemStatus).toHaveBeenCalledWith(INCIDENT, {
      version: 2,
      status: 'published',
    });
    expect(
      await screen.findByRole('button', { name: 'Open it again' }),
    ).toBeInTheDocument();
    expect(screen.getByRole('region', { name: 'Impact' })).toBeInTheDocument();
    expect(screen.queryByRole('textbox')).not.toBeInTheDocument();
  });

  it('make a new version, over which is written on', async () => {
    const setPostmortemStatus = jest.fn(async () =>
      writtenPostmortem({ version: 3 }),
    );
    const putPostmortem = jest.fn(async () => writtenPostmortem());
    await renderPostmortem(
      writtenPostmortem({ status: 'in-review', state: 'in-review' }),
      { setPostmortemStatus, putPostmortem },
    );
    await userEvent.click(await screen.findByRole('button', { name: 'Write' }));
    await userEvent.click(
      screen.getByRole('button', { name: 'Take back to draft' }),
    );
    await screen.findByText('version 3');
    await write('Causes', 'A full pool');
    await userEvent.click(saveButton());
    expect(putPostmortem).toHaveBeenCalledWith(
      INCIDENT,
      expect.objectContaining({ version: 3 }),
    );
  });
});

describe('the follow-ups', () => {
  it('stand below it, whatever became of them', async () => {
    const getFollowUps = jest.fn(async () => followUpsResponse());
    await renderPostmortem(postmortemResponse(), { getFollowUps });
    expect(
      await screen.findByRole('list', { name: 'Follow-ups' }),
    ).toHaveTextContent('Try the restore of the ledger');
    expect(getFollowUps).toHaveBeenCalledWith(
      expect.objectContaining({
        incident: [INCIDENT],
        status: ['open', 'in-progress', 'done', 'wont-do'],
      }),
      expect.anything(),
    );
  });
});

describe('a postmortem kept elsewhere', () => {
  it('is linked, with an address that can be opened', async () => {
    const url = 'https://wiki.example/inc-42';
    const putPostmortem = jest.fn(async () =>
      postmortemResponse({ source: 'link', url, version: 1 }),
    );
    await renderPostmortem(postmortemResponse({ exists: false, version: 0 }), {
      putPostmortem,
    });
    await userEvent.click(
      await screen.findByRole('button', { name: 'It is kept elsewhere' }),
    );
    const dialog = screen.getByRole('dialog');
    const field = within(dialog).getByLabelText(/Address/);
    const submit = within(dialog).getByRole('button', { name: 'Link it' });
    fireEvent.change(field, { target: { value: SCRIPT } });
    await userEvent.click(submit);
    expect(dialog).toHaveTextContent('Give an address that begins with');
    fireEvent.change(field, { target: { value: url } });
    await userEvent.click(submit);
    expect(putPostmortem).toHaveBeenCalledWith(INCIDENT, {
      version: 0,
      title: 'Payments are refused',
      url,
    });
    expect(
      await screen.findByRole('link', { name: /Open the postmortem/ }),
    ).toHaveAttribute('href', url);
  });

  it('is never a link that runs something', async () => {
    await renderPostmortem(
      postmortemResponse({ source: 'provider', url: SCRIPT }),
    );
    expect(
      await screen.findByText(/none that can be opened/),
    ).toBeInTheDocument();
  });
});

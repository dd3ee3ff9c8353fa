import { Settings } from 'luxon';
import { followUp } from '../../testUtils';
import {
  createFollowUpOf,
  followUpFaults,
  followUpForm,
  patchFollowUpOf,
} from './followUpForm';

beforeEach(() => {
  Settings.defaultZone = 'UTC';
});
afterEach(() => {
  Settings.defaultZone = 'system';
});

const form = { ...followUpForm(), title: ' Limit the pool ' };

describe('the form of a follow-up', () => {
  it.each([
    [{ title: ' ' }, ['title']],
    [{ ticketUrl: 'https://x.example/1' }, ['ticketKey']],
    [{ ticketKey: 'A-1', ticketUrl: 'data:text/html,x' }, ['ticketUrl']],
    [{ ticketKey: 'A-1', ticketUrl: 'https://x.example/1' }, []],
  ])('with %j has the faults %j', (part, faults) => {
    expect(Object.keys(followUpFaults({ ...form, ...part }))).toEqual(faults);
  });

  it('becomes a request; the day ends for the reader', () => {
    expect(
      createFollowUpOf({
        ...form,
        due: '2026-12-04',
        ticketKey: 'A-1',
        ticketUrl: 'https://tickets.example/A-1',
      }),
    ).toEqual({
      title: 'Limit the pool',
      owner: null,
      dueAt: '2026-12-04T23:59:59Z',
      ticket: {
        system: 'tickets.example',
        key: 'A-1',
        url: 'https://tickets.example/A-1',
      },
      contradicts: null,
    });
  });

  it.each([
    ['nothing', {}, {}],
    ['a day', { due: '2027-01-01' }, { dueAt: '2027-01-01T23:59:59Z' }],
    ['no day', { due: '' }, { dueAt: null }],
    ['nobody', { owner: null }, { owner: null }],
    ['no ticket', { ticketKey: '', ticketUrl: '' }, { ticket: null }],
    ['its title', { title: 'New' }, { title: 'New' }],
    [
      'an item',
      { contradicts: { checklistId: 'c', itemId: 'i' } },
      { contradicts: { checklistId: 'c', itemId: 'i' } },
    ],
  ])('that sets %s sends that and nothing else', (_, part, patch) => {
    const item = followUp({ dueAt: '2026-12-04T23:59:59Z' });
    expect(patchFollowUpOf(item, { ...followUpForm(item), ...part })).toEqual(
      patch,
    );
  });

  it('of a provider’s sends only what may be set here', () => {
    const item = followUp({ from: 'provider' });
    expect(
      patchFollowUpOf(item, {
        ...followUpForm(item),
        title: 'New',
        status: 'done',
        ticketKey: 'B-2',
        owner: null,
      }),
    ).toEqual({ owner: null });
  });

  it('keeps the system of a ticket that is known', () => {
    const item = followUp();
    expect(
      patchFollowUpOf(item, { ...followUpForm(item), ticketKey: 'PAY-9' }),
    ).toEqual({
      ticket: {
        system: 'jira',
        key: 'PAY-9',
        url: 'https://tickets.example/PAY-311',
      },
    });
  });
});

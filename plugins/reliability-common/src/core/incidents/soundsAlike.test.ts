import { soundsAlike } from './soundsAlike';

const items = [
  { id: 'restore', title: 'Restoring a backup is tested' },
  { id: 'rollback', title: 'A release can be rolled back within minutes' },
  { id: 'alerts', title: 'Alerts have a runbook' },
];

describe('a follow-up sounds like an item', () => {
  it.each([
    ['with words of it', 'Test restoring the backup every month', 'restore'],
    [
      'whichever way they are ordered',
      'Write the runbook of all alerts',
      'alerts',
    ],
    ['not by one word', 'Delete the old backup', undefined],
    ['not by one word, were it all', 'Backup', undefined],
    ['not by being', 'It is what has to be, as is', undefined],
    ['not by little words', 'Do it within a day of the', undefined],
    ['not without words', '', undefined],
  ])('%s', (_, title, id) => {
    expect(soundsAlike(title, items)?.id).toBe(id);
  });
});

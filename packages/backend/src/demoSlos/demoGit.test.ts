import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createDemoGitReader, nameOnDisk } from './demoGit';

const SINCE = Date.parse('2026-11-20T12:00:00Z');
const REPOSITORY = 'https://git.kittiwake.example/payments/refunds';

describe('the git server of the demo company', () => {
  const folder = mkdtempSync(join(tmpdir(), 'plimsoll-git-'));
  writeFileSync(
    join(folder, 'refunds.yaml'),
    'reviewedOn: 20 days ago\ntitle: Paid within 7 days ago or so\n',
  );
  const reader = createDemoGitReader(folder, SINCE);

  it('gives out a file of a repository, with ages as dates', async () => {
    const { buffer, etag } = await reader.readUrl(`${REPOSITORY}/slo.yaml`);
    expect((await buffer()).toString()).toBe(
      'reviewedOn: 2026-10-31\ntitle: Paid within 7 days ago or so\n',
    );
    await expect(
      reader.readUrl(`${REPOSITORY}/slo.yaml`, { etag }),
    ).rejects.toMatchObject({ name: 'NotModifiedError' });
  });

  it.each([
    [
      'a repository without one',
      `${REPOSITORY.replace('refunds', 'x')}/slo.yaml`,
    ],
    ['another path', `${REPOSITORY}/../../slo.yaml`],
  ])('has nothing in %s', async (_, url) => {
    await expect(reader.readUrl(url)).rejects.toMatchObject({
      name: 'NotFoundError',
    });
  });

  it.each([
    ['slo.yaml', 'refunds.yaml'],
    ['alerts.yaml', 'refunds.alerts.yaml'],
  ])('keeps %s as %s', (file, name) => {
    expect(nameOnDisk(`${REPOSITORY}/${file}`)).toBe(name);
  });
});

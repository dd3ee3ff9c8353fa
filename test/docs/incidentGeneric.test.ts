/* eslint-disable @backstage/no-forbidden-package-imports -- the page tells of a part of the backend that no other package may use */
import { createHmac } from 'node:crypto';
import { ConfigReader } from '@backstage/config';
import { genericIncidentFactory } from '@plimsoll/backstage-plugin-reliability-backend/src/incidents/generic/genericIncidentFactory';
import { genericIncidentSchema } from '@plimsoll/backstage-plugin-reliability-backend/src/incidents/generic/genericSchema';
import { simulatedRuntime } from '@plimsoll/backstage-plugin-reliability-node/testUtils';
import { parse } from 'yaml';
import { codeUnder, documentation, rowsUnder } from './page';

const page = documentation('incident-generic.md');
const SECRET = 'a-secret-of-the-bot';
const NOW = Date.parse('2026-11-20T10:00:00Z');

const names = (cell: string) =>
  [...cell.matchAll(/`([^`]+)`/g)].map(([, name]) => name);

/** The account of the page, with a secret. */
function account() {
  const [text] = codeUnder(page, 'Connecting', 'yaml');
  const [entry] = parse(text).reliability.incidents.accounts;
  return genericIncidentFactory.create(
    new ConfigReader({ ...entry, webhookSecret: SECRET }),
    simulatedRuntime(NOW),
  );
}

const hex = (content: string) =>
  createHmac('sha256', SECRET).update(content).digest('hex');

/** A header of the page, filled in for a body. */
function headerOf(template: string, body: string): Record<string, string> {
  const [name, value] = template.split(': ');
  const time = `${NOW / 1000}`;
  const filled = value
    .replace('<the secret>', SECRET)
    .replace('<t>', time)
    .replace('sha256=<hex>', `sha256=${hex(body)}`)
    .replace('v1=<hex>', `v1=${hex(`${time}.${body}`)}`);
  return { [name.toLowerCase()]: filled };
}

const templates = rowsUnder(page, 'Connecting')
  .slice(1)
  .flatMap(([header]) => names(header));
const [example] = codeUnder(page, 'Sending', 'json');

describe('the page about generic incidents', () => {
  it.each(templates)('sends what is taken with %s', template => {
    const verdict = account().receive!(
      {
        rawBody: Buffer.from(example),
        headers: headerOf(template, example),
        url: '/api/reliability/webhooks/generic/bot',
      },
      NOW,
    );
    expect(verdict).toMatchObject({
      kind: 'accepted',
      incidents: [
        { externalId: 'INC-42', entityRefs: ['component:default/letters'] },
      ],
    });
  });

  it('has three ways to prove who sends', () => {
    expect(templates).toHaveLength(3);
  });

  it('lists every field', () => {
    const fields = rowsUnder(page, 'Fields').slice(1);
    const listed = Object.fromEntries(
      fields.map(([field, what]) => [names(field)[0], what]),
    );
    expect(Object.keys(listed)).toEqual(
      Object.keys(genericIncidentSchema.shape),
    );
  });

  it('has a shell line whose body is one that is taken', () => {
    const [shell] = codeUnder(page, 'Connecting', 'bash');
    const [, body] = /^BODY='(.*)'$/m.exec(shell)!;
    expect(genericIncidentSchema.safeParse(JSON.parse(body)).success).toBe(
      true,
    );
  });
});

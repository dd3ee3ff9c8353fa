import { checklistItemSchema } from '@plimsoll/backstage-plugin-reliability-common';
import { parse } from 'yaml';
import { checklist, item } from '../__testUtils__/checklists';
import { configOf } from '../__testUtils__/harness';
import { lessonDefinition, LessonPlace } from './lessonDefinition';

const list = configOf({
  checklists: [
    checklist({
      items: [
        item('alert', {
          title: 'The disk has an alert',
          category: 'observability',
          phase: 'pre-production',
        }),
        item('say-it'),
      ],
    }),
  ],
}).checklists.find(({ definition }) => definition.id === 'launch')!;

const itemOf = (
  title: string,
  { reason = '', ...place }: Partial<LessonPlace> & { reason?: string } = {},
) =>
  parse(
    lessonDefinition(
      { title, reason },
      {
        checklist: list,
        incident: { id: 'pager:1', reference: 'INC-1' },
        portalUrl: '',
        ...place,
      },
    ),
  )[0];

it('a new item stands beside the one that sounds alike', () => {
  expect(itemOf('An alert on disk space', { reason: 'It was full' })).toEqual({
    id: 'an-alert-on-disk-space',
    title: 'An alert on disk space',
    category: 'observability',
    phase: 'pre-production',
    why: 'It was full',
  });
});

it.each<[string, string, string]>([
  ['that no other item has', 'Say it', 'say-it-2'],
  ['of letters that an id may have', 'Übergabe & Prüfung!', 'ubergabe-prufung'],
  ['where the title has none', '确认', 'lesson'],
])('a new item has an id %s', (_, title, id) => {
  const made = itemOf(title);
  expect(made.id).toBe(id);
  expect(checklistItemSchema.safeParse(made).error).toBeUndefined();
});

it('an item that is there gets a link to the incident', () => {
  const [known] = list.items;
  const made = itemOf('The disk has an alert', {
    item: known,
    portalUrl: 'https://portal.example',
  });
  expect(made).toEqual({
    ...known.definition,
    links: [
      {
        title: 'Incident INC-1',
        url: 'https://portal.example/reliability/incidents/pager%3A1',
      },
    ],
  });
  expect(checklistItemSchema.parse(made)).toEqual(made);
});

it('is written also for a checklist that is no longer configured', () => {
  expect(itemOf('Say more', { checklist: undefined })).toMatchObject({
    id: 'say-more',
    category: 'incidents',
    phase: 'live',
  });
});

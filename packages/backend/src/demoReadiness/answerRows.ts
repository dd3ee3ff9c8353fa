import {
  ChecklistItemState,
  ExportAnswersResponse,
} from '@plimsoll/backstage-plugin-reliability-common';
import { DateTime, Duration } from 'luxon';
import { DemoAnswers, DemoProfile } from './readDemoAnswers';

type Row = ExportAnswersResponse['rows'][number];
type Answer = Pick<Row, 'answer' | 'note' | 'evidence'>;
/** What the rows depend on of an item. */
export type AnswerableItem = Pick<
  ChecklistItemState,
  'id' | 'category' | 'phase' | 'automatic' | 'evidenceRule'
>;

const userRef = (name: string) => `user:default/${name}`;
const HOST = 'kittiwake.example';

/** Spreads answers over people and days, always in the same way. */
function spread(text: string, size: number): number {
  const sum = [...text].reduce(
    (hash, letter) => (hash * 31 + letter.charCodeAt(0)) % 1_000_003,
    7,
  );
  return sum % size;
}

function isYes({ yes, except = [] }: DemoProfile, item: AnswerableItem) {
  const { id, phase, category } = item;
  const within = (list: readonly string[]) =>
    [id, phase, category].some(word => list.includes(word));
  return !within(except) && (yes === 'all' || within(yes ?? []));
}

function evidenceOf(service: string, place: string): string {
  const [host, ...path] = place.split('/');
  const url = `https://${host}.${HOST}/${path.join('/')}`;
  return url.replace('$service', service);
}

function answerTo(
  item: AnswerableItem,
  profile: DemoProfile,
  { evidence, notes }: DemoAnswers,
): Answer | undefined {
  const no = profile.no?.[item.id];
  if (no !== undefined) return { answer: 'no', note: no, evidence: [] };
  const reason = profile['not-applicable']?.[item.id];
  if (reason !== undefined) {
    return { answer: 'not-applicable', note: reason, evidence: [] };
  }
  if (!isYes(profile, item)) return undefined;
  const link = item.evidenceRule === 'none' ? undefined : evidence[item.id];
  return {
    answer: 'yes',
    note: profile.notes?.[item.id] ?? notes[item.id] ?? '',
    evidence: link
      ? [{ title: link[0], url: evidenceOf(profile.service, link[1]) }]
      : [],
  };
}

/** The answers of a profile to those items, as an import takes them; ages become times before `now`. */
export function answerRows(
  profile: DemoProfile,
  file: DemoAnswers,
  items: readonly AnswerableItem[],
  now: Date,
): Row[] {
  const { service, authors, age, ages = {} } = profile;
  return items.flatMap(item => {
    const answer = item.automatic ? undefined : answerTo(item, profile, file);
    if (!answer) return [];
    const key = `${service} ${item.id}`;
    const at = DateTime.fromJSDate(now, { zone: 'utc' })
      .minus(Duration.fromISO(ages[item.id] ?? age))
      .minus(ages[item.id] ? {} : { minutes: spread(key, 20 * 24 * 60) });
    return {
      entityRef: `component:default/${service}`,
      itemId: item.id,
      ...answer,
      at: at.toISO()!,
      by: userRef(authors[spread(key, authors.length)]),
    };
  });
}

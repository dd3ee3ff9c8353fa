import {
  answerOf,
  compiledChecklist,
  DAY,
  doubt,
  frozen,
  itemOf,
  NOW,
  proof,
  readinessOf,
} from '../../testUtils';
import { AnswerRecord } from './answer';
import { contentHash, DossierItem, dossierItems } from './dossier';
import { dossierChanges } from './dossierChanges';

const answer = answerOf({ note: 'Done', evidence: [proof] });
const item = itemOf({ expires: 'P1Y' });
const signed = frozen([item], { item: { answer } });

it('freezes items with answers, evidence and the end of each', () => {
  expect(signed).toEqual([
    {
      definition: item,
      required: true,
      state: 'met',
      answer: {
        value: 'yes',
        note: 'Done',
        evidence: [
          {
            title: 'Report',
            url: 'https://example.com/report',
            addedAt: '2026-11-19T12:00:00.000Z',
            addedBy: 'user:default/ada',
          },
        ],
        by: 'user:default/ada',
        at: '2026-11-19T12:00:00.000Z',
        expiresAt: '2027-11-19T12:00:00.000Z',
      },
      contest: null,
      actual: [],
    },
  ]);
});

it('freezes what a rule saw, and only the phase that is asked for', () => {
  const checklist = compiledChecklist([
    itemOf({ id: 'a', verify: 'entity.ownerExists' }),
    itemOf({ id: 'b', phase: 'live' }),
  ]);
  const answers = new Map([['a', { answer }]]);
  const assessment = readinessOf(checklist, { a: { answer } });
  const [only, ...more] = dossierItems(
    checklist,
    assessment,
    answers,
    'design',
  );
  expect(more).toEqual([]);
  expect(only).toMatchObject({
    answer: null,
    actual: [{ path: 'entity.ownerExists', state: 'known', value: true }],
  });
});

type Case = [string, DossierItem[]];
const with_ = (record: AnswerRecord, changed = {}, now = NOW) =>
  frozen([{ ...item, ...changed }], { item: record }, now);

describe('the content hash', () => {
  it.each<Case>([
    ['the value', with_({ answer: { ...answer, value: 'not-applicable' } })],
    ['the note', with_({ answer: { ...answer, note: 'Really' } })],
    ['the author', with_({ answer: { ...answer, by: 'user:default/eve' } })],
    ['the time of the answer', with_({ answer: { ...answer, at: NOW } })],
    ['the evidence', with_({ answer: { ...answer, evidence: [] } })],
    ['a doubt', with_({ answer, contest: doubt })],
    ['the definition', with_({ answer }, { title: 'Other' })],
    ['the demand', with_({ answer }, { required: false })],
    ['the end of an answer', with_({ answer }, {}, NOW + 400 * DAY)],
    ['another item', [...signed, ...frozen([itemOf({ id: 'b' })])]],
  ])('changes with %s', (_, changed) => {
    expect(contentHash(changed)).not.toBe(contentHash(signed));
  });

  it.each<Case>([
    ['time alone', with_({ answer }, {}, NOW + DAY)],
    ['a weight', with_({ answer }, { weight: 9 })],
    [
      'values that come to the same state',
      signed.map(each => ({
        ...each,
        actual: [{ path: 'a', state: 'known', value: 2 }],
      })),
    ],
  ])('does not change with %s', (_, same) => {
    expect(contentHash(same)).toBe(contentHash(signed));
  });
});

describe('since the signature', () => {
  it.each<[string, DossierItem[], unknown[]]>([
    ['nothing changed', signed, []],
    [
      'an answer that is given again',
      with_({ answer: { ...answer, at: NOW, by: 'user:default/eve' } }),
      [],
    ],
    [
      'a state changed',
      with_({ answer: { ...answer, value: 'no', note: 'Broke' } }),
      [{ kind: 'state', before: 'met, required', after: 'not met, required' }],
    ],
    [
      'a demand changed',
      with_({ answer }, { required: false }),
      [{ kind: 'state', before: 'met, required', after: 'met, optional' }],
    ],
    [
      'a note changed',
      with_({ answer: { ...answer, note: '', evidence: [] } }),
      [{ kind: 'answer', before: 'yes: Done', after: 'yes' }],
    ],
    [
      'evidence changed',
      with_({ answer: { ...answer, evidence: [] } }),
      [
        {
          kind: 'evidence',
          before: 'Report <https://example.com/report>',
          after: 'no evidence',
        },
      ],
    ],
    [
      'a definition changed',
      with_({ answer }, { title: 'Other' }),
      [
        {
          kind: 'definition',
          title: 'Other',
          before: 'It is so',
          after: 'Other',
        },
      ],
    ],
    [
      'an item was renamed and asks something else',
      frozen([{ ...item, id: 'new', formerly: ['item'] }], { new: { answer } }),
      [{ kind: 'definition', itemId: 'new' }],
    ],
    [
      'an item came and another went',
      frozen([itemOf({ id: 'b', title: 'B' })]),
      [
        {
          kind: 'added',
          itemId: 'b',
          before: 'not in the checklist',
          after: 'unanswered, required',
        },
        {
          kind: 'removed',
          itemId: 'item',
          before: 'met, required',
          after: 'not in the checklist',
        },
      ],
    ],
  ])('%s', (_, current, changes) => {
    expect(dossierChanges(signed, current)).toEqual(
      changes.map(change => expect.objectContaining(change)),
    );
  });
});

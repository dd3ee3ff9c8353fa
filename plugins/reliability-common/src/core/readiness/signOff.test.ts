import {
  answerOf,
  compiledChecklist,
  DAY,
  doubt,
  frozen,
  itemOf,
  NOW,
} from '../../testUtils';
import { AnswerRecord } from './answer';
import { ChecklistItem, ReviewerRule } from './checklist';
import { DossierItem } from './dossier';
import {
  authorsOf,
  explainReviewerRule,
  mayReview,
  reviewerRuleOf,
  reviewEveryMs,
  signOffStatus,
} from './signOff';

const ada = 'user:default/ada';

it('authors are those who answered items of the phase by hand', () => {
  const checklist = compiledChecklist([
    itemOf({ id: 'a' }),
    itemOf({ id: 'b', verify: 'entity.ownerExists', evidence: 'none' }),
    itemOf({ id: 'c', phase: 'live' }),
    itemOf({ id: 'd' }),
  ]);
  const by = (name: string) => ({ answer: answerOf({ by: name }) });
  const answers = new Map<string, AnswerRecord>([
    ['a', by(ada)],
    ['b', by('user:default/before-it-was-automatic')],
    ['c', by('user:default/other-phase')],
    ['d', {}],
  ]);
  const { phase } = itemOf();
  expect(authorsOf(checklist, answers, phase)).toEqual([ada]);
});

describe('may sign off', () => {
  it.each<[ReviewerRule, string, string, string[], boolean]>([
    ['not-an-author', 'a third person', 'user:default/eve', [ada], true],
    ['not-an-author', 'the requester', 'user:default/bob', [ada], false],
    ['not-an-author', 'an author', ada, [ada], false],
    [
      'not-an-author',
      'an author by another spelling',
      'User:default/Ada',
      [ada],
      false,
    ],
    ['not-the-requester', 'an author', ada, [ada], true],
    ['not-the-requester', 'the requester', 'user:default/bob', [], false],
    [
      'anyone',
      'the requester who is an author',
      'user:default/bob',
      ['user:default/bob'],
      true,
    ],
  ])('%s: %s', (rule, _, reviewer, authors, expected) => {
    const requester = 'user:default/bob';
    const verdict = mayReview({ rule, reviewer, requester, authors });
    expect(verdict.kind).toBe(expected ? 'yes' : 'no');
  });

  it('says why not', () => {
    const asked = {
      rule: 'not-an-author',
      requester: 'user:default/bob',
    } as const;
    expect([
      mayReview({ ...asked, reviewer: 'user:default/bob', authors: [] }),
      mayReview({ ...asked, reviewer: ada, authors: [ada] }),
    ]).toEqual([
      { kind: 'no', reason: expect.stringMatching(/asked for a review/) },
      { kind: 'no', reason: expect.stringMatching(/answered an item/) },
    ]);
  });
});

it.each([
  ['tier-0', 'not-an-author'],
  ['tier-3', 'anyone'],
  ['untiered', 'not-the-requester'],
  ['constructor', 'not-the-requester'],
])('the rule of %s is %s', (tierId, rule) => {
  const checklist = compiledChecklist([itemOf()], {
    signOff: {
      reviewer: 'not-the-requester',
      reviewerByTier: { 'tier-0': 'not-an-author', 'tier-3': 'anyone' },
    },
  });
  expect(reviewerRuleOf(checklist, tierId)).toBe(rule);
});

it('has words for every rule', () => {
  const rules = ['not-an-author', 'not-the-requester', 'anyone'] as const;
  expect(new Set(rules.map(explainReviewerRule)).size).toBe(3);
});

it.each([
  [{ reviewEvery: 'P90D' }, 90 * DAY],
  [{}, undefined],
  [undefined, undefined],
])('a contract of %j holds %s', (contract, expected) => {
  expect(reviewEveryMs(contract)).toBe(expected);
});

describe('a sign-off', () => {
  const item = (changed: Partial<ChecklistItem> = {}) =>
    itemOf({ title: 'Restore was tested', ...changed });
  const yes: AnswerRecord = { answer: answerOf() };
  const no: AnswerRecord = { answer: answerOf({ value: 'no' }) };
  const na: AnswerRecord = { answer: answerOf({ value: 'not-applicable' }) };
  const expiring = item({ expires: 'P10D' });
  const signed = frozen([item()], { item: yes });

  const automatic = (verify: string) => [item({ verify, evidence: 'none' })];
  const linked = frozen(automatic('entity.links.runbook > 0'));

  it.each<[string, DossierItem[], DossierItem[], string[]]>([
    ['holds while nothing changes', signed, signed, []],
    [
      'holds while a fact of an automatic item is not known',
      linked,
      frozen(automatic('facts["ci/never-pushed"] > 0')),
      [],
    ],
    [
      'holds with a new automatic item of which nothing is known',
      [],
      frozen(automatic('facts["ci/never-pushed"] > 0')),
      [],
    ],
    [
      'breaks with an automatic item whose rule fails',
      linked,
      frozen(automatic('entity.links.runbook > 99')),
      ['"Restore was tested" is not met'],
    ],
    [
      'breaks with a doubt about an automatic item',
      linked,
      frozen(automatic('entity.links.runbook > 0'), {
        item: { contest: doubt },
      }),
      ['"Restore was tested" is contested'],
    ],
    ['holds with a reason why not', signed, frozen([item()], { item: na }), []],
    [
      'holds with a changed definition',
      signed,
      frozen([item({ how: 'Other' })], { item: yes }),
      [],
    ],
    [
      'holds without an item that is gone',
      signed,
      frozen([itemOf({ id: 'b' })], { b: yes }),
      [],
    ],
    [
      'holds with an optional item that is not met',
      frozen([item({ required: false })], { item: yes }),
      frozen([item({ required: false })], { item: no }),
      [],
    ],
    [
      'holds with what was signed as missing',
      frozen([item()], { item: no }),
      frozen([item()]),
      [],
    ],
    [
      'breaks with a no',
      signed,
      frozen([item()], { item: no }),
      ['"Restore was tested" is not met'],
    ],
    [
      'breaks without the answer',
      signed,
      frozen([item()]),
      ['"Restore was tested" has no answer'],
    ],
    [
      'breaks with a doubt',
      signed,
      frozen([item()], { item: { ...yes, contest: doubt } }),
      ['"Restore was tested" is contested'],
    ],
    [
      'breaks with an answer that ends',
      frozen([expiring], { item: yes }),
      frozen([expiring], { item: yes }, NOW + 30 * DAY),
      ['"Restore was tested" has expired'],
    ],
    [
      'breaks with a new required item',
      signed,
      frozen([item(), itemOf({ id: 'b', title: 'New' })], { item: yes }),
      ['"New" is new and has no answer'],
    ],
    [
      'holds with a new item that is met',
      signed,
      frozen([item(), itemOf({ id: 'b' })], { item: yes, b: yes }),
      [],
    ],
    [
      'breaks with an item that became required',
      frozen([item({ required: false })], { item: no }),
      frozen([item()], { item: no }),
      ['"Restore was tested" became required and is not met'],
    ],
    [
      'follows a renamed item',
      frozen([item()], { item: no }),
      frozen([item({ id: 'restore', formerly: ['item'] })]),
      [],
    ],
  ])('%s', (_, before, current, problems) => {
    const status = signOffStatus({
      approvedAt: NOW - DAY,
      signed: before,
      current,
      now: NOW,
    });
    expect(status).toMatchObject({ valid: problems.length === 0, problems });
    expect(status.validUntil).toBeUndefined();
  });

  it.each([
    ['holds before its review interval is over', NOW + 1, true],
    ['ends with it', NOW, false],
  ])('%s', (_, until, valid) => {
    const status = signOffStatus({
      approvedAt: until - 90 * DAY,
      reviewEvery: 90 * DAY,
      signed,
      current: signed,
      now: NOW,
    });
    expect(status).toMatchObject({ valid, validUntil: until });
    expect(status.problems).toHaveLength(valid ? 0 : 1);
  });
});

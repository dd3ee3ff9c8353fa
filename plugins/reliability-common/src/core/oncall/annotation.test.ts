import { accountOf, NamedAccount } from '../facts/annotationRefs';
import { parseOncallAnnotation } from './annotation';

describe('an annotation names', () => {
  it.each([
    ['one rotation', 'pagerduty:schedule:P1', ['pagerduty:schedule:P1']],
    [
      'several',
      ' pagerduty:schedule:P1 ,ical:feed:payments,',
      ['pagerduty:schedule:P1', 'ical:feed:payments'],
    ],
    [
      'the account of a type',
      'pagerduty/eu:escalation:P1',
      ['(pagerduty)eu:escalation:P1'],
    ],
    ['ids with colons', 'rootly:team:a:b:c', ['rootly:team:a:b:c']],
    [
      'ids with a slash',
      'static:group:default/payments',
      ['static:group:default/payments'],
    ],
    [
      'ids with commas and percent signs',
      'opsgenie:team:Pay%2C 100%25',
      ['opsgenie:team:Pay, 100%'],
    ],
    [
      'a rotation twice',
      'static:rota:ops,static:rota:ops,static:rota:op%73',
      ['static:rota:ops'],
    ],
    ['nothing', ' , ', []],
  ])('%s', (_, text, expected) => {
    const { refs, problems } = parseOncallAnnotation(text);
    expect(
      refs.map(
        ({ type, account, kind, id }) =>
          `${type ? `(${type})` : ''}${account}:${kind}:${id}`,
      ),
    ).toEqual(expected);
    expect(problems).toEqual([]);
  });
});

describe('a part that cannot be read is a problem beside the rest:', () => {
  it.each([
    ['no colon', 'P123', /expected `<account>:<kind>:<id>`/],
    ['one colon', 'pagerduty:P123', /expected `<account>:<kind>:<id>`/],
    ['an unknown kind', 'pagerduty:rotation:P1', /unknown kind.*schedule/],
    ['no id', 'pagerduty:schedule:', /expected an id/],
    ['an id that is too long', `a:team:${'x'.repeat(201)}`, /1 to 200/],
    ['a percent sign alone', 'a:team:100%', /%25/],
    ['a control character', 'a:team:x%0D%0AHost', /expected an id/],
    ['capital letters', 'PagerDuty:schedule:P1', /lower-case/],
    ['three names', 'a/b/c:schedule:P1', /an account is named/],
    ['no account', ':schedule:P1', /an account is named/],
  ])('%s', (_, part, message) => {
    const { refs, problems } = parseOncallAnnotation(`${part},static:rota:ops`);
    expect(refs.map(({ id }) => id)).toEqual(['ops']);
    expect(problems).toEqual([
      { value: expect.any(String), message: expect.stringMatching(message) },
    ]);
  });

  it.each([
    ['https://calendar.example/private-abc/basic.ics', 'https://…'],
    ['ical:url:https://calendar.example/private-abc', 'ical:url:https://…'],
  ])('addresses are not repeated', (part, value) => {
    expect(parseOncallAnnotation(part).problems[0].value).toBe(value);
  });

  it('the fifty-first', () => {
    const text = Array.from({ length: 60 }, (_, i) => `a:team:${i}`).join(',');
    const { refs, problems } = parseOncallAnnotation(text);
    expect(refs).toHaveLength(50);
    expect(problems).toEqual([
      { value: 'a:team:50', message: expect.stringMatching(/more than 50/) },
    ]);
  });
});

describe('the account', () => {
  const accounts: NamedAccount[] = [
    { name: 'pd-eu', type: 'pagerduty' },
    { name: 'pd-us', type: 'pagerduty', default: true },
    { name: 'og', type: 'opsgenie' },
    { name: 'g1', type: 'grafana' },
    { name: 'g2', type: 'grafana' },
    { name: 'rootly', type: 'opsgenie' },
    { name: 'r1', type: 'rootly' },
  ];
  const choiceOf = (account: string, type?: string) =>
    accountOf({ account, type }, accounts);

  it.each([
    ['of that name', 'pd-eu', undefined, 'pd-eu'],
    ['of that name rather than of that type', 'rootly', undefined, 'rootly'],
    ['that is the default of its type', 'pagerduty', undefined, 'pd-us'],
    ['of that type and name', 'pd-eu', 'pagerduty', 'pd-eu'],
  ])('%s', (_, account, type, name) => {
    expect(choiceOf(account, type)).toMatchObject({ account: { name } });
  });

  it.each([
    [
      'of a type that several have',
      'opsgenie',
      undefined,
      /several.*og, rootly/,
    ],
    ['of a type without a default', 'grafana', undefined, /several.*g1, g2/],
    ['of that name, but another type', 'og', 'pagerduty', /no account of type/],
    ['of no such name', 'nobody', undefined, /no account has this name/],
  ])('%s is a problem', (_, account, type, message) => {
    expect(choiceOf(account, type)).toEqual({
      kind: 'problem',
      message: expect.stringMatching(message),
    });
  });

  it('that is the only one of its type', () => {
    expect(
      accountOf({ account: 'opsgenie' }, [{ name: 'og', type: 'opsgenie' }]),
    ).toMatchObject({ account: { name: 'og' } });
  });
});

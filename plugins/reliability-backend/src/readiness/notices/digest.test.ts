import { digestOf, Notice, NoticeKind } from './digest';

const notice = (kind: NoticeKind, text: string, at = 0): Notice => ({
  kind,
  text,
  at,
  to: [],
});

it.each<[string, Notice[], string, string]>([
  [
    'one thing',
    [notice('contested', 'Pay: "Runbook" contested by ada')],
    'Readiness: 1 item contested',
    'Pay: "Runbook" contested by ada',
  ],
  [
    'three things, the most urgent first',
    [notice('approved', 'c'), notice('expiring', 'b'), notice('returned', 'a')],
    'Readiness: 1 review returned, 1 item ends soon, 1 review approved',
    'a\nb\nc',
  ],
  [
    'more than three, the earliest first',
    [
      notice('expired', 'd', 4),
      notice('expiring', 'f', 6),
      notice('expired', 'c', 3),
      notice('asked', 'b', 9),
      notice('asked', 'a', 5),
      notice('expiring', 'e', 5),
    ],
    'Readiness: 2 reviews asked for, 2 items expired, 2 items end soon',
    'a\nb\nc\nand 3 more',
  ],
  [
    'what is overdue beside the rest',
    [notice('follow-up-overdue', 'b'), notice('contested', 'a')],
    'Reliability: 1 item contested, 1 follow-up overdue',
    'a\nb',
  ],
])('a digest of %s', (_, notices, title, description) => {
  expect(digestOf(notices)).toEqual({
    title,
    description,
    link: '/reliability/tasks',
    topic: 'readiness',
  });
});

it('a digest of what is overdue alone leads to the incidents', () => {
  const late = [
    notice('postmortem-overdue', 'a'),
    notice('follow-up-overdue', 'b'),
    notice('follow-up-overdue', 'c'),
  ];
  expect(digestOf(late)).toMatchObject({
    title: 'Reliability: 1 postmortem overdue, 2 follow-ups overdue',
    link: '/reliability/incidents',
  });
});

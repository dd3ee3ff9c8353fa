import {
  automatic,
  halfYearly,
  manual,
  steps,
  UP_TO_RANK_1,
  UP_TO_RANK_2,
} from './item';

const asked = manual('response');
const seen = automatic('response');

/** What people do when it is broken. */
export const responseItems = [
  seen({
    id: 'runbook-linked',
    title: 'A runbook is linked in the catalog',
    phase: 'pre-production',
    weight: 2,
    verify: 'entity.links.runbook > 0',
    why: 'A responder who never saw this service needs the first five steps in writing, at an hour when nobody invents them.',
    how: 'Add a link of type `runbook` to `metadata.links`. Keep it where it can be read while the service is down.',
  }),
  asked({
    id: 'runbook-rehearsed',
    title: 'Somebody who did not write the runbook worked through it',
    phase: 'pre-production',
    required: UP_TO_RANK_1,
    weight: 2,
    evidence: 'required',
    expires: halfYearly,
    why: 'Its author fills the gaps of a runbook without noticing. Commands and addresses rot while nothing breaks.',
    how: steps(
      [
        'Choose the likeliest failure and the worst one.',
        'Have a responder follow the text alone, in a test environment where a step is dangerous.',
        'Check that each part says how to see the failure, how to stop the harm, how to tell that it worked and whom to call when it did not.',
        'Correct the text at every stop.',
      ],
      'who rehearsed it and when, and the changes that came of it.',
    ),
  }),
  asked({
    id: 'responders-ready',
    title: 'Every responder has the access and the practice to act alone',
    phase: 'pre-production',
    required: UP_TO_RANK_1,
    weight: 2,
    evidence: 'required',
    expires: 'P180D',
    why: 'The one person who may restart the database is always asleep. A first incident should not be the first time that somebody rolls back.',
    how: steps(
      [
        'For each person on the rotation: read logs, deploy, roll back and fail over, with their own account.',
        'Try the way in for the day when single sign-on is down.',
        'Let newcomers shadow a shift, and take part in a rehearsed incident, before their own.',
      ],
      'the list of responders with the date of their practice.',
    ),
  }),
  seen({
    id: 'support-channel-linked',
    title: 'A support channel is linked in the catalog',
    phase: 'pre-production',
    required: UP_TO_RANK_2,
    verify: 'entity.links.chat > 0',
    why: 'In an incident, the teams around this service need one place to talk to its people, and to find out that it is known already.',
    how: 'Add a link of type `chat` or `support` to `metadata.links`.',
  }),
  asked({
    id: 'incident-roles-decided',
    title: 'It is decided who leads an incident and who tells the users',
    phase: 'pre-production',
    required: UP_TO_RANK_1,
    evidence: 'required',
    expires: 'P1Y',
    why: 'Where everybody debugs, nobody decides. Users who hear nothing for an hour remember the silence longer than the outage.',
    how: steps(
      [
        'Write how an incident is declared, by whom, and what each severity means for this service.',
        'Name who leads, and who writes to users and to the company.',
        'Prepare the first message and its channel, one that works while the service is down; name the contracts that set a time for it.',
      ],
      'the page that says so, with the prepared message.',
    ),
  }),
  asked({
    id: 'postmortems-done',
    title:
      'Every incident that needs a postmortem has one, and its follow-ups are on time',
    phase: 'live',
    required: UP_TO_RANK_2,
    weight: 2,
    evidence: 'required',
    expires: { default: 'P180D', 'tier-0': 'P90D' },
    why: 'An incident is paid for whether or not something is learned from it. A follow-up without owner and date is a wish.',
    how: steps(
      [
        'List the incidents since the last answer, with their severity.',
        'For each severity that your tier names: was the postmortem published in time, without blame, with the causes that made it possible and not only the last one?',
        'Give every follow-up an owner and a date; close or replan those that are late.',
      ],
      'the postmortems and the list of follow-ups. Where there was no incident, answer yes and link the empty list.',
    ),
  }),
];

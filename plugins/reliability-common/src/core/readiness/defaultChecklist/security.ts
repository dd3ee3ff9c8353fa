import { manual, quarterly, steps, UP_TO_RANK_1, UP_TO_RANK_2 } from './item';

const asked = manual('security');

/** Who may do what, and who may not. */
export const securityItems = [
  asked({
    id: 'threats-reviewed',
    title: 'Threats were reviewed with somebody outside the team',
    phase: 'design',
    required: UP_TO_RANK_1,
    weight: 2,
    evidence: 'required',
    expires: 'P1Y',
    why: 'Those who built the way in do not see it. A missing check of rights is cheap to draw and dear to add.',
    how: steps(
      [
        'Draw where data crosses from less to more trusted parts, and who may call what.',
        'For each crossing: can somebody pretend, change, read, deny, flood or gain rights?',
        'Rank what was found; give the worst an owner and a date before the launch.',
      ],
      'the drawing, the findings and what became of them.',
    ),
  }),
  asked({
    id: 'access-least',
    title: 'People and machines have only the access that they need',
    phase: 'pre-production',
    weight: 2,
    expires: 'P1Y',
    why: 'The harm that a stolen token or a mistyped command can do is the access of whoever holds it.',
    how: steps(
      [
        'Give access by role through groups; share no account, and let nobody change production by hand in daily work.',
        'Give the service its own identity, with rights on its own data alone.',
        'Check rights on the server for every request, internal ones included.',
        'Record who did what in production, where they cannot erase it; make emergency access short and loud.',
      ],
      'the roles under version control.',
    ),
  }),
  asked({
    id: 'secrets-renewable',
    title: 'Secrets and certificates can be renewed without an outage',
    phase: 'pre-production',
    weight: 2,
    expires: 'P1Y',
    why: 'A certificate ends at a minute that is known a year ahead, and still takes services down. A leaked secret that cannot be changed quickly stays leaked.',
    how: steps(
      [
        'Keep secrets in a secret store; scan the repository, images and logs for them.',
        'Renew certificates by machine, and alert three weeks before an end.',
        'Change one secret in production while the service runs, and write down how.',
      ],
      'the date and the record of the last change of each kind.',
    ),
  }),
  asked({
    id: 'data-encrypted',
    title: 'Data is encrypted on the way and at rest',
    phase: 'pre-production',
    why: 'Networks and disks are shared with more people than anybody counts, and old disks, copies and exports outlive the service.',
    how: steps(
      [
        'Encrypt every connection, internal ones too, and refuse outdated protocols.',
        'Encrypt stores, backups and exports; know who may use the keys.',
      ],
      'the configuration, or the result of a scan.',
    ),
  }),
  asked({
    id: 'vulnerabilities-mended',
    title: 'Known vulnerabilities are found by machine and mended in time',
    phase: 'pre-production',
    weight: 2,
    expires: 'P180D',
    why: 'Most break-ins use a hole that has been public for months. A service that is rarely released is rarely patched.',
    how: steps(
      [
        'Scan code, libraries and images in the pipeline, and what runs in production daily.',
        'Agree on a time to mend for each severity, and list what is late.',
        'Rebuild and release at least monthly, also when nothing else changes.',
      ],
      'the list of open findings with their age.',
    ),
  }),
  asked({
    id: 'access-reviewed',
    title: 'Access to production was reviewed, and what was not needed removed',
    phase: 'live',
    required: UP_TO_RANK_2,
    evidence: 'required',
    expires: quarterly,
    why: 'Access is given for a task and kept for years. People leave, change teams, and keep their tokens.',
    how: steps(
      [
        'List people, groups and machines with access to data, deployment and secrets.',
        'Let the owner confirm each; remove the others the same day.',
        'Look at every use of emergency access since the last review.',
      ],
      'the list with the decisions and its date.',
    ),
  }),
];

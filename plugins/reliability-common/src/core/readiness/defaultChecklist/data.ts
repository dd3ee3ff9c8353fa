import {
  halfYearly,
  manual,
  quarterly,
  steps,
  UP_TO_RANK_1,
  UP_TO_RANK_2,
} from './item';

const asked = manual('data');

/** What must not be lost, and how it comes back. */
export const dataItems = [
  asked({
    id: 'data-known',
    title: 'It is known which data the service holds and how long it may stay',
    phase: 'design',
    expires: 'P1Y',
    why: 'Backup, access and deletion all follow from what the data is. Data that nobody listed is neither backed up nor deleted.',
    how: steps(
      [
        'List every store, cache, queue and export, with what it holds and where the original is.',
        'Mark personal and confidential data, how long each kind is kept, and what deletes it.',
        'Mark what can be rebuilt from elsewhere, and how long that takes.',
      ],
      'the list. A service that stores nothing says so in the note.',
    ),
  }),
  asked({
    id: 'recovery-designed',
    title: 'The design can meet the RTO and the RPO of the tier',
    phase: 'design',
    required: UP_TO_RANK_2,
    weight: 2,
    evidence: 'required',
    expires: 'P1Y',
    why: 'A nightly backup cannot keep an RPO of minutes, and no restore of a large database fits into a quarter of an hour. This is decided in the design or paid for later.',
    how: steps(
      [
        'For each store, write how much is lost at worst when it is gone, and compare it with the RPO of your tier.',
        'Add up the steps to recover: notice, decide, restore, check, switch. Compare the sum with the RTO of your tier.',
        'Do it for a lost machine, zone, region and account, for a deleted table and for data made wrong by a release.',
        'Write what is accepted, and who accepted it.',
      ],
      'the design with both sums.',
    ),
  }),
  asked({
    id: 'backups-run',
    title: 'Backups run as often as the RPO demands, and a missing one alerts',
    phase: 'pre-production',
    weight: 3,
    evidence: 'required',
    expires: 'P180D',
    why: 'Replication copies a mistaken delete within a second; only a backup brings it back. Backup jobs stop silently, and are missed months later.',
    how: steps(
      [
        'Back up every store that cannot be rebuilt, schema and keys included, as often as the RPO of your tier demands.',
        'Alert on the age and the size of the last good backup rather than on errors of the job.',
        'Keep backups longer than it takes to notice wrong data.',
      ],
      'the graph of the age of the last backup, with the alert. Not applicable where nothing is stored; say so.',
    ),
  }),
  asked({
    id: 'backups-apart',
    title:
      'Backups outlive the account, the region and whoever runs the service',
    phase: 'pre-production',
    required: UP_TO_RANK_1,
    weight: 2,
    evidence: 'required',
    expires: 'P1Y',
    why: 'An attacker or a wrong script with the rights of the service deletes its backups first.',
    how: steps(
      [
        'Keep a copy in another account and region, which the service and its team cannot delete before its time.',
        'Encrypt it, and keep the key where the same loss does not reach it.',
        'Protect the stores themselves against deletion by one command.',
      ],
      'the policy of the copy and of its retention lock.',
    ),
  }),
  asked({
    id: 'restore-tested',
    title: 'A restore from backup was tested',
    phase: 'pre-production',
    weight: 3,
    evidence: 'required',
    expires: quarterly,
    why: 'Nobody wants a backup; people want a restore. One that was never tried lacks a key, a table, or the time.',
    how: steps(
      [
        'Restore the latest backup to an empty environment by following the runbook, and start the service on it.',
        'Check the data: counts, newest record, a few records in full.',
        'Note the time taken and the age of the newest record; compare them with the RTO and the RPO of your tier.',
      ],
      'the record of the restore with both numbers. Not applicable where nothing is stored; say so.',
    ),
  }),
  asked({
    id: 'disaster-exercised',
    title: 'Recovery from a disaster was exercised within the RTO of the tier',
    phase: 'live',
    required: UP_TO_RANK_1,
    weight: 2,
    evidence: 'required',
    expires: halfYearly,
    why: 'Restoring one database is not recovering a service: names, secrets, dependencies and people have to follow, in the right order.',
    how: steps(
      [
        'Play the loss of the region or of the main store, with the people who are on call that day.',
        'Start the clock at the first page, stop it when users are served; count what was lost.',
        'Go back again: returning is the half that is seldom practised.',
        'Compare with the RTO and the RPO of your tier; turn the gap into follow-ups.',
      ],
      'the timeline of the exercise, what it lost, and the follow-ups.',
    ),
  }),
];

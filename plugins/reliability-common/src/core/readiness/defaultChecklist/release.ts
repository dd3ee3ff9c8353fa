import {
  automatic,
  manual,
  quarterly,
  steps,
  UP_TO_RANK_1,
  UP_TO_RANK_2,
} from './item';

const asked = manual('release');
const seen = automatic('release');

/** How a change comes in, and how it goes out again. */
export const releaseItems = [
  seen({
    id: 'source-linked',
    title: 'The source code can be found from the catalog',
    phase: 'design',
    verify: 'entity.sourceUrl != "" || entity.links.repository > 0',
    why: 'Whoever has to patch or roll back must find the code without asking.',
    how: 'Register the entity from its repository, or set `backstage.io/source-location`.',
  }),
  asked({
    id: 'changes-reviewed-and-tested',
    title: 'No change reaches production unreviewed or untested',
    phase: 'pre-production',
    weight: 2,
    expires: 'P1Y',
    why: 'Most incidents are brought in by a change. A second person and a test that can stop the pipeline are the cheapest ways to keep one out.',
    how: steps(
      [
        'Protect the main branch: review by a second person, and tests that must pass.',
        'Let only the pipeline deploy, and only what was built from that branch.',
        'Hold configuration, schema changes and dashboards to the same rule.',
        'Give urgent fixes a short path, with the review afterwards, and list who used it.',
      ],
      'the rules of the branch and one recent run of the pipeline.',
    ),
  }),
  asked({
    id: 'rollback-tested',
    title: 'A rollback was tested and takes less than the RTO of the tier',
    phase: 'pre-production',
    required: UP_TO_RANK_2,
    weight: 3,
    evidence: 'required',
    expires: quarterly,
    why: 'Going back is the fastest cure for most incidents, if it works. It fails on the day it is needed when nobody ever did it.',
    how: steps(
      [
        'Deploy the version before the current one, with traffic and with the data that the current one has written.',
        'Take the time from the decision to the last instance, and compare it with the RTO of your tier.',
        'Name the changes that cannot be undone, and what is done instead.',
      ],
      'the record of the rollback with its times.',
    ),
  }),
  asked({
    id: 'versions-coexist',
    title: 'Two neighbouring versions can run side by side on the same data',
    phase: 'pre-production',
    required: UP_TO_RANK_1,
    why: 'During every release both versions run. A column that is renamed in one step breaks the old one at once, and takes the way back with it.',
    how: steps(
      [
        'Change schemas, messages and APIs in two steps: add and use the new, remove the old in a later release.',
        'Run schema changes apart from the deployment, and measure their locks on data of real size.',
        'Test in the pipeline that the previous version works on the new schema.',
      ],
      'the test, or the last schema change in two steps.',
    ),
  }),
  asked({
    id: 'gradual-rollout',
    title: 'A release reaches few users first and stops when it does harm',
    phase: 'pre-production',
    required: UP_TO_RANK_1,
    weight: 2,
    evidence: 'required',
    expires: 'P1Y',
    why: 'No test environment has the data, the load and the users of production. A fault that reaches one user in a hundred costs a hundredth of the error budget.',
    how: steps(
      [
        'Send a small share of traffic to the new version, long enough to be counted.',
        'Compare its errors and latency with those of the old version, and stop by rule rather than by watching.',
        'Never release to all regions or zones at once; treat configuration and feature switches likewise.',
      ],
      'the configuration of the rollout and one run that it stopped, in earnest or as a test.',
    ),
  }),
  asked({
    id: 'rebuilt-from-code',
    title:
      'Infrastructure and configuration can be rebuilt from version control',
    phase: 'pre-production',
    required: UP_TO_RANK_2,
    expires: 'P1Y',
    why: 'What was clicked together cannot be reviewed, compared or built again in another region. It differs between environments in the very place that matters.',
    how: steps(
      [
        'Keep machines, networks, permissions, alerts and configuration as code; secrets by reference.',
        'Build an environment from nothing, by somebody who did not write the code.',
        'Report drift between code and production at least daily.',
      ],
      'the repository, and the run that built an environment from it.',
    ),
  }),
];

import Typography from '@material-ui/core/Typography';
import { makeStyles } from '@material-ui/core/styles';
import type { ListScoreChangesResponse } from '@plimsoll/backstage-plugin-reliability-common';
import { useState } from 'react';
import {
  useListAddress,
  type ListAddress,
} from '../../../hooks/useListAddress';
import { useRoute } from '../../../hooks/useRoute';
import { useScorecards } from '../../../hooks/useScorecards';
import { useTranslation } from '../../../hooks/useTranslation';
import {
  changeQueryOf,
  daysOf,
  formatChangeParams,
  parseChangeParams,
  type ChangeParams,
} from '../../../utils/changeParams';
import { dayText } from '../../../utils/dates';
import { Async } from '../../async';
import { ScorecardSelect } from '../RankingPage/ScorecardSelect';
import { Section } from '../Section';
import { CauseBars } from './CauseBars';
import { ChangeFilters } from './ChangeFilters';
import { ChangeSentence } from './ChangeSentence';
import { CheckFlipsTable } from './CheckFlipsTable';
import { LevelTotals } from './LevelTotals';
import { MoversSection } from './MoversSection';

const useStyles = makeStyles(theme => ({
  root: {
    ...theme.typography.body2,
    display: 'grid',
    gridTemplateColumns: 'minmax(0, 1fr)',
    gap: theme.spacing(2),
  },
  intro: { maxWidth: '80ch' },
  refreshing: { opacity: 0.6 },
  pair: {
    display: 'grid',
    gridTemplateColumns: 'repeat(auto-fit, minmax(min(100%, 380px), 1fr))',
    gap: theme.spacing(2),
    alignItems: 'start',
  },
}));

const format = { parse: parseChangeParams, format: formatChangeParams };

function Difference(props: {
  changes: ListScoreChangesResponse;
  address: ListAddress<ChangeParams>;
  now: number;
}) {
  const { changes, address, now } = props;
  const classes = useStyles();
  const { t } = useTranslation();
  if (changes.compared + changes.came + changes.left === 0) {
    return <Typography variant="body2">{t('changes.noServices')}</Typography>;
  }
  return (
    <>
      <ChangeSentence levels={changes.levels} />
      <div className={classes.pair}>
        <Section title={t('changes.points.title')}>
          <CauseBars changes={changes} />
        </Section>
        <Section title={t('changes.totals.title')}>
          <LevelTotals changes={changes} />
        </Section>
      </div>
      <MoversSection changes={changes} address={address} now={now} />
      <Section title={t('changes.checks.title')}>
        <CheckFlipsTable checks={changes.checks} />
      </Section>
    </>
  );
}

function Loaded(props: { address: ListAddress<ChangeParams>; now: number }) {
  const { address, now } = props;
  const classes = useStyles();
  const state = useRoute('listScoreChanges', {
    query: changeQueryOf(address.params, now),
  });
  return (
    <Async state={state}>
      {(changes, refreshing) => (
        <div
          className={`${classes.root} ${refreshing ? classes.refreshing : ''}`}
          aria-busy={refreshing}
        >
          <Difference changes={changes} address={address} now={now} />
        </div>
      )}
    </Async>
  );
}

/** What moved between two days, and why. */
export function ChangesPage() {
  const classes = useStyles();
  const { t } = useTranslation();
  const [now] = useState(() => Date.now());
  const address = useListAddress(format);
  const { params, change } = address;
  const scorecards = useScorecards();
  const { from, to } = daysOf(params, now);
  return (
    <div className={classes.root}>
      <Typography variant="body2" className={classes.intro}>
        {t('changes.intro')}
      </Typography>
      {scorecards.kind === 'ready' && (
        <ScorecardSelect
          scorecards={scorecards.value.items}
          chosen={params.scorecard ?? scorecards.value.items[0]?.id}
          onChange={scorecard => change({ scorecard })}
        />
      )}
      <ChangeFilters address={address} now={now} />
      {from < to ? (
        <Loaded address={address} now={now} />
      ) : (
        <Typography variant="body2" role="alert">
          {`${t('changes.range.order')} (${dayText(from)}, ${dayText(to)})`}
        </Typography>
      )}
    </div>
  );
}

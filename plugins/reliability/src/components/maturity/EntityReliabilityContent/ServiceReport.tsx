import Typography from '@material-ui/core/Typography';
import { makeStyles } from '@material-ui/core/styles';
import type { ServiceResponse } from '@plimsoll/backstage-plugin-reliability-common';
import { useState } from 'react';
import { useScorecardChoice } from '../../../hooks/useScorecardChoice';
import { useRefreshService } from '../../../hooks/useServiceActions';
import { useTranslation } from '../../../hooks/useTranslation';
import { CheckExemptions } from '../exemptions/CheckExemptions';
import { LoadLineCard } from '../gate/LoadLineCard';
import { ServiceCampaigns } from '../campaigns/ServiceCampaigns';
import { FactsPanel } from './facts/FactsPanel';
import { ServiceHeader } from './header/ServiceHeader';
import { useRefreshWords } from './header/useRefreshWords';
import { HistoryPanel } from './history/HistoryPanel';
import { LevelLadder } from './ladder/LevelLadder';
import { NextSteps } from './next/NextSteps';
import { NotAssessed } from './NotAssessed';

const useStyles = makeStyles(theme => ({
  root: {
    display: 'grid',
    gridTemplateColumns: 'minmax(0, 1fr)',
    gap: theme.spacing(2),
  },
  status: { '&:empty': { display: 'none' } },
}));

export interface ServiceReportProps {
  service: ServiceResponse;
  /** Takes the answer of a write. */
  onChanged: (service: ServiceResponse) => void;
}

/** The tab of a service that is known: where it stands, what to do, why, since when, on what ground. */
export function ServiceReport({ service, onChanged }: ServiceReportProps) {
  const classes = useStyles();
  const { t } = useTranslation();
  const { report, choose } = useScorecardChoice(service.reports);
  const [tierWords, setTierWords] = useState('');
  const { state, run } = useRefreshService(service.entityRef, onChanged);
  const refreshWords = useRefreshWords(state, report);
  const startRefresh = () => {
    setTierWords('');
    run();
  };
  const tierChanged = (next: ServiceResponse) => {
    setTierWords(t('entity.tier.saved', { tier: next.tier.name }));
    onChanged(next);
  };
  return (
    <div className={classes.root}>
      <Typography variant="body2" role="status" className={classes.status}>
        {tierWords || refreshWords}
      </Typography>
      <LoadLineCard
        // Another tier, or facts that were read again, may be another answer.
        key={`${service.tier.id} ${report?.assessedAt}`}
        entityRef={service.entityRef}
      />
      {report ? (
        <>
          <ServiceHeader
            service={service}
            report={report}
            onChoose={choose}
            onChanged={tierChanged}
            refreshing={state.kind === 'running'}
            onRefresh={startRefresh}
          />
          <NextSteps report={report} facts={service.facts} />
          <ServiceCampaigns entityRef={service.entityRef} />
          <CheckExemptions entityRef={service.entityRef}>
            <LevelLadder report={report} facts={service.facts} />
          </CheckExemptions>
          <HistoryPanel entityRef={service.entityRef} report={report} />
        </>
      ) : (
        <NotAssessed busy={state.kind === 'running'} onRefresh={startRefresh} />
      )}
      <FactsPanel facts={service.facts} />
    </div>
  );
}

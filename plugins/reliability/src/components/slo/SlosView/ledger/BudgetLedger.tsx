import Typography from '@material-ui/core/Typography';
import { makeStyles } from '@material-ui/core/styles';
import type {
  ObjectiveEvaluationItem,
  SloLedgerResponse,
  SloResponse,
} from '@plimsoll/backstage-plugin-reliability-common';
import { useState } from 'react';
import { useSloLedger } from '../../../../hooks/incidents/useSloLedger';
import { useTranslation } from '../../../../hooks/useTranslation';
import { Async } from '../../../async';
import { SmallButton } from '../../../common';
import { SubSection } from '../parts/SubSection';
import { LedgerBar } from './LedgerBar';
import { LedgerTable } from './LedgerTable';
import { useLedgerSentence } from './useLedgerSentence';

const FEW = 8;

const useStyles = makeStyles(theme => ({
  root: {
    display: 'grid',
    gridTemplateColumns: 'minmax(0, 1fr)',
    gap: theme.spacing(1),
    '& > button': { justifySelf: 'start' },
  },
}));

function Ledger({ ledger }: { ledger: SloLedgerResponse }) {
  const classes = useStyles();
  const { t } = useTranslation();
  const [all, setAll] = useState(false);
  const sentence = useLedgerSentence(ledger);
  const { lines, unmeasured } = ledger;
  return (
    <div className={classes.root}>
      <Typography variant="body2">{sentence}</Typography>
      <LedgerBar ledger={ledger} />
      {unmeasured > 0 && (
        <Typography variant="body2">
          {t('ledger.unmeasured', { count: unmeasured })}
        </Typography>
      )}
      {lines.length === 0 ? (
        <Typography variant="body2">{t('ledger.none')}</Typography>
      ) : (
        <LedgerTable
          window={ledger.window}
          lines={all ? lines : lines.slice(0, FEW)}
        />
      )}
      {!all && lines.length > FEW && (
        <SmallButton onClick={() => setAll(true)}>
          {t('ledger.all', { count: lines.length })}
        </SmallButton>
      )}
    </div>
  );
}

/** Where the budget of an objective went: incidents, what was taken out, and what nobody explained. */
export function BudgetLedger(props: {
  slo: SloResponse;
  objective: ObjectiveEvaluationItem;
}) {
  const { slo, objective } = props;
  const { t } = useTranslation();
  const version = slo.corrections.map(({ id }) => id).join(' ');
  return (
    <SubSection title={t('ledger.title')}>
      <Async state={useSloLedger(slo.id, objective.id, version)} dense>
        {ledger => <Ledger ledger={ledger} />}
      </Async>
    </SubSection>
  );
}

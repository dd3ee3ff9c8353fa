import { Link } from '@backstage/core-components';
import Button from '@material-ui/core/Button';
import Typography from '@material-ui/core/Typography';
import { makeStyles } from '@material-ui/core/styles';
import type { GateAnswer } from '@plimsoll/backstage-plugin-reliability-common';
import { useState } from 'react';
import { useLinks } from '../../../../hooks/useLinks';
import { useRoute } from '../../../../hooks/useRoute';
import { useTranslation } from '../../../../hooks/useTranslation';
import { timeText } from '../../../../utils/incidents/times';
import { Async } from '../../../async';
import { Section } from '../../Section';
import { Demands } from './Demands';
import { Foot } from './Foot';
import { GateGauge } from './GateGauge';
import { LoadLineHead } from './LoadLineHead';
import { ReasonList } from './ReasonList';
import { WaiveDialog } from './WaiveDialog';
import { WaiversInForce } from './WaiversInForce';

const useStyles = makeStyles(theme => ({
  root: {
    ...theme.typography.body2,
    display: 'grid',
    gridTemplateColumns: 'minmax(0, 1fr)',
    gap: theme.spacing(2.5),
  },
  pair: {
    display: 'grid',
    gridTemplateColumns: 'minmax(0, 3fr) minmax(0, 2fr)',
    gap: theme.spacing(2.5, 5),
    alignItems: 'start',
    [theme.breakpoints.down('sm')]: { gridTemplateColumns: 'minmax(0, 1fr)' },
  },
  part: { display: 'grid', gap: theme.spacing(2) },
  status: { '&:empty': { display: 'none' } },
}));

function LoadLine(props: { answer: GateAnswer; onChanged: () => void }) {
  const { answer, onChanged } = props;
  const classes = useStyles();
  const { t } = useTranslation();
  const [waiving, setWaiving] = useState(false);
  const [said, setSaid] = useState('');
  const holds = answer.reasons.some(({ decision }) => decision === 'hold');
  const changed = (words: string) => {
    setWaiving(false);
    setSaid(words);
    onChanged();
  };
  return (
    <div className={classes.root}>
      <Typography variant="body2" role="status" className={classes.status}>
        {said}
      </Typography>
      <LoadLineHead
        answer={answer}
        action={
          answer.canWaive &&
          holds && (
            <Button
              size="small"
              variant="outlined"
              onClick={() => setWaiving(true)}
            >
              {t('gate.waive.open')}
            </Button>
          )
        }
      />
      <div className={classes.pair}>
        <div className={classes.part}>
          <ReasonList answer={answer} />
          <WaiversInForce
            answer={answer}
            onEnded={() => changed(t('gate.end.done'))}
          />
        </div>
        <div className={classes.part}>
          <GateGauge answer={answer} />
          <Demands answer={answer} />
        </div>
      </div>
      <Foot answer={answer} />
      {waiving && (
        <WaiveDialog
          answer={answer}
          onClose={() => setWaiving(false)}
          onWaived={({ until }) =>
            changed(t('gate.waive.done', { until: timeText(until) }))
          }
        />
      )}
    </div>
  );
}

/** May this service take more change now? The picture, the reasons with their sources, and what follows. */
export function LoadLineCard({ entityRef }: { entityRef: string }) {
  const { t } = useTranslation();
  const links = useLinks();
  const state = useRoute('getGate', { entityRef }, entityRef);
  return (
    <Section
      title={t('gate.title')}
      actions={<Link to={links.gate('policies')}>{t('gate.policies')}</Link>}
    >
      <Async state={state} dense>
        {answer => (
          <LoadLine
            answer={answer}
            onChanged={() => state.kind === 'ready' && state.reload()}
          />
        )}
      </Async>
    </Section>
  );
}

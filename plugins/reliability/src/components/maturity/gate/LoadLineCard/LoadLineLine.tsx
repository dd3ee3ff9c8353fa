import { Link } from '@backstage/core-components';
import Typography from '@material-ui/core/Typography';
import { makeStyles } from '@material-ui/core/styles';
import { useRoute } from '../../../../hooks/useRoute';
import { useServiceLink } from '../../../../hooks/useServiceLink';
import { useTranslation } from '../../../../hooks/useTranslation';
import { SmallButton } from '../../../common';
import { Hull } from '../Hull';
import { useRoomWords } from '../useRoomWords';
import { VerdictMark } from '../VerdictMark';
import type { GateAnswer } from '@plimsoll/backstage-plugin-reliability-common';

const useStyles = makeStyles(theme => ({
  root: {
    display: 'grid',
    gridTemplateColumns: '112px minmax(0, 1fr)',
    gap: theme.spacing(1.5),
    alignItems: 'center',
    minHeight: 60,
  },
  words: { display: 'grid', gap: theme.spacing(0.25) },
  line: { overflowWrap: 'anywhere' },
  first: {
    display: 'flex',
    flexWrap: 'wrap',
    gap: theme.spacing(0, 1.5),
    alignItems: 'center',
  },
  failed: {
    display: 'flex',
    flexWrap: 'wrap',
    gap: theme.spacing(1),
    alignItems: 'center',
  },
}));

/** The first reason, or that there is none. */
function Headline({ answer }: { answer: GateAnswer }) {
  const { t } = useTranslation();
  const [first] = answer.reasons;
  return <>{first ? first.text : t('gate.stateHelp.clear')}</>;
}

function Small({ answer }: { answer: GateAnswer }) {
  const classes = useStyles();
  const { t } = useTranslation();
  const tab = useServiceLink()(answer.entityRef);
  const { label, short } = useRoomWords(answer);
  return (
    <div className={classes.root}>
      <Hull answer={answer} label={label} />
      <div className={classes.words}>
        <Typography variant="body2" component="span" className={classes.first}>
          <VerdictMark
            decision={answer.decision}
            unknown={answer.state === 'unknown'}
          />
          <span>{short}</span>
          <Link to={tab} aria-label={t('gate.card.openLabel')}>
            {t('gate.card.open')}
          </Link>
        </Typography>
        <Typography variant="body2" component="span" className={classes.line}>
          <Headline answer={answer} />
        </Typography>
      </div>
    </div>
  );
}

/** The load line in one line, for the card on an entity's overview. */
export function LoadLineLine({ entityRef }: { entityRef: string }) {
  const classes = useStyles();
  const { t } = useTranslation();
  const state = useRoute('getGate', { entityRef }, entityRef);
  if (state.kind === 'ready') return <Small answer={state.value} />;
  if (state.kind === 'loading') {
    return (
      <div
        className={classes.root}
        role="status"
        aria-busy="true"
        aria-label={t('common.loading')}
      />
    );
  }
  return (
    <Typography variant="body2" component="div" className={classes.failed}>
      <span>{t('gate.card.failed')}</span>
      <SmallButton onClick={state.retry}>{t('common.retry')}</SmallButton>
    </Typography>
  );
}

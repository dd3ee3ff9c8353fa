import Typography from '@material-ui/core/Typography';
import { makeStyles } from '@material-ui/core/styles';
import SignedIcon from '@material-ui/icons/CheckCircle';
import RequestedIcon from '@material-ui/icons/HourglassEmpty';
import OpenIcon from '@material-ui/icons/RadioButtonUnchecked';
import ReturnedIcon from '@material-ui/icons/Reply';
import LapsedIcon from '@material-ui/icons/ReportProblemOutlined';
import ReadyIcon from '@material-ui/icons/ThumbUpOutlined';
import type { PhaseState } from '@plimsoll/backstage-plugin-reliability-common';
import { useTranslation } from '../../../../hooks/useTranslation';
import { statusColors } from '../../../common';
import { SmallButton } from '../../parts';
import type { ReviewRights } from '../types';
import { ReturnedComment } from './ReturnedComment';
import { standingOf, type PhaseStanding } from './phaseStanding';

const useStyles = makeStyles(theme => ({
  root: {
    padding: theme.spacing(1.25, 1.5),
    border: `1px solid ${theme.palette.divider}`,
    borderRadius: theme.shape.borderRadius,
    minWidth: 0,
  },
  title: { fontWeight: 600, overflowWrap: 'anywhere' },
  line: {
    display: 'flex',
    alignItems: 'center',
    gap: theme.spacing(0.75),
    minHeight: 28,
    '& svg': { fontSize: 18, color: theme.palette.text.secondary },
  },
  good: { '& svg': { color: statusColors(theme).good } },
  warn: { '& svg': { color: statusColors(theme).warn } },
  actions: { display: 'flex', gap: theme.spacing(1), marginTop: 4 },
}));

const icons = {
  signedOff: SignedIcon,
  lapsed: LapsedIcon,
  requested: RequestedIcon,
  returned: ReturnedIcon,
  open: OpenIcon,
  ready: ReadyIcon,
};
const tones: Partial<Record<PhaseStanding, 'good' | 'warn'>> = {
  signedOff: 'good',
  lapsed: 'warn',
  returned: 'warn',
};

export interface PhaseStepProps {
  phase: PhaseState;
  /** From 1. */
  number: number;
  rights: ReviewRights;
  onAsk: () => void;
  onReview: (review: string) => void;
}

/** One phase: what of it is met, where its sign-off is, and the next step towards it. */
export function PhaseStep(props: PhaseStepProps) {
  const { phase, number, rights, onAsk, onReview } = props;
  const classes = useStyles();
  const { t } = useTranslation();
  const standing = standingOf(phase);
  const Icon = icons[standing];
  const tone = tones[standing];
  const open = phase.review?.state === 'requested' ? phase.review : undefined;
  const reviewWords = t(
    rights.mayReview ? 'readiness.phase.review' : 'readiness.phase.look',
  );
  return (
    <li className={classes.root}>
      <Typography variant="body2" component="h3" className={classes.title}>
        {`${number}. ${phase.title}`}
      </Typography>
      <Typography variant="body2" color="textSecondary">
        {phase.requiredTotal > 0
          ? t('readiness.phase.required', {
              met: String(phase.requiredMet),
              total: String(phase.requiredTotal),
            })
          : t('readiness.phase.optional')}
      </Typography>
      <Typography
        variant="body2"
        component="div"
        className={`${classes.line} ${tone ? classes[tone] : ''}`}
      >
        <Icon aria-hidden="true" />
        {standing === 'open'
          ? t('readiness.phase.open', { count: phase.blocking.length })
          : t(`readiness.phase.${standing}`)}
      </Typography>
      {standing === 'returned' && phase.review && (
        <ReturnedComment review={phase.review} />
      )}
      <div className={classes.actions}>
        {open ? (
          <SmallButton
            onClick={() => onReview(open.id)}
            aria-label={`${reviewWords}: ${phase.title}`}
          >
            {reviewWords}
          </SmallButton>
        ) : (
          rights.mayAnswer && (
            <SmallButton
              onClick={onAsk}
              aria-label={`${t('readiness.phase.ask')}: ${phase.title}`}
            >
              {t('readiness.phase.ask')}
            </SmallButton>
          )
        )}
      </div>
    </li>
  );
}

import Typography from '@material-ui/core/Typography';
import { makeStyles } from '@material-ui/core/styles';
import MeetsIcon from '@material-ui/icons/CheckCircle';
import BelowIcon from '@material-ui/icons/ReportProblemOutlined';
import type {
  ObjectiveEvaluationItem,
  SloResponse,
} from '@plimsoll/backstage-plugin-reliability-common';
import { useTranslation } from '../../../hooks/useTranslation';
import { spanText, targetText } from '../../../utils/slo/numbers';
import { SafeMarkdown, statusColors } from '../../common';
import { useSloWords } from '../common';

const useStyles = makeStyles(theme => ({
  root: { display: 'grid', gap: theme.spacing(0.75), maxWidth: '90ch' },
  tier: {
    display: 'flex',
    alignItems: 'flex-start',
    gap: theme.spacing(0.75),
    '& svg': { flex: 'none', fontSize: 18, marginTop: 1 },
  },
  meets: { '& svg': { color: statusColors(theme).good } },
  below: { '& svg': { color: statusColors(theme).warn } },
}));

function TierLine(props: { slo: SloResponse; tierTarget: number }) {
  const { slo, tierTarget } = props;
  const classes = useStyles();
  const { t } = useTranslation();
  const meets = slo.target >= tierTarget;
  const Icon = meets ? MeetsIcon : BelowIcon;
  const words = { tier: slo.tier.name, target: targetText(tierTarget) };
  return (
    <Typography
      variant="body2"
      className={`${classes.tier} ${meets ? classes.meets : classes.below}`}
    >
      <Icon aria-hidden="true" />
      {t(meets ? 'slo.promise.tierMet' : 'slo.promise.tierMissed', words)}
    </Typography>
  );
}

/** What is promised, in one sentence; what failure that leaves room for; whether the tier is met. */
export function PromiseText(props: {
  slo: SloResponse;
  shown: ObjectiveEvaluationItem | undefined;
  tierTarget: number | null;
}) {
  const { slo, shown, tierTarget } = props;
  const classes = useStyles();
  const { t } = useTranslation();
  const words = useSloWords();
  const { remaining = null, remainingMs = null } = shown?.budget ?? {};
  const wholeMs = remaining && remainingMs ? remainingMs / remaining : null;
  return (
    <div className={classes.root}>
      {slo.description && <SafeMarkdown text={slo.description} />}
      <Typography variant="body2">
        {t(`slo.promise.${slo.method}`, {
          target: targetText(shown?.target ?? slo.target),
          window: words.window(slo.window),
          slice: spanText(shown?.slices?.lengthMs ?? 0),
        })}{' '}
        {wholeMs !== null &&
          t('slo.promise.budget', {
            share: targetText(1_000_000 - (shown?.target ?? slo.target)),
            time: spanText(wholeMs),
          })}
      </Typography>
      {tierTarget !== null && <TierLine slo={slo} tierTarget={tierTarget} />}
    </div>
  );
}

import { makeStyles } from '@material-ui/core/styles';
import { useTranslation } from '../../../hooks/useTranslation';
import { targetText } from '../../../utils/slo/numbers';
import { useSloWords } from '../common';
import type { TrialObjective } from './trialPoints';

const useStyles = makeStyles(theme => ({
  root: {
    display: 'grid',
    gridTemplateColumns: 'repeat(auto-fit, minmax(min(100%, 220px), 1fr))',
    gap: theme.spacing(2),
    margin: 0,
  },
  label: { fontSize: '0.75rem', color: theme.palette.text.secondary },
  value: {
    margin: 0,
    fontSize: '1.25rem',
    fontWeight: 600,
    lineHeight: 1.4,
    fontVariantNumeric: 'tabular-nums',
  },
  text: { margin: 0, fontSize: '0.8125rem' },
}));

/** What is left at the end of a trial run, and the target that would have held. */
export function TrialFigures({ objective }: { objective: TrialObjective }) {
  const { points, target, suggestedTarget } = objective;
  const classes = useStyles();
  const { t } = useTranslation();
  const words = useSloWords();
  const last = points[points.length - 1]?.remaining ?? null;
  const suggestion = () => {
    if (suggestedTarget === null) return t('sloDraft.trial.suggestedNone');
    const numbers = {
      suggested: targetText(suggestedTarget),
      target: targetText(target),
    };
    if (suggestedTarget === target) return t('sloDraft.trial.suggestedSame');
    return suggestedTarget > target
      ? t('sloDraft.trial.suggestedHigher', numbers)
      : t('sloDraft.trial.suggestedLower', numbers);
  };
  return (
    <dl className={classes.root}>
      <div>
        <dt className={classes.label}>{t('sloDraft.trial.end')}</dt>
        <dd className={classes.value}>{words.budget(last)}</dd>
        <dd className={classes.text}>
          {t('slo.tiles.promised', { target: targetText(target) })}
        </dd>
      </div>
      <div>
        <dt className={classes.label}>{t('sloDraft.trial.suggested')}</dt>
        <dd className={classes.value}>
          {suggestedTarget === null
            ? t('sloDraft.trial.none')
            : targetText(suggestedTarget)}
        </dd>
        <dd className={classes.text}>{suggestion()}</dd>
      </div>
    </dl>
  );
}

import Typography from '@material-ui/core/Typography';
import { makeStyles } from '@material-ui/core/styles';
import { useTranslation } from '../../../../hooks/useTranslation';
import { dayText } from '../../../../utils/dates';
import type { Watch } from '../../nextStep';

const useStyles = makeStyles(theme => ({
  list: { margin: 0, paddingLeft: theme.spacing(2.5) },
}));

const SHOWN = 3;

function WatchText({ watch }: { watch: Watch }) {
  const { t } = useTranslation();
  const date = dayText(watch.at);
  switch (watch.kind) {
    case 'exempt':
      return <>{t('entity.next.topExempt', { check: watch.check, date })}</>;
    case 'scheduled':
      return <>{t('entity.next.topScheduled', { check: watch.check, date })}</>;
    default:
      return <>{t('entity.next.topStale', { fact: watch.fact, date })}</>;
  }
}

/** At the top: what would end it, soonest first. */
export function KeepIt({ watch }: { watch: readonly Watch[] }) {
  const classes = useStyles();
  const { t } = useTranslation();
  if (watch.length === 0) {
    return (
      <Typography variant="body2" color="textSecondary">
        {t('entity.next.topQuiet')}
      </Typography>
    );
  }
  return (
    <ul className={classes.list}>
      {watch.slice(0, SHOWN).map(item => (
        <Typography
          key={`${item.kind} ${item.at} ${
            item.kind === 'stale' ? item.fact : item.check
          }`}
          variant="body2"
          component="li"
        >
          <WatchText watch={item} />
        </Typography>
      ))}
    </ul>
  );
}

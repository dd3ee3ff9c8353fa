import { makeStyles } from '@material-ui/core/styles';
import type { CheckReport } from '@plimsoll/backstage-plugin-reliability-common';
import { useTranslation } from '../../../../hooks/useTranslation';
import { durationText } from '../../../../utils/dates';
import { TimeAgo } from '../../../common';
import { FactValue } from '../../FactValue';
import { Rule } from '../../Rule';

const useStyles = makeStyles(theme => ({
  root: { '& + &': { marginTop: theme.spacing(0.5) } },
  origin: { color: theme.palette.text.secondary },
}));

type Observed = CheckReport['actual'][number];

/** When a value was seen, and how long it held where it is stale. */
function Seen(props: { fact: Observed; expiresAt?: string }) {
  const { fact, expiresAt } = props;
  const { t } = useTranslation();
  if (!fact.at) return null;
  const ago = <TimeAgo at={fact.at} />;
  if (fact.state !== 'stale') return <>{t('entity.check.seen', { ago })}</>;
  const lasted = expiresAt && Date.parse(expiresAt) - Date.parse(fact.at);
  return lasted ? (
    <>{t('entity.check.staleValid', { ago, ttl: durationText(lasted) })}</>
  ) : (
    <>{t('entity.check.stale', { ago })}</>
  );
}

/** One value that a check saw: its name, itself, when it was seen and by whom. */
export function ObservedValue(props: { fact: Observed; expiresAt?: string }) {
  const { fact, expiresAt } = props;
  const classes = useStyles();
  const { t } = useTranslation();
  return (
    <li className={classes.root}>
      <Rule text={fact.path} />
      {': '}
      {fact.state === 'absent' ? (
        t('entity.check.absent')
      ) : (
        <>
          <FactValue value={fact.value} unit={fact.unit} />{' '}
          <span className={classes.origin}>
            (
            <Seen fact={fact} expiresAt={expiresAt} />
            {fact.at && fact.source && ', '}
            {fact.source && t('entity.check.from', { source: fact.source })})
          </span>
        </>
      )}
    </li>
  );
}

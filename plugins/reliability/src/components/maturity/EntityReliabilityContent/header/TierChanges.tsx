import Typography from '@material-ui/core/Typography';
import { makeStyles } from '@material-ui/core/styles';
import type { TierChange } from '@plimsoll/backstage-plugin-reliability-common';
import { useTierHistory } from '../../../../hooks/useTierHistory';
import { useTranslation } from '../../../../hooks/useTranslation';
import { dayText } from '../../../../utils/dates';
import { Async } from '../../../async';
import { Person } from '../../Person';

const useStyles = makeStyles(theme => ({
  list: {
    margin: theme.spacing(0.5, 0, 1),
    paddingLeft: theme.spacing(2.5),
    overflowWrap: 'anywhere',
  },
}));

const SHOWN = 5;

function Change({ change }: { change: TierChange }) {
  const { t } = useTranslation();
  const who = <Person name={change.by} />;
  const date = dayText(change.at);
  return change.action === 'set' ? (
    <>
      {t('entity.tier.earlierSet', {
        tier: change.tier ?? '',
        who,
        date,
        reason: change.reason,
      })}
    </>
  ) : (
    <>{t('entity.tier.earlierRemoved', { who, date })}</>
  );
}

/** Who set the tier by hand before, when and why; nothing where nobody did. */
export function TierChanges({ entityRef }: { entityRef: string }) {
  const classes = useStyles();
  const { t } = useTranslation();
  const changes = useTierHistory(entityRef, SHOWN);
  return (
    <Async state={changes} loading={<></>} dense>
      {({ items }) =>
        items.length > 0 && (
          <>
            <Typography variant="subtitle2" component="h3">
              {t('entity.tier.earlier')}
            </Typography>
            <ul className={classes.list}>
              {items.map(change => (
                <Typography
                  key={`${change.at} ${change.action}`}
                  variant="body2"
                  component="li"
                >
                  <Change change={change} />
                </Typography>
              ))}
            </ul>
          </>
        )
      }
    </Async>
  );
}

import Typography from '@material-ui/core/Typography';
import { makeStyles } from '@material-ui/core/styles';
import type { DossierChange } from '@plimsoll/backstage-plugin-reliability-common';
import { useId, useState } from 'react';
import { useTranslation } from '../../../../hooks/useTranslation';
import { Badge, Detail, Details, SmallButton } from '../../parts';

const useStyles = makeStyles(theme => ({
  list: { margin: theme.spacing(1, 0, 0), padding: 0, listStyle: 'none' },
  item: { '& + &': { marginTop: theme.spacing(1.5) } },
  title: { fontWeight: 600, marginRight: theme.spacing(1) },
}));

/** What is not as it was signed; closed until somebody wants to see it. */
export function ChangesSince(props: { changes: readonly DossierChange[] }) {
  const { changes } = props;
  const classes = useStyles();
  const { t } = useTranslation();
  const [open, setOpen] = useState(false);
  const id = useId();
  if (changes.length === 0) {
    return (
      <Typography variant="body2">
        {t('readiness.signOff.unchanged')}
      </Typography>
    );
  }
  return (
    <>
      <SmallButton
        quiet
        aria-expanded={open}
        aria-controls={id}
        onClick={() => setOpen(!open)}
      >
        {t('readiness.signOff.changed', { count: changes.length })}
      </SmallButton>
      <ul id={id} hidden={!open} className={classes.list}>
        {changes.map(change => (
          <Typography
            key={`${change.itemId} ${change.kind}`}
            variant="body2"
            component="li"
            className={classes.item}
          >
            <span className={classes.title}>{change.title}</span>
            <Badge>{t(`readiness.signOff.kinds.${change.kind}`)}</Badge>
            <Details>
              <Detail label={t('readiness.signOff.was')}>
                {change.before}
              </Detail>
              <Detail label={t('readiness.signOff.now')}>{change.after}</Detail>
            </Details>
          </Typography>
        ))}
      </ul>
    </>
  );
}

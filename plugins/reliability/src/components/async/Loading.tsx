import LinearProgress from '@material-ui/core/LinearProgress';
import { makeStyles } from '@material-ui/core/styles';
import { useEffect, useState } from 'react';
import { useTranslation } from '../../hooks/useTranslation';

const useStyles = makeStyles(theme => ({
  root: { padding: theme.spacing(4, 0), minHeight: theme.spacing(9) },
}));

/** A thin bar, shown only when loading takes long enough to be noticed. */
export function Loading() {
  const classes = useStyles();
  const { t } = useTranslation();
  const [visible, setVisible] = useState(false);
  useEffect(() => {
    const timer = setTimeout(() => setVisible(true), 250);
    return () => clearTimeout(timer);
  }, []);
  return (
    <div className={classes.root} data-testid="progress">
      {visible && <LinearProgress aria-label={t('common.loading')} />}
    </div>
  );
}

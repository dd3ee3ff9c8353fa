import { makeStyles } from '@material-ui/core/styles';
import UpdateIcon from '@material-ui/icons/Update';
import { useTranslation } from '../../../hooks/useTranslation';
import { visuallyHidden } from '../../common';

const useStyles = makeStyles(theme => ({
  root: {
    marginLeft: 6,
    verticalAlign: 'middle',
    color: theme.palette.text.secondary,
    '& svg': { fontSize: 16, display: 'block' },
    display: 'inline-block',
  },
  hidden: visuallyHidden,
}));

/** The rules changed since this service was assessed. */
export function OutdatedMark() {
  const classes = useStyles();
  const { t } = useTranslation();
  const words = t('ranking.table.outdated');
  return (
    <span className={classes.root} title={words}>
      <UpdateIcon aria-hidden="true" />
      <span className={classes.hidden}>{words}</span>
    </span>
  );
}

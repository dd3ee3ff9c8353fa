import { makeStyles } from '@material-ui/core/styles';
import { useTranslation } from '../../hooks/useTranslation';

const useStyles = makeStyles(theme => ({
  root: {
    display: 'inline-block',
    padding: '0 6px',
    border: `1px dashed ${theme.palette.text.secondary}`,
    borderRadius: 4,
    fontSize: '0.75rem',
    lineHeight: '18px',
    whiteSpace: 'nowrap',
    color: theme.palette.text.secondary,
  },
}));

/** Says of a check that it does not count (yet); draws nothing for one that does. */
export function EnforcementChip(props: {
  enforcement: 'enforced' | 'scheduled' | 'planned';
  enforceFrom?: string;
}) {
  const { enforcement, enforceFrom = '' } = props;
  const classes = useStyles();
  const { t } = useTranslation();
  switch (enforcement) {
    case 'planned':
      return (
        <span
          className={classes.root}
          title={t('common.enforcement.plannedHelp')}
        >
          {t('common.enforcement.planned')}
        </span>
      );
    case 'scheduled':
      return (
        <span
          className={classes.root}
          title={t('common.enforcement.scheduledHelp')}
        >
          {t('common.enforcement.scheduled', {
            date: enforceFrom.slice(0, 10),
          })}
        </span>
      );
    default:
      return null;
  }
}

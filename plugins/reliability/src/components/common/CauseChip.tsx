import { makeStyles } from '@material-ui/core/styles';
import FirstIcon from '@material-ui/icons/FlagOutlined';
import RuleIcon from '@material-ui/icons/GavelOutlined';
import DataIcon from '@material-ui/icons/StorageOutlined';
import ServiceIcon from '@material-ui/icons/WidgetsOutlined';
import type { ChangeCause } from '@plimsoll/backstage-plugin-reliability-common';
import { useTranslation } from '../../hooks/useTranslation';

const useStyles = makeStyles(theme => ({
  root: {
    display: 'inline-flex',
    alignItems: 'center',
    gap: theme.spacing(0.5),
    whiteSpace: 'nowrap',
    fontSize: '0.75rem',
    color: theme.palette.text.secondary,
    '& svg': { fontSize: 14 },
  },
}));

const icons = {
  service: ServiceIcon,
  rule: RuleIcon,
  data: DataIcon,
  first: FirstIcon,
};

/** Why a step in the history happened; `null` is the first assessment. */
export function CauseChip({ cause }: { cause: ChangeCause | null }) {
  const classes = useStyles();
  const { t } = useTranslation();
  const key = cause ?? 'first';
  const Icon = icons[key];
  return (
    <span className={classes.root} title={t(`common.cause.${key}Help`)}>
      <Icon aria-hidden="true" />
      {t(`common.cause.${key}`)}
    </span>
  );
}

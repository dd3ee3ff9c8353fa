import { makeStyles } from '@material-ui/core/styles';
import ProviderIcon from '@material-ui/icons/CloudOutlined';
import DerivedIcon from '@material-ui/icons/FunctionsOutlined';
import LinkIcon from '@material-ui/icons/Link';
import PersonIcon from '@material-ui/icons/PersonOutline';
import type {
  IncidentServiceItem,
  Provenance,
} from '@plimsoll/backstage-plugin-reliability-common';
import { useTranslation } from '../../../hooks/useTranslation';

const useStyles = makeStyles(theme => ({
  root: {
    display: 'inline-flex',
    alignItems: 'center',
    gap: theme.spacing(0.5),
    fontSize: '0.75rem',
    color: theme.palette.text.secondary,
    '& svg': { fontSize: 14 },
  },
}));

const icons = {
  provider: ProviderIcon,
  derived: DerivedIcon,
  person: PersonIcon,
  mapping: LinkIcon,
  annotation: LinkIcon,
};

/** Who says so. */
export function ProvenanceMark(props: {
  from: Provenance | IncidentServiceItem['from'];
}) {
  const { from } = props;
  const classes = useStyles();
  const { t } = useTranslation();
  const Icon = icons[from];
  return (
    <span className={classes.root}>
      <Icon aria-hidden="true" />
      {t(`incident.from.${from}`)}
    </span>
  );
}

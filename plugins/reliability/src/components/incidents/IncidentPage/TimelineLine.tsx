import { Link } from '@backstage/core-components';
import { makeStyles } from '@material-ui/core/styles';
import EngagedIcon from '@material-ui/icons/GroupAddOutlined';
import PageIcon from '@material-ui/icons/NotificationsActiveOutlined';
import ReopenedIcon from '@material-ui/icons/Replay';
import StampIcon from '@material-ui/icons/AccessTime';
import ChangeIcon from '@material-ui/icons/CallSplit';
import UpdateIcon from '@material-ui/icons/ChatBubbleOutline';
import type { TimelineEvent } from '@plimsoll/backstage-plugin-reliability-common';
import { useTranslation } from '../../../hooks/useTranslation';
import { webAddress } from '../../../utils/oncall/addresses';
import { OncallPerson } from '../../oncall/common';
import { Moment, ProvenanceMark } from '../common';

const useStyles = makeStyles(theme => ({
  root: {
    display: 'grid',
    gridTemplateColumns: '24px 170px minmax(0, 1fr)',
    gap: theme.spacing(0.25, 1),
    padding: theme.spacing(0.75, 0),
    fontSize: '0.875rem',
    borderBottom: `1px solid ${theme.palette.divider}`,
    '& svg[data-kind]': {
      fontSize: 18,
      marginTop: 2,
      color: theme.palette.text.secondary,
    },
    [theme.breakpoints.down('xs')]: {
      gridTemplateColumns: '24px minmax(0, 1fr)',
      '& > :nth-child(3)': { gridColumn: 2 },
    },
  },
  time: { color: theme.palette.text.secondary, fontSize: '0.8125rem' },
  what: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    gap: theme.spacing(0.25, 1.5),
    minWidth: 0,
    overflowWrap: 'anywhere',
  },
  kind: { fontWeight: 600 },
  text: { flexBasis: '100%', whiteSpace: 'pre-wrap' },
}));

const icons = {
  stamp: StampIcon,
  reopened: ReopenedIcon,
  update: UpdateIcon,
  page: PageIcon,
  engaged: EngagedIcon,
  change: ChangeIcon,
};

const names = {
  reopened: 'reopened',
  update: 'update',
  page: 'paged',
  engaged: 'engaged',
  change: 'change',
} as const;

/** One event: when, what, who, and who says so. */
export function TimelineLine({ event }: { event: TimelineEvent }) {
  const { kind, stamp, text, from, person, url } = event;
  const classes = useStyles();
  const { t } = useTranslation();
  const Icon = icons[kind];
  const page = webAddress(url);
  const name =
    kind === 'stamp'
      ? stamp && t(`incident.stamp.${stamp}`)
      : t(`incidentPage.timeline.${names[kind]}`);
  const repeats = kind === 'page' || kind === 'stamp' || kind === 'engaged';
  return (
    <li className={classes.root}>
      <Icon aria-hidden="true" data-kind={kind} />
      <span className={classes.time}>
        <Moment at={event.at} />
      </span>
      <div className={classes.what}>
        <span className={classes.kind}>{name ?? text}</span>
        {person && <OncallPerson person={person} />}
        {kind !== 'change' && <ProvenanceMark from={from} />}
        {page && <Link to={page}>{t('incidentPage.timeline.source')}</Link>}
        {text && !repeats && <div className={classes.text}>{text}</div>}
      </div>
    </li>
  );
}

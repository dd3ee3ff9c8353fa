import { Link } from '@backstage/core-components';
import Typography from '@material-ui/core/Typography';
import { makeStyles } from '@material-ui/core/styles';
import ReadIcon from '@material-ui/icons/CheckCircle';
import PendingIcon from '@material-ui/icons/HourglassEmpty';
import WarningIcon from '@material-ui/icons/ReportProblemOutlined';
import FailedIcon from '@material-ui/icons/Cancel';
import type { ServiceSlosResponse } from '@plimsoll/backstage-plugin-reliability-common';
import { useTranslation } from '../../../../hooks/useTranslation';
import { isHttpUrl } from '../../../../utils/readiness/httpUrl';
import { statusColors, TimeAgo } from '../../../common';
import { Section } from '../../../maturity/Section';
import { Diagnostics } from '../../common';

const useStyles = makeStyles(theme => ({
  list: {
    display: 'grid',
    gridTemplateColumns: 'minmax(0, 1fr)',
    gap: theme.spacing(2),
    margin: 0,
    padding: 0,
    listStyle: 'none',
  },
  head: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    gap: theme.spacing(0.25, 1),
    '& svg': { fontSize: 18, color: theme.palette.text.secondary },
  },
  name: { fontWeight: 600, overflowWrap: 'anywhere' },
  quiet: { color: theme.palette.text.secondary, overflowWrap: 'anywhere' },
  good: { '& svg': { color: statusColors(theme).good } },
  warn: { '& svg': { color: statusColors(theme).warn } },
  bad: { '& svg': { color: statusColors(theme).bad } },
}));

type File = ServiceSlosResponse['files'][number];

function faceOf({ state, diagnostics }: File) {
  const has = (severity: string) =>
    diagnostics.some(item => item.severity === severity);
  if (state === 'failed') return { Icon: FailedIcon, tone: 'bad' } as const;
  if (state === 'pending') return { Icon: PendingIcon } as const;
  if (has('error')) return { Icon: FailedIcon, tone: 'bad' } as const;
  return has('warning')
    ? ({ Icon: WarningIcon, tone: 'warn' } as const)
    : ({ Icon: ReadIcon, tone: 'good' } as const);
}

function DocumentFile({ file }: { file: File }) {
  const classes = useStyles();
  const { t } = useTranslation();
  const { Icon, tone } = faceOf(file);
  return (
    <li>
      <Typography
        variant="body2"
        component="div"
        className={`${classes.head} ${tone ? classes[tone] : ''}`}
      >
        <Icon aria-hidden="true" />
        <span className={classes.name}>
          {file.url && isHttpUrl(file.url) ? (
            <Link to={file.url} target="_blank" underline="always">
              {file.file}
            </Link>
          ) : (
            file.file
          )}
        </span>
        <span className={classes.quiet}>
          {t(`slo.documents.state.${file.state}`)}{' '}
          {file.readAt && <TimeAgo at={file.readAt} />}
          {file.state === 'read' &&
            file.diagnostics.length === 0 &&
            `, ${t('slo.documents.clean')}`}
        </span>
      </Typography>
      {file.error && (
        <Typography variant="body2" className={classes.quiet}>
          {file.error}
        </Typography>
      )}
      <Diagnostics items={file.diagnostics} hideFile />
    </li>
  );
}

/** The files that the entity names, and what is wrong in them, line by line. */
export function DocumentFiles(props: { files: readonly File[] }) {
  const classes = useStyles();
  const { t } = useTranslation();
  if (props.files.length === 0) return null;
  return (
    <Section title={t('slo.documents.title')}>
      <ul className={classes.list}>
        {props.files.map(file => (
          <DocumentFile key={file.file} file={file} />
        ))}
      </ul>
    </Section>
  );
}

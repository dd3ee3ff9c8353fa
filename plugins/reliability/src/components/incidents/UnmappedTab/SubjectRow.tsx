import { Link } from '@backstage/core-components';
import { makeStyles } from '@material-ui/core/styles';
import type { UnmappedSubject } from '@plimsoll/backstage-plugin-reliability-common';
import { useLinks } from '../../../hooks/useLinks';
import { useTranslation } from '../../../hooks/useTranslation';
import { webAddress } from '../../../utils/oncall/addresses';
import { providerName } from '../../../utils/oncall/providers';
import { Badge, TimeAgo } from '../../common';
import { SubjectActions } from './SubjectActions';

const useStyles = makeStyles(theme => ({
  root: {
    display: 'grid',
    gridTemplateColumns: 'minmax(0, 2fr) minmax(0, 3fr)',
    gap: theme.spacing(1, 3),
    padding: theme.spacing(1.5, 0),
    overflowWrap: 'anywhere',
    '& + &': { borderTop: `1px solid ${theme.palette.divider}` },
    [theme.breakpoints.down('sm')]: { gridTemplateColumns: 'minmax(0, 1fr)' },
  },
  title: { fontWeight: 600, marginRight: theme.spacing(1) },
  quiet: { fontSize: '0.8125rem', color: theme.palette.text.secondary },
  line: { display: 'flex', flexWrap: 'wrap', gap: theme.spacing(0, 1.5) },
}));

/** One thing at a provider: what it is called there, its incidents, and what it may be. */
export function SubjectRow(props: {
  subject: UnmappedSubject;
  onChanged: (sentence: string) => void;
}) {
  const { subject, onChanged } = props;
  const { label, id, kind, account, provider, lastIncident } = subject;
  const classes = useStyles();
  const { t } = useTranslation();
  const links = useLinks();
  const url = webAddress(subject.url);
  const name = label ?? id;
  return (
    <li className={classes.root}>
      <div>
        <div>
          <span className={classes.title}>
            {url ? <Link to={url}>{name}</Link> : name}
          </span>
          {subject.ignored && (
            <Badge>{t('incidentAdmin.unmapped.ignored')}</Badge>
          )}
        </div>
        <div className={classes.quiet}>
          {provider === 'portal'
            ? t('incidentPage.recordedHere')
            : `${providerName(provider)}, ${account}, ${kind}`}
          {label && provider !== 'portal' && ` ${id}`}
        </div>
        <div className={`${classes.line} ${classes.quiet}`}>
          <span>
            {t('incidentAdmin.unmapped.incidents', {
              count: subject.incidents,
            })}
          </span>
          <span>
            {t('incidentAdmin.unmapped.last')}{' '}
            <Link to={links.incident(lastIncident.id)}>
              {`${lastIncident.reference}: ${lastIncident.title}`}
            </Link>
            , <TimeAgo at={subject.lastAt} />
          </span>
        </div>
      </div>
      <SubjectActions subject={subject} name={name} onChanged={onChanged} />
    </li>
  );
}

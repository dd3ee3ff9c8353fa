import { Link } from '@backstage/core-components';
import { EntityRefLink } from '@backstage/plugin-catalog-react';
import Typography from '@material-ui/core/Typography';
import { makeStyles } from '@material-ui/core/styles';
import type { PostmortemResponse } from '@plimsoll/backstage-plugin-reliability-common';
import { useLinks } from '../../../hooks/useLinks';
import { useTranslation } from '../../../hooks/useTranslation';
import { TimeAgo } from '../../common';
import { Person } from '../../maturity/Person';
import { PostmortemMark, SeverityChip } from '../common';
import { useDueSentence } from './useDueSentence';

const useStyles = makeStyles(theme => ({
  root: { display: 'grid', gap: theme.spacing(0.75) },
  line: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    gap: theme.spacing(0.5, 1.5),
  },
  title: { overflowWrap: 'anywhere' },
}));

/** The date that counts next; none once it is published. */
const nextDue = (postmortem: PostmortemResponse) => {
  const { state, draftDueAt, publishDueAt, exists } = postmortem;
  if (state === 'published') return null;
  return exists ? publishDueAt ?? draftDueAt : draftDueAt ?? publishDueAt;
};

/** Of which incident it is, how far it is, and when it is due. */
export function PostmortemHead({
  postmortem,
}: {
  postmortem: PostmortemResponse;
}) {
  const { incident, services, state, version } = postmortem;
  const classes = useStyles();
  const { t } = useTranslation();
  const links = useLinks();
  const due = useDueSentence(postmortem);
  const who = [
    { words: t('postmortem.by.begun'), name: postmortem.author },
    {
      words: t('postmortem.by.changed'),
      name: postmortem.updatedBy,
      at: postmortem.updatedAt,
    },
    {
      words: t('postmortem.by.published'),
      name: postmortem.reviewer,
      at: postmortem.publishedAt,
    },
  ].filter(({ name }) => name);
  return (
    <header className={classes.root}>
      <Typography variant="h5" component="h2" className={classes.title}>
        {t('postmortem.title', { reference: incident.reference })}
      </Typography>
      <div className={classes.line}>
        <SeverityChip severity={incident.severity} />
        <Link to={links.incident(incident.id)}>
          {`${incident.reference}: ${incident.title}`}
        </Link>
        {services.map(({ entityRef, title }) => (
          <EntityRefLink
            key={entityRef}
            entityRef={entityRef}
            title={title}
            hideIcon
          />
        ))}
      </div>
      <div className={classes.line}>
        <PostmortemMark state={state} dueAt={nextDue(postmortem)} />
        {due && <span>{due}</span>}
      </div>
      {who.length > 0 && (
        <Typography variant="body2" className={classes.line} component="div">
          {who.map(({ words, name, at }) => (
            <span key={words}>
              {words} <Person name={name!} />
              {at && (
                <>
                  , <TimeAgo at={at} />
                </>
              )}
            </span>
          ))}
          <span>
            {t('postmortem.by.version', { version: String(version) })}
          </span>
        </Typography>
      )}
    </header>
  );
}

import { makeStyles } from '@material-ui/core/styles';
import type { UnmappedSubject } from '@plimsoll/backstage-plugin-reliability-common';
import { useState } from 'react';
import {
  useMapSubject,
  useUnmapSubject,
} from '../../../hooks/incidents/useUnmapped';
import { useTranslation } from '../../../hooks/useTranslation';
import { refusalOf, SmallButton } from '../../common';
import { MapDialog } from './MapDialog';

const useStyles = makeStyles(theme => ({
  root: { display: 'grid', gap: theme.spacing(1), alignContent: 'start' },
  list: {
    display: 'grid',
    gap: theme.spacing(0.75),
    margin: 0,
    padding: 0,
    listStyle: 'none',
    '&:empty': { display: 'none' },
  },
  line: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    gap: theme.spacing(0.5, 1),
  },
  quiet: { fontSize: '0.8125rem', color: theme.palette.text.secondary },
}));

/** What a thing at a provider may be, and the ways to say what it is. */
export function SubjectActions(props: {
  subject: UnmappedSubject;
  name: string;
  onChanged: (sentence: string) => void;
}) {
  const { subject, name, onChanged } = props;
  const classes = useStyles();
  const { t } = useTranslation();
  const [choosing, setChoosing] = useState(false);
  const map = useMapSubject(subject, ({ incidents }) =>
    onChanged(t('incidentAdmin.unmapped.mapped', { count: incidents })),
  );
  const ignore = useMapSubject(subject, () =>
    onChanged(t('incidentAdmin.unmapped.ignoredSaid')),
  );
  const unmap = useUnmapSubject(subject, () =>
    onChanged(t('incidentAdmin.unmapped.askedSaid')),
  );
  const states = [map.state, ignore.state, unmap.state];
  const busy = states.some(({ kind }) => kind === 'running');
  const refusal = states
    .map(state =>
      refusalOf(state, {
        forbidden: t('incidentAdmin.unmapped.forbidden'),
        failed: message => t('incidentAdmin.unmapped.failed', { message }),
      }),
    )
    .find(Boolean);
  return (
    <div className={classes.root}>
      <ul
        className={classes.list}
        aria-label={t('incidentAdmin.unmapped.suggestions')}
      >
        {subject.suggestions.map(({ entityRef, title, reason }) => (
          <li key={entityRef} className={classes.line}>
            <SmallButton
              disabled={busy}
              aria-label={t('incidentAdmin.unmapped.takeLabel', {
                subject: name,
                title,
              })}
              onClick={() => map.run([entityRef])}
            >
              {t('incidentAdmin.unmapped.take', { title })}
            </SmallButton>
            <span className={classes.quiet}>
              {t('incidentAdmin.unmapped.because', { reason })}
            </span>
          </li>
        ))}
      </ul>
      <div className={classes.line}>
        <SmallButton
          disabled={busy}
          aria-label={t('incidentAdmin.unmapped.chooseLabel', {
            subject: name,
          })}
          onClick={() => setChoosing(true)}
        >
          {t('incidentAdmin.unmapped.choose')}
        </SmallButton>
        {subject.ignored ? (
          <SmallButton
            disabled={busy}
            aria-label={t('incidentAdmin.unmapped.askAgainLabel', {
              subject: name,
            })}
            onClick={() => unmap.run()}
          >
            {t('incidentAdmin.unmapped.askAgain')}
          </SmallButton>
        ) : (
          <SmallButton
            disabled={busy}
            aria-label={t('incidentAdmin.unmapped.ignoreLabel', {
              subject: name,
            })}
            onClick={() => ignore.run([])}
          >
            {t('incidentAdmin.unmapped.ignore')}
          </SmallButton>
        )}
      </div>
      <div role="alert">{refusal}</div>
      {choosing && (
        <MapDialog
          name={name}
          state={map.state}
          onMap={map.run}
          onClose={() => setChoosing(false)}
        />
      )}
    </div>
  );
}

import { Link } from '@backstage/core-components';
import { makeStyles } from '@material-ui/core/styles';
import type {
  Lesson,
  ListLessonsResponse,
} from '@plimsoll/backstage-plugin-reliability-common';
import { useState } from 'react';
import { useCampaignLinks } from '../../../hooks/campaigns/useCampaignLinks';
import { useLinks } from '../../../hooks/useLinks';
import { useTranslation } from '../../../hooks/useTranslation';
import { Badge, SafeMarkdown, SmallButton, TimeAgo } from '../../common';
import { Person } from '../../maturity/Person';
import { CodeBlock } from '../../slo/common';
import { SimilarServicesText } from '../LessonDialog';
import { DecideDialog } from './DecideDialog';

const useStyles = makeStyles(theme => ({
  root: {
    display: 'grid',
    gridTemplateColumns: 'minmax(0, 1fr)',
    gap: theme.spacing(0.5),
    padding: theme.spacing(1.5, 0),
    overflowWrap: 'anywhere',
    '& + &': { borderTop: `1px solid ${theme.palette.divider}` },
    '& summary': { cursor: 'pointer' },
  },
  line: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    gap: theme.spacing(0.25, 1.5),
  },
  title: { fontWeight: 600 },
  quiet: { fontSize: '0.8125rem', color: theme.palette.text.secondary },
}));

type Item = ListLessonsResponse['items'][number];

/** One proposal: what it says, why, who else has the gap, and what became of it. */
export function LessonRow(props: {
  lesson: Item;
  onDecided: (written: Lesson) => void;
}) {
  const { lesson, onDecided } = props;
  const { title, incident, itemId, checklistId, state, reason, note } = lesson;
  const classes = useStyles();
  const { t } = useTranslation();
  const links = useLinks();
  const campaignLinks = useCampaignLinks();
  const [deciding, setDeciding] = useState<'accepted' | 'declined'>();
  return (
    <li className={classes.root}>
      <div className={classes.line}>
        <span className={classes.title}>{title}</span>
        <Badge>{t(`followUps.lesson.state.${state}`)}</Badge>
        <span>
          {itemId
            ? t('followUps.lesson.tab.existing', { item: itemId })
            : t('followUps.lesson.tab.new')}{' '}
          {t('followUps.lesson.tab.in', { checklist: checklistId })}
        </span>
      </div>
      <div className={`${classes.line} ${classes.quiet}`}>
        <span>
          {t('followUps.lesson.tab.because')}{' '}
          <Link to={links.incident(incident.id)}>
            {`${incident.reference}: ${incident.title}`}
          </Link>
        </span>
        <span>
          {t('followUps.lesson.tab.by')} <Person name={lesson.proposedBy} />,{' '}
          <TimeAgo at={lesson.proposedAt} />
        </span>
        {lesson.decidedBy && lesson.decidedAt && (
          <span>
            {t('followUps.lesson.tab.decided')}{' '}
            <Person name={lesson.decidedBy} />,{' '}
            <TimeAgo at={lesson.decidedAt} />
          </span>
        )}
      </div>
      {reason && <SafeMarkdown text={reason} />}
      <SimilarServicesText similar={{ ...lesson.similar, examples: [] }} />
      {note && <div>{note}</div>}
      {state === 'accepted' && (
        <div>{t('followUps.lesson.tab.acceptedNext')}</div>
      )}
      {state !== 'declined' && itemId && (
        <div>
          <Link
            to={campaignLinks.make({
              title,
              goal: reason,
              items: [`${checklistId}/${itemId}`],
            })}
            aria-label={t('campaigns.lessonLabel', { title })}
          >
            {t('campaigns.lesson')}
          </Link>
        </div>
      )}
      {state !== 'declined' && (
        <details>
          <summary>{t('followUps.lesson.tab.definitionShow')}</summary>
          <CodeBlock
            label={t('followUps.lesson.tab.definition')}
            text={lesson.definition}
          />
        </details>
      )}
      {state === 'proposed' && (
        <div className={classes.line}>
          {(['accepted', 'declined'] as const).map(each => {
            const name = each === 'accepted' ? 'accept' : 'decline';
            return (
              <SmallButton
                key={each}
                aria-label={t(`followUps.lesson.tab.${name}Label`, { title })}
                onClick={() => setDeciding(each)}
              >
                {t(`followUps.lesson.tab.${name}`)}
              </SmallButton>
            );
          })}
        </div>
      )}
      {deciding && (
        <DecideDialog
          lesson={lesson}
          decision={deciding}
          onWritten={written => {
            setDeciding(undefined);
            onDecided(written);
          }}
          onClose={() => setDeciding(undefined)}
        />
      )}
    </li>
  );
}

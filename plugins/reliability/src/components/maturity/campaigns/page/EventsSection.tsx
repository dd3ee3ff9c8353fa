import { makeStyles } from '@material-ui/core/styles';
import type { CampaignEvent } from '@plimsoll/backstage-plugin-reliability-common';
import { useTranslation } from '../../../../hooks/useTranslation';
import { TimeAgo } from '../../../common';
import { Person } from '../../Person';
import { Section } from '../../Section';

const useStyles = makeStyles(theme => ({
  root: {
    ...theme.typography.body2,
    display: 'grid',
    gap: theme.spacing(0.5),
    margin: 0,
    padding: 0,
    listStyle: 'none',
  },
  quiet: { color: theme.palette.text.secondary },
}));

const fields = [
  'title',
  'goal',
  'owner',
  'startsAt',
  'dueAt',
  'scorecard',
  'filter',
  'checks',
  'items',
] as const;

/** Who decided what about a campaign, the newest first. */
export function EventsSection({
  events,
}: {
  events: readonly CampaignEvent[];
}) {
  const classes = useStyles();
  const { t } = useTranslation();
  const words = ({ action, fields: changed }: CampaignEvent) =>
    action === 'change'
      ? t('campaigns.events.change', {
          fields: fields
            .filter(field => changed.includes(field))
            .map(field => t(`campaigns.events.field.${field}`))
            .join(', '),
        })
      : t(`campaigns.events.${action}`);
  return (
    <Section title={t('campaigns.events.title')}>
      <ol className={classes.root}>
        {events.map(event => (
          <li key={`${event.at} ${event.action}`}>
            {event.by ? (
              <Person name={event.by} />
            ) : (
              t('campaigns.events.clock')
            )}{' '}
            {words(event)},{' '}
            <span className={classes.quiet}>
              <TimeAgo at={event.at} />
            </span>
            {event.note && <div>{event.note}</div>}
          </li>
        ))}
      </ol>
    </Section>
  );
}

import Button from '@material-ui/core/Button';
import Dialog from '@material-ui/core/Dialog';
import DialogActions from '@material-ui/core/DialogActions';
import DialogContent from '@material-ui/core/DialogContent';
import DialogTitle from '@material-ui/core/DialogTitle';
import Typography from '@material-ui/core/Typography';
import { makeStyles } from '@material-ui/core/styles';
import type {
  ExemptionItem,
  ExemptionResponse,
} from '@plimsoll/backstage-plugin-reliability-common';
import { useId } from 'react';
import { useRoute } from '../../../hooks/useRoute';
import { useTranslation } from '../../../hooks/useTranslation';
import { Async } from '../../async';
import { TimeAgo } from '../../common';
import { Person } from '../Person';
import { ExemptionContext } from './ExemptionContext';

const useStyles = makeStyles(theme => ({
  head: { marginTop: theme.spacing(2) },
  events: {
    ...theme.typography.body2,
    margin: 0,
    paddingLeft: theme.spacing(2.5),
    overflowWrap: 'anywhere',
  },
}));

/** What was done with an exemption, the oldest first. */
function Events({ events }: { events: ExemptionResponse['events'] }) {
  const classes = useStyles();
  const { t } = useTranslation();
  if (events.length === 0) {
    return (
      <Typography variant="body2">{t('exemptions.story.none')}</Typography>
    );
  }
  return (
    <ol className={classes.events}>
      {events.map((event, index) => (
        <li key={index}>
          <Person name={event.by} /> {t(`exemptions.story.${event.action}`)},{' '}
          <TimeAgo at={event.at} />
          {event.note && `: ${event.note}`}
        </li>
      ))}
    </ol>
  );
}

/** The story of one exemption, and what happened while it was in force. */
export function StoryDialog(props: {
  exemption: ExemptionItem;
  onClose: () => void;
}) {
  const { exemption, onClose } = props;
  const { id, check, service } = exemption;
  const classes = useStyles();
  const { t } = useTranslation();
  const titleId = useId();
  const state = useRoute('getExemption', { id });
  return (
    <Dialog
      open
      onClose={onClose}
      aria-labelledby={titleId}
      fullWidth
      maxWidth="sm"
    >
      <DialogTitle id={titleId}>
        {t('exemptions.story.title', {
          service: service.title,
          check: check.title,
        })}
      </DialogTitle>
      <DialogContent>
        <Async state={state}>
          {story => (
            <>
              <ExemptionContext story={story} />
              <Typography
                variant="subtitle2"
                component="h3"
                className={classes.head}
              >
                {t('exemptions.story.events')}
              </Typography>
              <Events events={story.events} />
            </>
          )}
        </Async>
      </DialogContent>
      <DialogActions>
        <Button onClick={onClose}>{t('exemptions.story.close')}</Button>
      </DialogActions>
    </Dialog>
  );
}

import Button from '@material-ui/core/Button';
import Paper from '@material-ui/core/Paper';
import { makeStyles } from '@material-ui/core/styles';
import type { PostmortemResponse } from '@plimsoll/backstage-plugin-reliability-common';
import { useState } from 'react';
import type { PostmortemEditing } from '../../../hooks/incidents/usePostmortemEditor';
import { useTranslation } from '../../../hooks/useTranslation';
import { refusalOf, SmallButton, statusColors, TimeAgo } from '../../common';

const useStyles = makeStyles(theme => ({
  root: {
    position: 'sticky',
    bottom: 0,
    zIndex: 1,
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    gap: theme.spacing(1, 2),
    padding: theme.spacing(1.5, 2),
    ...theme.typography.body2,
    // There the navigation of Backstage lies at the bottom.
    [theme.breakpoints.down('xs')]: { bottom: 56 },
  },
  words: { flex: '1 1 200px', minWidth: 0 },
  refusal: {
    flexBasis: '100%',
    borderLeft: `3px solid ${statusColors(theme).bad}`,
    paddingLeft: theme.spacing(1),
    '&:empty': { display: 'none' },
  },
  sure: { display: 'inline-flex', alignItems: 'center', gap: theme.spacing(1) },
}));

/** Saves, and says what is saved and what is only here. */
export function SaveBar(props: {
  postmortem: PostmortemResponse;
  editing: PostmortemEditing;
  blocked: boolean;
}) {
  const { postmortem, editing, blocked } = props;
  const { dirty, kept, found, state } = editing;
  const classes = useStyles();
  const { t } = useTranslation();
  const [asking, setAsking] = useState(false);
  const running = state.kind === 'running';
  // Where nobody has begun, what was put in from the incident is worth saving as it is.
  const worthIt =
    dirty ||
    (!postmortem.exists &&
      Object.values(editing.draft.texts).some(text => text.trim()));
  const words = () => {
    if (running) return t('postmortem.save.saving');
    if (dirty) {
      return t(
        kept === false
          ? 'postmortem.save.dirtyUnkept'
          : 'postmortem.save.dirty',
      );
    }
    if (!postmortem.updatedAt) return t('postmortem.save.nothing');
    return (
      <>
        {t('postmortem.save.savedAt')} <TimeAgo at={postmortem.updatedAt} />
      </>
    );
  };
  const discard = () => {
    setAsking(false);
    editing.discard();
  };
  return (
    <Paper className={classes.root} elevation={4}>
      <Button
        variant="contained"
        color="primary"
        disabled={!worthIt || blocked || running}
        onClick={editing.save}
      >
        {t('postmortem.save.action')}
      </Button>
      <span className={classes.words}>
        <span role="status">{words()}</span>{' '}
        {found && dirty && (
          <>
            {t('postmortem.save.found')} <TimeAgo at={found.at} />.
          </>
        )}
      </span>
      {dirty && !asking && (
        <SmallButton onClick={() => setAsking(true)}>
          {t('postmortem.save.discard')}
        </SmallButton>
      )}
      {dirty && asking && (
        <span className={classes.sure}>
          {t('postmortem.save.discardSure')}
          <SmallButton onClick={discard}>
            {t('postmortem.save.discardYes')}
          </SmallButton>
          <SmallButton onClick={() => setAsking(false)}>
            {t('postmortem.save.discardNo')}
          </SmallButton>
        </span>
      )}
      <div role="alert" className={classes.refusal}>
        {refusalOf(state, {
          forbidden: t('postmortem.save.forbidden'),
          conflict: editing.theirs ? t('postmortem.save.conflict') : undefined,
          failed: message => t('postmortem.save.failed', { message }),
        })}
      </div>
    </Paper>
  );
}

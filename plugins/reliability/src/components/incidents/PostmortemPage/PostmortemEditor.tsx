import TextField from '@material-ui/core/TextField';
import { makeStyles } from '@material-ui/core/styles';
import type { PostmortemResponse } from '@plimsoll/backstage-plugin-reliability-common';
import { usePostmortemEditor } from '../../../hooks/incidents/usePostmortemEditor';
import { useWordingHints } from '../../../hooks/incidents/useWordingHints';
import { useTranslation } from '../../../hooks/useTranslation';
import { Section } from '../../maturity/Section';
import { BeginNotice } from './BeginNotice';
import { ConflictPanel } from './ConflictPanel';
import { PostmortemSteps } from './PostmortemSteps';
import { SaveBar } from './SaveBar';
import { SectionEditor } from './SectionEditor';

const useStyles = makeStyles(theme => ({
  root: {
    display: 'grid',
    gridTemplateColumns: 'minmax(0, 1fr)',
    gap: theme.spacing(2),
  },
}));

const LONGEST_TITLE = 300;

/** The postmortem to be written, section by section, each with its preview. */
export function PostmortemEditor(props: {
  postmortem: PostmortemResponse;
  onWritten: (written: PostmortemResponse) => void;
}) {
  const { postmortem, onWritten } = props;
  const classes = useStyles();
  const { t } = useTranslation();
  const editing = usePostmortemEditor(postmortem, onWritten);
  const { draft, dirty, theirs, change } = editing;
  const hints = useWordingHints(draft.texts, postmortem.hints);
  const untitled = draft.title.trim() === '';
  return (
    <div className={classes.root}>
      {!postmortem.exists && (
        <BeginNotice
          postmortem={postmortem}
          editing={editing}
          onWritten={onWritten}
        />
      )}
      {theirs && (
        <ConflictPanel
          key={theirs.version}
          theirs={theirs}
          mine={draft}
          base={editing.base}
          onSettle={editing.settle}
          onDiscard={editing.discard}
        />
      )}
      <Section title={t('postmortem.editor.title')}>
        <TextField
          fullWidth
          size="small"
          variant="outlined"
          value={draft.title}
          error={untitled}
          helperText={untitled && t('postmortem.editor.titleMissing')}
          onChange={event => change({ title: event.target.value })}
          inputProps={{
            'aria-label': t('postmortem.editor.title'),
            maxLength: LONGEST_TITLE,
          }}
        />
      </Section>
      {postmortem.sections.map(section => (
        <SectionEditor
          key={section.id}
          section={section}
          text={draft.texts[section.id] ?? ''}
          hints={hints.filter(hint => hint.section === section.id)}
          onChange={text => change({ texts: { [section.id]: text } })}
        />
      ))}
      <SaveBar
        postmortem={postmortem}
        editing={editing}
        blocked={untitled || theirs !== undefined}
      />
      <PostmortemSteps
        postmortem={postmortem}
        dirty={dirty}
        onWritten={onWritten}
      />
    </div>
  );
}

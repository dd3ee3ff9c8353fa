import Typography from '@material-ui/core/Typography';
import { makeStyles } from '@material-ui/core/styles';
import type { PostmortemResponse } from '@plimsoll/backstage-plugin-reliability-common';
import { useState } from 'react';
import type { PostmortemEditing } from '../../../hooks/incidents/usePostmortemEditor';
import { useTranslation } from '../../../hooks/useTranslation';
import { SmallButton } from '../../common';
import { Section } from '../../maturity/Section';
import { LinkDialog } from './LinkDialog';

const useStyles = makeStyles(theme => ({
  text: { maxWidth: '80ch' },
  actions: {
    display: 'flex',
    flexWrap: 'wrap',
    gap: theme.spacing(1),
    marginTop: theme.spacing(1.5),
  },
}));

/** How to begin: with what the incident tells, or with a link. */
export function BeginNotice(props: {
  postmortem: PostmortemResponse;
  editing: PostmortemEditing;
  onWritten: (written: PostmortemResponse) => void;
}) {
  const { postmortem, editing, onWritten } = props;
  const { draft, change } = editing;
  const classes = useStyles();
  const { t } = useTranslation();
  const [linking, setLinking] = useState(false);
  const offered = postmortem.sections.filter(
    ({ id, prefilled }) => prefilled && !draft.texts[id]?.trim(),
  );
  return (
    <Section title={t('postmortem.begin.title')}>
      <Typography variant="body2" className={classes.text}>
        {t('postmortem.begin.text')}
      </Typography>
      <div className={classes.actions}>
        {offered.length > 0 && (
          <SmallButton
            onClick={() =>
              change({
                texts: Object.fromEntries(
                  offered.map(({ id, prefilled }) => [id, prefilled]),
                ),
              })
            }
          >
            {t('postmortem.begin.useAll')}
          </SmallButton>
        )}
        <SmallButton onClick={() => setLinking(true)}>
          {t('postmortem.begin.link')}
        </SmallButton>
      </div>
      {linking && (
        <LinkDialog
          postmortem={postmortem}
          onWritten={onWritten}
          onClose={() => setLinking(false)}
        />
      )}
    </Section>
  );
}

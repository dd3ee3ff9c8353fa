import { makeStyles } from '@material-ui/core/styles';
import type { PostmortemSection } from '@plimsoll/backstage-plugin-reliability-common';
import { useTranslation } from '../../../hooks/useTranslation';
import { SafeMarkdown, SmallButton } from '../../common';

const useStyles = makeStyles(theme => ({
  root: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'flex-start',
    justifyContent: 'space-between',
    gap: theme.spacing(0.5, 2),
    marginBottom: theme.spacing(1.5),
    padding: theme.spacing(1, 1.5),
    borderLeft: `3px solid ${theme.palette.divider}`,
  },
  details: {
    flex: '1 1 260px',
    minWidth: 0,
    '& summary': { cursor: 'pointer', ...theme.typography.body2 },
  },
}));

/** What the incident itself gives for a section, and the way to take it over. */
export function Prefilled(props: {
  section: PostmortemSection;
  onUse: () => void;
}) {
  const { section, onUse } = props;
  const classes = useStyles();
  const { t } = useTranslation();
  return (
    <div className={classes.root}>
      <details className={classes.details}>
        <summary>{t('postmortem.editor.prefilledShow')}</summary>
        <SafeMarkdown text={section.prefilled} />
      </details>
      <SmallButton
        onClick={onUse}
        aria-label={t('postmortem.editor.prefilledUseLabel', {
          section: section.title,
        })}
      >
        {t('postmortem.editor.prefilledUse')}
      </SmallButton>
    </div>
  );
}

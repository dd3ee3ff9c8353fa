import Typography from '@material-ui/core/Typography';
import { makeStyles } from '@material-ui/core/styles';
import type { PostmortemResponse } from '@plimsoll/backstage-plugin-reliability-common';
import { useTranslation } from '../../../hooks/useTranslation';
import { SafeMarkdown } from '../../common';
import { Section } from '../../maturity/Section';
import { SubSection } from '../../slo/SlosView/parts/SubSection';

const useStyles = makeStyles(theme => ({
  sections: {
    display: 'grid',
    gridTemplateColumns: 'minmax(0, 90ch)',
    gap: theme.spacing(2.5),
  },
}));

/** A postmortem as it is read; what is empty and not needed is left out. */
export function PostmortemRead({
  postmortem,
}: {
  postmortem: PostmortemResponse;
}) {
  const classes = useStyles();
  const { t } = useTranslation();
  const shown = postmortem.sections.filter(
    ({ text, required }) => required || text.trim(),
  );
  return (
    <Section title={postmortem.title}>
      <div className={classes.sections}>
        {shown.map(({ id, title, text }) => (
          <SubSection key={id} title={title}>
            {text.trim() ? (
              <SafeMarkdown text={text} />
            ) : (
              <Typography variant="body2" color="textSecondary">
                {t('postmortem.read.empty')}
              </Typography>
            )}
          </SubSection>
        ))}
      </div>
    </Section>
  );
}

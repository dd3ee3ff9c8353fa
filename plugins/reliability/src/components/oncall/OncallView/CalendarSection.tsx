import Typography from '@material-ui/core/Typography';
import { makeStyles } from '@material-ui/core/styles';
import { useOncallCalendar } from '../../../hooks/oncall/useOncallCalendar';
import { useTranslation } from '../../../hooks/useTranslation';
import { errorText } from '../../async';
import { SmallButton } from '../../common';
import { Section } from '../../maturity/Section';
import { CodeBlock } from '../../slo/common';

const useStyles = makeStyles(theme => ({
  text: { maxWidth: '80ch', marginBottom: theme.spacing(1.5) },
  address: { marginTop: theme.spacing(1.5) },
}));

/** The shifts as a file for calendars, and what its address needs. */
export function CalendarSection(props: { entityRef: string }) {
  const { entityRef } = props;
  const classes = useStyles();
  const { t } = useTranslation();
  const name = entityRef.replace(/^.*\//, '');
  const { address, save } = useOncallCalendar(entityRef, `${name}-oncall.ics`);
  return (
    <Section title={t('oncall.calendar.title')}>
      <Typography variant="body2" className={classes.text}>
        {t('oncall.calendar.text')}
      </Typography>
      <SmallButton
        onClick={() => save.run()}
        aria-disabled={save.state.kind === 'running'}
      >
        {t('oncall.calendar.download')}
      </SmallButton>
      {save.state.kind === 'failed' && (
        <Typography variant="body2" role="alert">
          {t('oncall.calendar.failed', {
            message: errorText(save.state.error),
          })}
        </Typography>
      )}
      {address.kind === 'ready' && (
        <div className={classes.address}>
          <CodeBlock
            label={t('oncall.calendar.address')}
            text={address.value}
            wrap
          />
        </div>
      )}
    </Section>
  );
}

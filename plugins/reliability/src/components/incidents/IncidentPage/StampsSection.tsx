import Typography from '@material-ui/core/Typography';
import { makeStyles } from '@material-ui/core/styles';
import {
  isOpen,
  type IncidentResponse,
} from '@plimsoll/backstage-plugin-reliability-common';
import { useTranslation } from '../../../hooks/useTranslation';
import { lengthText } from '../../../utils/incidents/lengths';
import { Detail, Details } from '../../common';
import { Section } from '../../maturity/Section';
import { StampList } from '../common';

const useStyles = makeStyles(theme => ({
  title: { margin: theme.spacing(2, 0, 0.5), fontWeight: 600 },
  missing: { color: theme.palette.text.secondary, fontStyle: 'italic' },
}));

const figures = [
  'detect',
  'acknowledge',
  'mitigate',
  'restore',
  'impact',
] as const;

/** Why a length is not known: it goes on, customers felt nothing, or a time is missing. */
function whyMissing(
  name: (typeof figures)[number],
  { status, customerImpact }: IncidentResponse,
) {
  if (name === 'impact' && customerImpact === false) return 'noImpact';
  return isOpen(status) ? 'notYet' : 'missing';
}

/** Every time with who says so, and the lengths that follow from them. */
export function StampsSection({ incident }: { incident: IncidentResponse }) {
  const classes = useStyles();
  const { t } = useTranslation();
  return (
    <Section title={t('incidentPage.stamps.title')}>
      <StampList stamps={incident.stamps} status={incident.status} />
      <Typography variant="body2" component="h3" className={classes.title}>
        {t('incidentPage.stamps.figures')}
      </Typography>
      <Details>
        {figures.map(name => {
          const value = incident.figures[name];
          return (
            <Detail key={name} label={t(`incidentPage.stamps.${name}`)}>
              {value === null ? (
                <span className={classes.missing}>
                  {t(`incidentPage.stamps.${whyMissing(name, incident)}`)}
                </span>
              ) : (
                lengthText(value)
              )}
            </Detail>
          );
        })}
      </Details>
    </Section>
  );
}

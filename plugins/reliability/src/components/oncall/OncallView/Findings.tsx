import Typography from '@material-ui/core/Typography';
import { makeStyles } from '@material-ui/core/styles';
import type { ServiceOncallResponse } from '@plimsoll/backstage-plugin-reliability-common';
import { useTranslation } from '../../../hooks/useTranslation';
import { Section } from '../../maturity/Section';
import { FindingMark } from '../common';
import { useFindingWords } from './useFindingWords';

const useStyles = makeStyles(theme => ({
  list: { margin: 0, padding: 0, listStyle: 'none' },
  item: {
    padding: theme.spacing(1.25, 0),
    overflowWrap: 'anywhere',
    '& + &': { borderTop: `1px solid ${theme.palette.divider}` },
  },
  text: { marginTop: theme.spacing(0.5), maxWidth: '80ch' },
  fix: { fontWeight: 600 },
}));

/** What is doubtful about who is on call; each with what was found and what to do. */
export function Findings({ value }: { value: ServiceOncallResponse }) {
  const classes = useStyles();
  const { t } = useTranslation();
  const wordsOf = useFindingWords(value);
  const { findings, cover } = value;
  if (findings.length === 0) {
    return (
      <Section title={t('oncall.finding.title')}>
        <Typography variant="body2">
          {cover.state === 'covered'
            ? t('oncall.finding.none')
            : t('oncall.finding.noneKnown')}
        </Typography>
      </Section>
    );
  }
  return (
    <Section title={t('oncall.finding.title')}>
      <ul className={classes.list} aria-label={t('oncall.finding.title')}>
        {findings.map((finding, index) => (
          <li key={`${index} ${finding.code}`} className={classes.item}>
            <FindingMark
              code={finding.code}
              severity={finding.severity}
              strong
            />
            <Typography variant="body2" className={classes.text}>
              {wordsOf(finding)}
            </Typography>
            <Typography variant="body2" className={classes.text}>
              <span className={classes.fix}>{t('oncall.finding.fix')}:</span>{' '}
              {t(`oncall.finding.todo.${finding.code}`)}
            </Typography>
          </li>
        ))}
      </ul>
    </Section>
  );
}
